import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { pageClock } from './hooks/PageClock';

jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });

beforeEach(() => pageClock.hold(Date.now()));
