import fc from 'fast-check';
import { apiDate, backfillDates, Every, MOST_RUNS } from './backfillDates';

describe('backfillDates', () => {
  it('includes both ends', () => {
    expect(backfillDates('2026-11-01', '2026-11-03', 'day')).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-03',
    ]);
    expect(backfillDates('2026-11-01', '2026-11-01', 'week')).toHaveLength(1);
  });

  it('gives hours as times', () => {
    expect(
      backfillDates('2026-11-01T22:00', '2026-11-02T00:00', 'hour'),
    ).toEqual([
      '2026-11-01T22:00:00Z',
      '2026-11-01T23:00:00Z',
      '2026-11-02T00:00:00Z',
    ]);
  });

  it('takes the last day of a month that is too short', () => {
    expect(backfillDates('2026-01-31', '2026-04-30', 'month')).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
  });

  it.each([
    ['', '2026-01-01'],
    ['2026-01-01', 'soon'],
    ['2026-02-01', '2026-01-01'],
    ['2026-13-01', '2026-14-01'],
  ])('has none from %p to %p', (from, to) => {
    expect(backfillDates(from, to, 'day')).toEqual([]);
  });

  it('stops one after the most', () => {
    expect(backfillDates('2020-01-01', '2026-01-01', 'day')).toHaveLength(
      MOST_RUNS + 1,
    );
  });

  it('is in order, without repeats, and begins with the first', () => {
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map(n => new Date(n * 86_400_000).toISOString().slice(0, 10));
    const every = fc.constantFrom<Every>('day', 'week', 'month');
    fc.assert(
      fc.property(day, day, every, (from, to, step) => {
        const dates = backfillDates(from, to, step);
        expect([...new Set(dates)].sort()).toEqual(dates);
        expect(dates.every(date => date >= from && date <= to)).toBe(true);
        expect(dates[0]).toBe(from <= to ? from : undefined);
      }),
    );
  });
});

describe('apiDate', () => {
  it('is what the API takes', () => {
    expect(apiDate('2026-11-01T22:00', 'hour')).toBe('2026-11-01T22:00:00Z');
    expect(apiDate('2026-11-01', 'day')).toBe('2026-11-01');
    expect(apiDate('soon', 'day')).toBe('soon');
  });
});
