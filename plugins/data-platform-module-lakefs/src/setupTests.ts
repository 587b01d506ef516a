import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { holdPageClock } from '@millrace/backstage-plugin-data-platform-react/testUtils';

// Whole screens are rendered, also on machines that do much else meanwhile.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });

beforeEach(() => holdPageClock());

// axe measures icon fonts on a canvas, which jsdom does not have.
HTMLCanvasElement.prototype.getContext = () => null;
