import {
  APP,
  apacheApp,
  apacheState,
  apacheStatus,
  statesOf,
  submitApache,
  untilState,
} from '../fixtures/apacheSpark';
import { SandboxRig } from '../fixtures/SandboxRig';
import { APACHE_SPARK_APPLICATIONS, PODS } from '../refs';
import { FINALIZER } from './SparkOperator';

let rig: SandboxRig;
beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

const history = () => statesOf(apacheStatus(rig)?.stateTransitionHistory);
const remove = () =>
  rig.api.delete(APACHE_SPARK_APPLICATIONS, rig.namespace, APP);

it('runs to its end, and says so only behind the release of its resources', () => {
  submitApache(rig);
  expect(apacheStatus(rig)).toBeUndefined();
  untilState(rig, 'RunningHealthy');
  const driver = rig.pod('pi-0-driver');
  expect(driver?.metadata.labels).toMatchObject({
    'spark.operator/name': 'spark-kubernetes-operator',
    'spark.operator/spark-app-name': 'pi',
    'spark-role': 'driver',
    'spark-version': '4.0.0',
    'spark-app-selector': 'pi-0',
  });
  expect(driver?.spec.containers[0].image).toBe('apache/spark:4.0.0');
  rig.until(() => rig.executors().length === 2);
  expect(rig.executors().map(({ metadata }) => metadata.name)).toEqual([
    'pi-0-exec-1',
    'pi-0-exec-2',
  ]);
  untilState(rig, 'ResourceReleased');
  expect(history()).toEqual([
    'Submitted',
    'DriverRequested',
    'DriverStarted',
    'DriverReady',
    'RunningHealthy',
    'Succeeded',
    'ResourceReleased',
  ]);
  const { currentAttemptSummary, previousAttemptSummary } = apacheStatus(rig)!;
  expect(currentAttemptSummary?.attemptInfo).toEqual({
    id: 0,
    restartCounter: 0,
    failureRestartCounter: 0,
    schedulingFailureRestartCounter: 0,
  });
  expect(previousAttemptSummary).toBeUndefined();
  rig.until(() => rig.pod('pi-0-driver') === undefined);
});

it('keeps what the driver was, after the driver is gone', () => {
  submitApache(rig, { driverArgs: ['--duration', '12s', '--exit-code', '3'] });
  untilState(rig, 'ResourceReleased');
  const failed = Object.values(apacheStatus(rig)!.stateTransitionHistory).find(
    ({ currentStateSummary }) => currentStateSummary === 'Failed',
  );
  expect(failed?.lastObservedDriverStatus).toMatchObject({
    containerStatuses: [{ state: { terminated: { exitCode: 3 } } }],
  });
  rig.until(() => rig.pod('pi-0-driver') === undefined);
});

it.each([
  ['OnFailure', ['--exit-code', '1'], 'TerminatedWithoutReleaseResources'],
  ['OnFailure', [], 'ResourceReleased'],
  ['Always', [], 'TerminatedWithoutReleaseResources'],
])('with resourceRetainPolicy %s and arguments %j ends as %s', (...row) => {
  const [resourceRetainPolicy, more, end] = row;
  submitApache(rig, {
    driverArgs: ['--duration', '12s', ...more],
    applicationTolerations: { resourceRetainPolicy },
  });
  untilState(rig, end);
  rig.clock.advance(10_000);
  const driver = rig.pod('pi-0-driver');
  expect(driver === undefined).toBe(end === 'ResourceReleased');
});

it('lets kept resources go after their time, and the object after its own', () => {
  submitApache(rig, {
    applicationTolerations: {
      resourceRetainPolicy: 'Always',
      resourceRetainDurationMillis: 20_000,
      ttlAfterStopMillis: 60_000,
    },
  });
  untilState(rig, 'TerminatedWithoutReleaseResources');
  rig.clock.advance(19_000);
  expect(apacheState(rig)).toBe('TerminatedWithoutReleaseResources');
  untilState(rig, 'ResourceReleased', 3_000);
  rig.until(() => apacheApp(rig) === undefined, 61_000);
});

it('holds a deleted application until its driver is asked to go', () => {
  const seen = rig.watch(APACHE_SPARK_APPLICATIONS);
  submitApache(rig, { driverArgs: ['--duration', '2m'] });
  untilState(rig, 'RunningHealthy');
  expect(apacheApp(rig)?.metadata.finalizers).toEqual([FINALIZER]);
  remove();
  expect(apacheApp(rig)?.metadata.deletionTimestamp).toBeDefined();
  rig.until(() => apacheApp(rig) === undefined, 5_000);
  const last = seen.at(-1)!.object.status.currentState;
  expect(last).toMatchObject({
    currentStateSummary: 'ResourceReleased',
    message: 'Spark application has been shutdown as requested.',
  });
  rig.until(() => rig.api.list(PODS, rig.namespace).length === 0);
});

it('is stuck in deletion while no operator runs', () => {
  submitApache(rig, { driverArgs: ['--duration', '2m'] });
  untilState(rig, 'RunningHealthy');
  rig.stop();
  remove();
  rig.clock.advance(600_000);
  expect(apacheApp(rig)?.metadata.deletionTimestamp).toBeDefined();
  rig.start();
  rig.until(() => apacheApp(rig) === undefined, 60_000);
});

it('is served in both versions, with the same content', () => {
  submitApache(rig);
  untilState(rig, 'RunningHealthy');
  const old = rig.api.get(
    { ...APACHE_SPARK_APPLICATIONS, version: 'v1beta1' },
    rig.namespace,
    APP,
  );
  expect(old?.status).toEqual(apacheApp(rig)?.status);
});
