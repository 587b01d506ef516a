import fc from 'fast-check';
import { cronProblem, timeZoneProblem } from './cronExpression';

it.each([
  '0 2 * * *',
  '*/5 * * * *',
  '0 8-18/2 * * MON-FRI',
  '15,45 0 1 jan,jul ?',
  '@daily',
  '@every 1h30m',
  'CRON_TZ=Europe/Berlin 0 2 * * *',
])('accepts %p', expression => expect(cronProblem(expression)).toBeUndefined());

it.each([
  ['every day', 'it needs five fields and has 2'],
  ['0 0 2 * * *', 'it needs five fields and has 6'],
  ['60 * * * *', 'the minute must lie within 0 to 59'],
  ['0 24 * * *', 'the hour must lie within 0 to 23'],
  ['0 0 0 * *', 'the day of month must lie within 1 to 31'],
  ['0 0 * 13 *', 'the month must lie within 1 to 12'],
  ['0 0 * * 7', 'the day of week must lie within 0 to 6'],
  ['5-1 * * * *', 'the minute must lie within 0 to 59'],
  ['*/0 * * * *', 'the minute must lie within 0 to 59'],
  [
    '@fortnightly',
    'such a shorthand is not known; `@daily` and `@every 1h` are',
  ],
  ['', 'it needs five fields and has 0'],
])('says what is wrong with %p', (expression, problem) => {
  expect(cronProblem(expression)).toBe(problem);
});

it('is total', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      expect(cronProblem(text)).not.toBe('');
    }),
  );
});

it('knows time zones as the operator does', () => {
  for (const zone of [
    'UTC',
    'Local',
    'Europe/Berlin',
    'America/Argentina/Salta',
  ]) {
    expect([zone, timeZoneProblem(zone)]).toEqual([zone, undefined]);
  }
  for (const zone of ['Europe/Berlino', 'europe/berlin', '+01:00', 'x', '']) {
    expect(timeZoneProblem(zone)).toBeDefined();
  }
});
