import { DataPlatformError } from '../api/DataPlatformError';
import { refusalTitle } from './refusalTitle';

const answer = (status: number) => new DataPlatformError(status, 'E', 'no');

it.each([
  ['a role that is missing', answer(403), 'You may not do this.'],
  ['a name that is taken', answer(409), 'This was refused.'],
  ['a backend that restarts', answer(503), 'This could not be checked.'],
  ['no answer', answer(0), 'This could not be checked.'],
  ['no network', new TypeError('fetch failed'), 'This could not be checked.'],
])('of %s', (_, error, title) => {
  expect(refusalTitle(error)).toBe(title);
});
