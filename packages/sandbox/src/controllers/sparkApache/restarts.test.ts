import {
  apacheState,
  apacheStatus,
  statesOf,
  submitApache,
  untilState,
} from '../fixtures/apacheSpark';
import { SandboxRig } from '../fixtures/SandboxRig';

let rig: SandboxRig;
beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

const restarting = (restartConfig: Record<string, unknown>) => ({
  applicationTolerations: {
    restartConfig: { restartBackoffMillis: 5_000, ...restartConfig },
  },
});

it('restarts after a failure, with a trimmed history and numbers that go on', () => {
  submitApache(rig, {
    driverArgs: ['--duration', '12s', '--exit-code', '1'],
    ...restarting({ restartPolicy: 'OnFailure', maxRestartAttempts: 1 }),
  });
  untilState(rig, 'ScheduledToRestart');
  const { previousAttemptSummary, stateTransitionHistory } = apacheStatus(rig)!;
  expect(Object.keys(stateTransitionHistory)).toEqual(['6']);
  expect(previousAttemptSummary?.attemptInfo?.id).toBe(0);
  expect(statesOf(previousAttemptSummary?.stateTransitionHistory).at(-1)).toBe(
    'Failed',
  );
  rig.clock.advance(4_500);
  expect(apacheState(rig)).toBe('ScheduledToRestart');
  untilState(rig, 'RunningHealthy', 15_000);
  expect(rig.pod('pi-1-driver')?.metadata.labels?.['spark-app-selector']).toBe(
    'pi-1',
  );
  untilState(rig, 'ResourceReleased');
  expect(apacheStatus(rig)?.currentState.message).toBe(
    'The maximum number of restart attempts (1) has been exceeded.',
  );
  expect(apacheStatus(rig)?.currentAttemptSummary?.attemptInfo).toMatchObject({
    id: 1,
    restartCounter: 1,
    failureRestartCounter: 1,
  });
});

it('restarts on infrastructure failures alone when told so', () => {
  submitApache(rig, {
    driverArgs: ['--duration', '12s', '--exit-code', '1'],
    ...restarting({ restartPolicy: 'OnInfrastructureFailure' }),
  });
  untilState(rig, 'ResourceReleased');
  expect(apacheStatus(rig)?.previousAttemptSummary).toBeUndefined();
});

it('runs over and over with Always, until its attempts are used up', () => {
  submitApache(rig, {
    driverArgs: ['--duration', '12s'],
    ...restarting({ restartPolicy: 'Always', maxRestartAttempts: 2 }),
  });
  untilState(rig, 'ResourceReleased');
  expect(apacheStatus(rig)?.currentAttemptSummary?.attemptInfo?.id).toBe(2);
});

it('counts failures in a row apart where a limit is set for them', () => {
  submitApache(rig, {
    driverArgs: ['--duration', '12s', '--exit-code', '1'],
    ...restarting({
      restartPolicy: 'Always',
      maxRestartAttempts: 9,
      maxRestartOnFailure: 1,
      restartBackoffMillisForFailure: 1_000,
    }),
  });
  untilState(rig, 'ResourceReleased');
  expect(apacheStatus(rig)?.currentState.message).toBe(
    'The maximum number of restart attempts on consecutive failures (1) has been exceeded.',
  );
});

it('forgets restarts after an attempt that ran long enough', () => {
  submitApache(rig, {
    driverArgs: ['--duration', '30s', '--exit-code', '1'],
    ...restarting({
      restartPolicy: 'OnFailure',
      maxRestartAttempts: 1,
      restartCounterResetMillis: 10_000,
    }),
  });
  const attempt = () => apacheStatus(rig)?.currentAttemptSummary?.attemptInfo;
  rig.until(() => attempt()?.id === 3, 600_000);
  expect(attempt()?.restartCounter).toBe(1);
});

it('keeps nothing of an attempt that is followed by another', () => {
  submitApache(rig, {
    driverArgs: ['--duration', '12s', '--exit-code', '1'],
    applicationTolerations: {
      resourceRetainPolicy: 'OnFailure',
      restartConfig: {
        restartPolicy: 'OnFailure',
        maxRestartAttempts: 1,
        restartBackoffMillis: 5_000,
      },
    },
  });
  untilState(rig, 'ScheduledToRestart');
  expect(apacheStatus(rig)?.currentState.message).toMatch(
    /resources created in current attempt would be force released/,
  );
  rig.until(() => rig.pod('pi-0-driver') === undefined, 5_000);
});
