import { sampleNamed } from './__testUtils__/sampleNamed';
import { samplesOf } from './__testUtils__/samples';
import { sparkApplication } from './sparkApplication';
import { sparkRun } from './run';
import { projected } from '@millrace/backstage-plugin-data-platform-node/testUtils';

const runOf = (title: string) => {
  const { object, context } = sampleNamed(title);
  return sparkRun(object, context);
};
const time = (text: string) => Date.parse(`2026-11-22T${text}Z`);

it('has no run before the operator has taken it up', () => {
  expect(runOf('created a moment ago')).toBeUndefined();
  expect(runOf('held by spec.suspend, so without a state')).toBeUndefined();
});

it('tells a run from its states and the record of its driver', () => {
  expect(runOf('ResourceReleased after a failure')).toEqual({
    attempt: 'attempt-0',
    submittedAt: time('11:40:01.123'),
    startedAt: time('11:40:10'),
    finishedAt: time('11:52:08'),
    outcome: 'failed',
    // A day after it stopped, and five minutes.
    lookAgainAt: time('11:57:10.123') + 86_400_000,
    trigger: { type: 'external' },
    logPod: {
      name: 'orders-daily-0-driver',
      container: 'spark-kubernetes-driver',
    },
    spark: expect.objectContaining({ applicationId: 'orders-daily-0' }),
    executors: { dynamic: false, instances: 3 },
  });
});

it('tells who pressed the button', () => {
  const { object, context } = sampleNamed('Submitted, no pod yet');
  const { metadata } = object;
  const pressed = {
    ...object,
    metadata: {
      ...metadata,
      annotations: { 'millrace.dev/started-by': 'user:default/ada' },
    },
  };
  expect(sparkRun(pressed, context)?.trigger).toEqual({
    type: 'person',
    by: 'user:default/ada',
  });
});

it('tells attempts apart under one uid', () => {
  expect(runOf('Failed at the last attempt')?.attempt).toBe('attempt-1');
  expect(
    runOf(
      'DriverRequested of the second attempt, a pod of the first is still there',
    ),
  ).toEqual(expect.not.objectContaining({ outcome: expect.anything() }));
});

it('keeps telling of the attempt that failed until the next one starts', () => {
  expect(runOf('ScheduledToRestart after a failure, trimmed')).toMatchObject({
    attempt: 'attempt-0',
    outcome: 'failed',
    finishedAt: time('11:52:08'),
  });
});

it.each([
  ['the driver has failed, and the operator has not recorded it', 'failed'],
  ['the driver has ended well a second ago', 'succeeded'],
  ['DriverRequested, the driver has ended well already', undefined],
  ['ResourceReleased because it was deleted', 'cancelled'],
  ['ResourceReleased, and nothing tells the end', undefined],
])('%s: %p', (title, outcome) => {
  expect(runOf(title)?.outcome).toBe(outcome);
});

it('never says other than the verdict how a run ended', () => {
  const differing = samplesOf('SparkApplication').filter(
    ({ object, context }) => {
      const seen = projected(sparkApplication, object);
      const { outcome } = sparkApplication.assess(seen, context);
      return outcome && outcome !== sparkRun(seen, context)?.outcome;
    },
  );
  expect(differing.map(({ title }) => title)).toEqual([]);
});

it('has no log where no pod was made', () => {
  expect(runOf('ResourceReleased after a scheduling failure')?.logPod).toBe(
    undefined,
  );
});
