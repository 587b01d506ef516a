import {
  apacheState,
  apacheStatus,
  statesOf,
  submitApache,
  untilState,
} from '../fixtures/apacheSpark';
import { SandboxRig } from '../fixtures/SandboxRig';
import { PODS, RESOURCE_QUOTAS } from '../refs';

let rig: SandboxRig;
beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

const history = () => statesOf(apacheStatus(rig)?.stateTransitionHistory);
const timeouts = (config: Record<string, number>) => ({
  applicationTolerations: { applicationTimeoutConfig: config },
});
const instances = (init: number, min: number, max: number) => ({
  instanceConfig: { initExecutors: init, minExecutors: min, maxExecutors: max },
});
function quota(hard: Record<string, string>): void {
  rig.api.create(RESOURCE_QUOTAS, rig.namespace, {
    metadata: { name: 'domain' },
    spec: { hard },
  });
  rig.clock.advance(1_000);
}

it('gives up on a driver that never starts', () => {
  submitApache(rig, {
    sparkConf: { 'spark.kubernetes.container.image': 'apache/spark:typo' },
    ...timeouts({ driverStartTimeoutMillis: 20_000 }),
  });
  untilState(rig, 'ResourceReleased', 30_000);
  expect(history()).toEqual([
    'Submitted',
    'DriverRequested',
    'DriverStartTimedOut',
    'ResourceReleased',
  ]);
});

it('waits five minutes by default', () => {
  submitApache(rig, {
    sparkConf: { 'spark.kubernetes.container.image': 'apache/spark:typo' },
  });
  untilState(rig, 'DriverRequested');
  rig.clock.advance(299_000);
  expect(apacheState(rig)).toBe('DriverRequested');
  rig.clock.advance(5_000);
  expect(apacheState(rig)).toBe('ResourceReleased');
});

it('gives up on a driver that is never ready', () => {
  submitApache(rig, {
    driverSpec: {
      podTemplateSpec: {
        spec: { readinessGates: [{ conditionType: 'example.com/warm' }] },
      },
    },
    driverArgs: ['--duration', '5m'],
    ...timeouts({ driverReadyTimeoutMillis: 20_000 }),
  });
  untilState(rig, 'ResourceReleased', 60_000);
  expect(history().slice(1, 4)).toEqual([
    'DriverRequested',
    'DriverStarted',
    'DriverReadyTimedOut',
  ]);
});

it('gives up on executors that never come', () => {
  quota({ pods: '1' });
  submitApache(rig, {
    driverArgs: ['--duration', '5m'],
    applicationTolerations: {
      ...instances(2, 2, 2),
      ...timeouts({ executorStartTimeoutMillis: 20_000 })
        .applicationTolerations,
    },
  });
  untilState(rig, 'ResourceReleased', 60_000);
  expect(history().slice(-2)).toEqual([
    'ExecutorsStartTimedOut',
    'ResourceReleased',
  ]);
});

it('tells how far it is from the executors that it wants', () => {
  submitApache(rig, {
    sparkConf: { 'spark.executor.instances': '3' },
    driverArgs: ['--duration', '1m'],
    applicationTolerations: instances(2, 2, 3),
  });
  untilState(rig, 'RunningHealthy', 30_000);
  expect(history().slice(3)).toEqual([
    'DriverReady',
    'InitializedBelowThresholdExecutors',
    'RunningWithPartialCapacity',
    'RunningHealthy',
  ]);
  quota({ pods: '1' });
  for (const pod of rig.executors().slice(0, 2)) {
    rig.api.delete(PODS, rig.namespace, pod.metadata.name, {
      gracePeriodSeconds: 0,
    });
  }
  untilState(rig, 'RunningWithBelowThresholdExecutors', 10_000);
});

it('does not count executors under dynamic allocation as missing', () => {
  submitApache(rig, {
    sparkConf: {
      'spark.dynamicAllocation.enabled': 'true',
      'spark.dynamicAllocation.minExecutors': '1',
      'spark.dynamicAllocation.maxExecutors': '4',
      'spark.executor.instances': '1',
    },
    driverArgs: ['--duration', '1m'],
    applicationTolerations: instances(1, 1, 4),
  });
  untilState(rig, 'ResourceReleased', 180_000);
  // Executors leave a moment before the driver does: seen as a lack of them, right before the success.
  expect(history().slice(4)).toEqual([
    'RunningHealthy',
    'RunningWithBelowThresholdExecutors',
    'Succeeded',
    'ResourceReleased',
  ]);
});

it('tells a driver that was refused in the words of the API server', () => {
  quota({ pods: '0' });
  submitApache(rig);
  untilState(rig, 'ResourceReleased', 5_000);
  expect(history()).toEqual([
    'Submitted',
    'SchedulingFailure',
    'ResourceReleased',
  ]);
  const { stateTransitionHistory } = apacheStatus(rig)!;
  expect(stateTransitionHistory['1'].message).toMatch(
    /^Failed to request driver from scheduler backend\. StackTrace: .*exceeded quota: domain, requested: pods=1/,
  );
});

it('tells an evicted driver from one that failed', () => {
  submitApache(rig, { driverArgs: ['--duration', '14s', '--evict', 'driver'] });
  untilState(rig, 'ResourceReleased');
  expect(history()).toContain('DriverEvicted');
  const evicted = Object.values(apacheStatus(rig)!.stateTransitionHistory).find(
    ({ currentStateSummary: state }) => state === 'DriverEvicted',
  );
  expect(evicted?.lastObservedDriverStatus).toMatchObject({
    phase: 'Failed',
    reason: 'Evicted',
  });
});

it('notices a driver that somebody removed', () => {
  submitApache(rig, { driverArgs: ['--duration', '2m'] });
  untilState(rig, 'RunningHealthy');
  rig.api.delete(PODS, rig.namespace, 'pi-0-driver', { gracePeriodSeconds: 0 });
  untilState(rig, 'ResourceReleased', 60_000);
  const failed = apacheStatus(rig)!.stateTransitionHistory['5'];
  expect(failed.currentStateSummary).toBe('Failed');
  expect(failed.message).toMatch(/^Driver removed\./);
});

it('writes a failure and then a success when the driver came and went unseen', () => {
  submitApache(rig);
  untilState(rig, 'DriverRequested');
  const operators = rig.onlyNodes();
  rig.until(() => rig.pod('pi-0-driver')?.status.phase === 'Succeeded');
  operators.start();
  untilState(rig, 'ResourceReleased', 10_000);
  expect(history().slice(-3)).toEqual([
    'Failed',
    'Succeeded',
    'ResourceReleased',
  ]);
});
