import { readRetryAfter } from './Refusal';

const NOW = Date.parse('2026-11-22T10:04:00Z');

describe('readRetryAfter', () => {
  it.each([
    ['20', 20_000],
    ['0', 0],
    ['99999', 300_000],
    ['Sun, 22 Nov 2026 10:04:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 10:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s is %s', (header, expected) => {
    expect(readRetryAfter(header, NOW)).toBe(expected);
  });
});
