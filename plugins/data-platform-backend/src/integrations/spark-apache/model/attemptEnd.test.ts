import fc from 'fast-check';
import {
  APPLICATION_STATES,
  isFailure,
  isTerminated,
} from './applicationState';
import { attemptEnd } from './attemptEnd';

const state = (currentStateSummary: string, second: number) => ({
  currentStateSummary,
  lastTransitionTime: new Date(second * 1_000).toISOString(),
});

/** A status as the operator writes it: numbers grow over attempts, text as keys. */
function statusOf(states: readonly string[], first = 0, previous?: string[]) {
  const history = (list: readonly string[], from: number) =>
    Object.fromEntries(
      list.map((name, index) => [
        String(from + index),
        state(name, from + index),
      ]),
    );
  return {
    currentState: state(states.at(-1)!, first + states.length - 1),
    stateTransitionHistory: history(states, first),
    ...(previous && {
      previousAttemptSummary: { stateTransitionHistory: history(previous, 0) },
    }),
  };
}

it.each([
  [['Submitted', 'RunningHealthy'], undefined],
  [['Submitted', 'Succeeded'], 'succeeded'],
  [['Submitted', 'DriverEvicted'], 'failed'],
  [['Submitted', 'Succeeded', 'ResourceReleased'], 'succeeded'],
  [
    [
      'Submitted',
      'Failed',
      'TerminatedWithoutReleaseResources',
      'ResourceReleased',
    ],
    'failed',
  ],
  [['Submitted', 'RunningHealthy', 'ResourceReleased'], undefined],
])('of %j is %p', (states, outcome) => {
  expect(attemptEnd(statusOf(states), false)?.outcome).toBe(outcome);
});

it('counts states as numbers, not as text', () => {
  // By text `9` would be the newest of 8, 9, 10 and 11.
  const status = statusOf(
    ['Failed', 'ScheduledToRestart', 'Succeeded', 'ResourceReleased'],
    8,
  );
  expect(attemptEnd(status, false)?.outcome).toBe('succeeded');
});

it('is a cancellation when the object goes without an end', () => {
  const status = statusOf(['Submitted', 'RunningHealthy', 'ResourceReleased']);
  expect(attemptEnd(status, true)?.outcome).toBe('cancelled');
});

it('takes a failure of the attempt before, and never its success', () => {
  const after = (end: string) =>
    attemptEnd(statusOf(['ResourceReleased'], 9, ['Submitted', end]), false);
  expect(after('Failed')).toMatchObject({ outcome: 'failed', earlier: true });
  expect(after('Succeeded')).toBeUndefined();
});

const anyState = fc.constantFrom(...APPLICATION_STATES.filter(Boolean));

it('is never green where the last attempt has not succeeded by the record', () => {
  fc.assert(
    fc.property(
      fc.array(anyState, { minLength: 1, maxLength: 12 }),
      fc.option(fc.array(anyState, { minLength: 1, maxLength: 6 }), {
        nil: undefined,
      }),
      fc.nat({ max: 300 }),
      fc.boolean(),
      (states, previous, first, deleting) => {
        const end = attemptEnd(statusOf(states, first, previous), deleting);
        if (end?.outcome !== 'succeeded') return;
        const last = states.at(-1)!;
        if (last === 'ScheduledToRestart') return;
        // Walking back from the end, success comes before any failure and before the attempt's beginning.
        const back = [...states].reverse();
        const success = back.indexOf('Succeeded');
        const bad = back.findIndex(
          name =>
            isFailure(name) ||
            name === 'ScheduledToRestart' ||
            name === 'Submitted',
        );
        expect(success).toBeGreaterThanOrEqual(0);
        expect(bad === -1 || success < bad).toBe(true);
        expect(success === 0 || isTerminated(last)).toBe(true);
      },
    ),
    { numRuns: 1_000 },
  );
});

it('takes anything', () => {
  fc.assert(
    fc.property(fc.anything(), fc.boolean(), (status, deleting) => {
      const outcome = attemptEnd(status, deleting)?.outcome;
      expect([undefined, 'succeeded', 'failed', 'cancelled']).toContain(
        outcome,
      );
    }),
  );
});
