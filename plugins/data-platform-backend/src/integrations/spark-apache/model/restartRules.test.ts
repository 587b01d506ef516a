import {
  backoffMs,
  countersOf,
  restartFollows,
  restartRules,
} from './restartRules';

const specOf = (restartConfig: Record<string, unknown>) => ({
  applicationTolerations: { restartConfig },
});
const first = countersOf({});
const third = countersOf({
  id: 3,
  restartCounter: 3,
  failureRestartCounter: 3,
  schedulingFailureRestartCounter: 1,
});

it.each([
  ['Never', 'Failed', false],
  [undefined, 'Failed', false],
  ['OnFailure', 'Failed', true],
  ['OnFailure', 'DriverEvicted', true],
  ['OnFailure', 'Succeeded', false],
  ['Always', 'Succeeded', true],
  ['OnInfrastructureFailure', 'Failed', false],
  ['OnInfrastructureFailure', 'DriverReadyTimedOut', false],
  ['OnInfrastructureFailure', 'DriverStartTimedOut', true],
  ['OnInfrastructureFailure', 'SchedulingFailure', true],
])(
  'with policy %p after %s another attempt follows: %p',
  (restartPolicy, end, follows) => {
    expect(restartFollows(specOf({ restartPolicy }), end, first, 1_000)).toBe(
      follows,
    );
  },
);

it.each([
  ['three by default', {}, 'Failed', false],
  ['a higher number', { maxRestartAttempts: 5 }, 'Failed', true],
  [
    'fewer failures',
    { maxRestartAttempts: 9, maxRestartOnFailure: 3 },
    'Failed',
    false,
  ],
  [
    'more failures of the scheduler',
    {
      maxRestartAttempts: 9,
      maxRestartOnFailure: 1,
      maxRestartOnSchedulingFailure: 2,
    },
    'SchedulingFailure',
    true,
  ],
  [
    'a counter that a long life resets',
    { restartCounterResetMillis: 1_000 },
    'Failed',
    true,
  ],
])('allows %s', (_, limits, end, follows) => {
  const spec = specOf({ restartPolicy: 'OnFailure', ...limits });
  expect(restartFollows(spec, end, third, 60_000)).toBe(follows);
});

it('counts restarts by the number of the attempt where the older version has no counter', () => {
  expect(countersOf({ id: 2 }).restarts).toBe(2);
  expect(countersOf({ id: 2, restartCounter: 1 }).restarts).toBe(1);
  expect(countersOf('x')).toEqual(first);
});

it('says how often it may run in all', () => {
  const spec = specOf({
    restartPolicy: 'OnInfrastructureFailure',
    maxRestartAttempts: 2,
  });
  expect(restartRules(spec, 'SchedulingFailure').maxExecutions).toBe(3);
  expect(restartRules(spec, 'Failed').maxExecutions).toBe(1);
  expect(restartRules(undefined, 'Failed')).toEqual({
    always: false,
    maxExecutions: 1,
  });
});

it.each([
  [{}, 'Failed', 30_000],
  [{ restartBackoffMillis: 5 }, 'Succeeded', 5],
  [{ restartBackoffMillis: 5, restartBackoffMillisForFailure: 7 }, 'Failed', 7],
  [{ restartBackoffMillisForFailure: 7 }, 'SchedulingFailure', 7],
  [{ restartBackoffMillisForSchedulingFailure: 9 }, 'SchedulingFailure', 9],
])('waits as %j says after %s: %p ms', (config, end, ms) => {
  expect(backoffMs(specOf(config), end)).toBe(ms);
});
