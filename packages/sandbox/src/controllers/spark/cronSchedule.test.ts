import fc from 'fast-check';
import { parseSchedule, ScheduleError, type Schedule } from './cronSchedule';

const at = (time: string) => Date.parse(time);
const next = (schedule: string, after: string, timeZone?: string) =>
  new Date(parseSchedule(schedule, timeZone)(at(after))).toISOString();

describe('parseSchedule', () => {
  it.each([
    ['*/5 * * * *', '2026-11-22T08:48:16Z', 'UTC', '2026-11-22T08:50:00.000Z'],
    [
      '0 2 * * *',
      '2026-11-22T08:48:16Z',
      'Europe/Berlin',
      '2026-11-23T01:00:00.000Z',
    ],
    ['@daily', '2026-11-22T08:48:16Z', 'UTC', '2026-11-23T00:00:00.000Z'],
    ['@hourly', '2026-11-22T08:48:16Z', 'UTC', '2026-11-22T09:00:00.000Z'],
    [
      '@every 20s',
      '2026-11-22T08:48:15.600Z',
      undefined,
      '2026-11-22T08:48:35.000Z',
    ],
    [
      '@every 1h30m',
      '2026-11-22T08:00:00Z',
      undefined,
      '2026-11-22T09:30:00.000Z',
    ],
    [
      'CRON_TZ=Asia/Tokyo 0 9 * * *',
      '2026-11-22T08:00:00Z',
      'UTC',
      '2026-11-23T00:00:00.000Z',
    ],
  ])('%s after %s in %s is %s', (schedule, after, timeZone, expected) => {
    expect(next(schedule, after, timeZone)).toBe(expected);
  });

  it.each([
    ['', 'empty spec string'],
    ['every day', 'expected exactly 5 fields, found 2: [every day]'],
    ['* * * * * *', 'expected exactly 5 fields, found 6: [* * * * * *]'],
    ['0 0 31 2 *', 'Invalid explicit day of month definition'],
    ['@fortnightly', 'unrecognized descriptor: @fortnightly'],
    [
      '@every soon',
      'failed to parse duration @every soon: time: invalid duration "soon"',
    ],
  ])('refuses %p', (schedule, message) => {
    expect(() => parseSchedule(schedule)).toThrow(new ScheduleError(message));
  });

  it('throws nothing but ScheduleError, and fires strictly later', () => {
    const field = fc.oneof(
      fc.constant('*'),
      fc.integer({ min: 0, max: 70 }).map(String),
      fc.integer({ min: 1, max: 30 }).map(step => `*/${step}`),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(
        fc.array(field, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 2e12 }),
        (fields, after) => {
          let schedule: Schedule | undefined;
          try {
            schedule = parseSchedule(fields.join(' '), 'UTC');
          } catch (error) {
            if (!(error instanceof ScheduleError)) throw error;
          }
          expect(schedule?.(after) ?? Infinity).toBeGreaterThan(after);
        },
      ),
      { numRuns: 200 },
    );
  });
});
