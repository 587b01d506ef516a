import '@testing-library/jest-dom';
import { holdPageClock } from '@millrace/backstage-plugin-data-platform-react/testUtils';

beforeEach(() => holdPageClock());
