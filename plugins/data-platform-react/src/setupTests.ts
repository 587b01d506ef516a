import '@testing-library/jest-dom';
import { pageClock } from './hooks/PageClock';

beforeEach(() => pageClock.hold(Date.now()));
