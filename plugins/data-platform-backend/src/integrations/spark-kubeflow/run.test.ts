import {
  contextOf,
  projected,
} from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { samplesOf } from './__testUtils__/samples';
import { sparkRun } from './run';
import { sparkApplication } from './sparkApplication';

const samples = new Map(
  samplesOf('SparkApplication').map(sample => [sample.title, sample]),
);

function runOf(title: string) {
  const sample = samples.get(title)!;
  return sparkRun(projected(sparkApplication, sample.object), sample.context);
}

it('has times and log of a finished run from its pod', () => {
  expect(runOf('completed')).toEqual({
    attempt: 'sub-1',
    submittedAt: Date.parse('2026-11-22T11:40:02Z'),
    startedAt: Date.parse('2026-11-22T11:40:10Z'),
    finishedAt: Date.parse('2026-11-22T11:52:10Z'),
    outcome: 'succeeded',
    trigger: { type: 'external' },
    logPod: {
      name: 'orders-daily-driver',
      container: 'spark-kubernetes-driver',
      uid: 'uid-orders-daily-driver',
    },
    spark: {
      applicationId: 'spark-1f2e24d7',
      eventLog: true,
      executorMemoryBytes: 2432 * 2 ** 20,
    },
    executors: { dynamic: false, instances: 3 },
  });
});

describe('where Spark tells of itself', () => {
  const { object, context } = samples.get('all executors run')!;
  const sparkOf = (conf: Record<string, string>) => {
    const spec = object.spec as { sparkConf?: object };
    const sparkConf = { ...spec.sparkConf, ...conf };
    const changed = { ...object, spec: { ...spec, sparkConf } };
    return sparkRun(projected(sparkApplication, changed), context)?.spark;
  };

  it('is the driver while its container runs', () => {
    expect(sparkOf({})?.driver).toEqual({
      pod: 'orders-daily-driver',
      port: 4040,
    });
    expect(runOf('driver pod has a node')?.spark?.driver).toBeUndefined();
    expect(
      runOf('driver succeeded long ago, the operator is down')?.spark?.driver,
    ).toBeUndefined();
  });

  it.each([
    ['5050', 5050],
    ['0', 4040],
    ['99999', 4040],
    ['4040/../../x', 4040],
  ])('is at the port that the definition says: %s', (setting, port) => {
    expect(sparkOf({ 'spark.ui.port': setting })?.driver?.port).toBe(port);
  });

  it('is nowhere without a UI, and in a History Server with an event log', () => {
    expect(sparkOf({ 'spark.ui.enabled': 'false' })?.driver).toBeUndefined();
    expect(sparkOf({ 'spark.eventLog.enabled': 'true' })?.eventLog).toBe(true);
    expect(
      sparkOf({ 'spark.eventLog.enabled': 'false' })?.eventLog,
    ).toBeUndefined();
  });
});

it.each([
  ['created a moment ago', undefined, undefined],
  ['created suspended', undefined, undefined],
  ['driver pod has a node', 'sub-1', undefined],
  ['all executors run', 'sub-1', undefined],
  ['driver succeeded long ago, the operator is down', 'sub-1', 'succeeded'],
  ['driver failed, the operator is down', 'sub-1', 'failed'],
  ['driver failed a moment ago and will be tried again', 'sub-1', 'failed'],
  ['the driver pod is being deleted', 'sub-1', undefined],
  ['suspension asked for while it runs', 'sub-1', undefined],
  ['failing, to be tried again', 'sub-1', 'failed'],
  [
    'about to be tried again, nothing is left of the failure',
    'sub-1',
    'failed',
  ],
  ['to be run anew after a change of the definition', 'sub-1', 'cancelled'],
  ['invalidating', 'sub-1', 'cancelled'],
  ['suspended', 'sub-1', 'cancelled'],
  ['resuming', 'sub-1', 'cancelled'],
  ['submission refused, no retry', 'sub-1', 'failed'],
  ['state that is not known', 'sub-1', undefined],
])('%s', (title, attempt, outcome) => {
  const run = runOf(title);
  expect([run?.attempt, run?.outcome]).toEqual([attempt, outcome]);
});

it('names a refused submission that has no id, and no log of a pod that never was', () => {
  const run = sparkRun(
    {
      metadata: { name: 'x', uid: 'u' },
      status: {
        applicationState: { state: 'FAILED' },
        submissionAttempts: 3,
        driverInfo: { podName: 'x-driver' },
      },
    },
    contextOf(),
  );
  expect(run).toMatchObject({ attempt: 'submission-3', outcome: 'failed' });
  expect(run?.logPod).toBeUndefined();
});

it('tells who started it', () => {
  const triggerOf = (metadata: object) =>
    sparkRun(
      {
        metadata: { name: 'x', uid: 'u', ...metadata },
        status: { submissionID: 'a' },
      },
      contextOf(),
    )?.trigger;
  const labels = { 'sparkoperator.k8s.io/scheduled-app-name': 'nightly' };
  const annotations = { 'millrace.dev/started-by': 'user:default/ada' };
  expect(triggerOf({ labels })).toEqual({ type: 'schedule', by: 'nightly' });
  expect(triggerOf({ labels, annotations })).toEqual({
    type: 'person',
    by: 'user:default/ada',
  });
  expect(triggerOf({})).toEqual({ type: 'external' });
});
