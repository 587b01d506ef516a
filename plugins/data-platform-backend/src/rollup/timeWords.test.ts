import fc from 'fast-check';
import { ago, clock, lasting } from './timeWords';

const now = Date.parse('2026-03-02T09:00:00Z');

describe('time in words', () => {
  it.each([
    [-5, '0 s'],
    [0.4, '0 s'],
    [89, '89 s'],
    [90, '2 min'],
    [720, '12 min'],
    [3600, '1 h'],
    [3900, '1 h 5 min'],
    [36_300, '10 h'],
    [3600 * 47, '47 h'],
    [3600 * 72, '3 d'],
  ])('%d s last %s', (seconds, words) => {
    expect(lasting(seconds)).toBe(words);
  });

  it.each([
    ['2026-03-02T08:56:00Z', '4 min ago'],
    ['2026-03-02T08:59:55Z', 'just now'],
    ['2026-03-02T09:10:00Z', 'just now'],
    ['tomorrow', undefined],
    [undefined, undefined],
  ])('%s was %s', (time, words) => {
    expect(ago(time, now)).toBe(words);
  });

  it('tells the date unless it is today', () => {
    expect(clock('2026-03-02T08:58:00Z', now)).toBe('08:58 UTC');
    expect(clock('2026-03-01T23:59:00Z', now)).toBe('2026-03-01 23:59 UTC');
    expect(clock('soon', now)).toBe('an unknown time');
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (time, at) => {
        expect(ago(time, at)).not.toBe('');
        expect(clock(time, now)).not.toBe('');
      }),
    );
  });
});
