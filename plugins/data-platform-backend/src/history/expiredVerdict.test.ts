import { failed, run, succeeded } from './__testUtils__/historyDatabases';
import { expiredVerdict } from './expiredVerdict';

const NOW = Date.parse('2026-03-02T12:12:10Z');
const END =
  "the object is no longer on the cluster, this is from the portal's history.";

describe('expiredVerdict', () => {
  it.each([
    [succeeded('a'), `Succeeded 3 h ago in 12 min; ${END}`],
    [
      succeeded('a', { durationSeconds: undefined }),
      `Succeeded 3 h ago; ${END}`,
    ],
    [
      failed('a'),
      `Failed 3 h ago after 12 min: The driver was killed for memory; ${END}`,
    ],
    [
      failed('a', {
        assessment: {
          ...failed('a').assessment,
          message: 'The driver ended with an error after 12 min.',
        },
      }),
      `Failed 3 h ago: The driver ended with an error after 12 min; ${END}`,
    ],
    [
      failed('a', {
        outcome: 'cancelled',
        assessment: { ...failed('a').assessment, message: 'Suspended.' },
      }),
      `Ended early 3 h ago: Suspended; ${END}`,
    ],
  ])('says how it ended (%#)', (record, message) => {
    const verdict = expiredVerdict(record, NOW - 1000, true, NOW);
    expect(verdict.message).toBe(message);
    expect(verdict.remedies).toEqual([]);
  });

  it('keeps the next step of a failure, for the next run needs it', () => {
    expect(expiredVerdict(failed('a'), NOW, true, NOW).nextStep).toBe(
      'Raise the driver memory.',
    );
  });

  it('does not pretend to know an end that nobody saw', () => {
    const verdict = expiredVerdict(run('a'), NOW - 60_000, false, NOW);
    expect(verdict).toMatchObject({ health: 'unknown', reason: 'Vanished' });
    expect(verdict.message).toContain(
      'Last seen: Running with 3 of 3 executors.',
    );
  });
});
