import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { sampleNamed } from '../__testUtils__/sampleNamed';
import { sparkApplicationOperations } from './sparkApplicationOperations';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const input = {
  values: {},
  actor: 'user:default/ada',
  operationId: 'op-1',
  now: NOW,
};
const offeredBy = (object: KubernetesObject) =>
  sparkApplicationOperations.flatMap(({ id, availability }) => {
    const answer = availability(object, { now: NOW });
    if (answer !== true) expect(answer).toMatch(/^[A-Z].*\.$/);
    return answer === true ? [id] : [];
  });
const planOf = (id: string, object: KubernetesObject) =>
  sparkApplicationOperations
    .find(operation => operation.id === id)!
    .plan(object, input);

it.each([
  ['created a moment ago', ['spark-apache:stop']],
  ['RunningHealthy with all executors', ['spark-apache:stop']],
  ['ScheduledToRestart, untrimmed', ['spark-apache:stop']],
  [
    'ResourceReleased after a failure',
    ['spark-apache:rerun', 'spark-apache:delete'],
  ],
  [
    'TerminatedWithoutReleaseResources after a success',
    ['spark-apache:rerun', 'spark-apache:delete'],
  ],
  [
    'held by spec.suspend, so without a state',
    ['spark-apache:stop', 'spark-apache:resume'],
  ],
  ['held by a queue', ['spark-apache:stop']],
  ['being deleted', []],
])('%s offers %j, and a reason for the rest', (title, ids) => {
  expect(offeredBy(sampleNamed(title).object)).toEqual(ids);
});

it('offers to suspend only where the cluster knows the field, and before it has begun', () => {
  const { object } = sampleNamed('created a moment ago');
  const knows = { ...object, spec: { ...(object.spec as {}), suspend: false } };
  expect(offeredBy(knows)).toEqual([
    'spark-apache:stop',
    'spark-apache:suspend',
  ]);
  const running = {
    ...knows,
    status: sampleNamed('RunningHealthy with all executors').object.status,
  };
  expect(offeredBy(running)).toEqual(['spark-apache:stop']);
  expect(planOf('spark-apache:suspend', knows)).toEqual([
    expect.objectContaining({
      verb: 'patch',
      patch: { spec: { suspend: true } },
    }),
  ]);
});

it('stops by deleting, and says so before', () => {
  const stop = sparkApplicationOperations[0];
  expect(stop).toMatchObject({
    destructive: true,
    confirmation: expect.stringMatching(/only by deleting it.*history stays/),
  });
  expect(
    planOf(
      'spark-apache:stop',
      sampleNamed('served in the older version').object,
    ),
  ).toEqual([
    expect.objectContaining({
      verb: 'delete',
      target: {
        apiVersion: 'spark.apache.org/v1beta1',
        kind: 'SparkApplication',
        plural: 'sparkapplications',
        namespace: 'sales',
        name: 'orders-daily',
        uid: 'uid-orders-daily',
      },
    }),
  ]);
});

it('re-runs the same definition under a new name, by the person who asked', () => {
  const { raw } = sampleNamed('ResourceReleased after a failure');
  const live: any = structuredClone(raw);
  live.metadata.name = 'orders-daily-mf3k2x1a';
  live.metadata.annotations = { 'millrace.dev/definition': 'abc', other: 'x' };
  const [write]: any = planOf('spark-apache:rerun', live);
  expect(write).toMatchObject({ id: 'rerun', verb: 'create' });
  expect(write.object).toEqual({
    apiVersion: 'spark.apache.org/v1',
    kind: 'SparkApplication',
    metadata: {
      name: `orders-daily-${NOW.toString(36)}`,
      namespace: 'sales',
      annotations: {
        'millrace.dev/definition': 'abc',
        'millrace.dev/started-by': 'user:default/ada',
        'millrace.dev/operation': 'op-1',
      },
    },
    spec: raw.spec,
  });
});

it('has ids that no other operator has', () => {
  for (const { id } of sparkApplicationOperations) {
    expect(id).toMatch(/^spark-apache:/);
  }
});
