import { OperationRequest } from '@millrace/backstage-plugin-data-platform-common';
import { LABELLED } from './clusterContent';
import { Expectation } from './expectations';
import { World } from './World';

/** One request of an operation, and what is expected of it. */
export interface OperationSample {
  expect: Expectation;
  request(world: World): Omit<OperationRequest, 'operation'>;
  /** What the owner is told where the thing is in no state for it. */
  refusedNow?: string;
}

const manifest = (name: string) => `apiVersion: sparkoperator.k8s.io/v1beta2
kind: SparkApplication
metadata:
  name: ${name}
spec:
  type: Python
  mode: cluster
  sparkVersion: 4.0.0
  image: docker.io/apache/spark:4.0.0-python3
  mainApplicationFile: local:///opt/spark/examples/src/main/python/pi.py
  driver: { cores: 1, memory: 1g, serviceAccount: spark }
  executor: { cores: 1, instances: 1, memory: 1g }
`;

const JOB = 'component:default/orders-daily';
/** Made with the portal. */
const OUR_JOB = 'component:default/returns-job';
const on = (
  pick: (world: World) => string,
  refusedNow?: string,
): OperationSample => ({
  expect: 'write: own object',
  request: world => ({ resourceId: pick(world), input: {} }),
  refusedNow,
});
const run = (world: World) => world.own.id;
const other = (kind: keyof World['others']) => (world: World) =>
  world.others[kind];
const entity = (input: Record<string, unknown>, entityRef?: string) => ({
  expect: 'write: own entity' as const,
  request: () => ({ input, ...(entityRef && { entityRef }) }),
});

/**
 * Every operation that the portal has, by id; each acts on the domain sales. A new one fails the test until it stands
 * here: choose what is expected of it, and give a request that is right but for who sends it.
 */
export const OPERATIONS: Readonly<Record<string, OperationSample>> = {
  'domain:create': entity({
    name: 'matrix',
    title: 'Matrix',
    owner: 'group:default/sales-team',
    cluster: 'sandbox',
    quotaPreset: 'small',
  }),
  'domain:decommission': entity(
    { confirm: 'sales', cancelRunning: true },
    'domain:default/sales',
  ),
  'domain:add-member': entity(
    { role: 'viewer', group: 'group:default/logistics-team' },
    'domain:default/sales',
  ),
  'domain:remove-member': {
    ...entity(
      { role: 'viewer', group: 'group:default/analysts' },
      'domain:default/sales',
    ),
    expect: 'write: own entity, read on the cluster',
  },
  'domain:set-quota': {
    ...entity({ preset: 'large' }, 'domain:default/sales'),
    expect: 'write: administrators',
  },
  'domain:set-limits': {
    ...entity({ limits: { 'max.memory': '64Gi' } }, 'domain:default/sales'),
    expect: 'write: administrators',
  },
  'domain:adopt': entity({
    source: 'sandbox',
    namespace: LABELLED,
    name: LABELLED,
    owner: 'group:default/sales-team',
  }),
  'product:create': entity({
    name: 'matrix',
    domain: 'domain:default/sales',
    outputPort: { name: 'matrix-daily' },
  }),
  'spark-job:create': entity({
    name: 'matrix',
    product: 'system:default/orders-product',
    example: 'pyspark-pi',
    executor: { instances: 1, cores: 1, memory: '1g' },
  }),
  'spark-job:update': entity({ manifest: manifest('returns-job') }, OUR_JOB),
  'spark-job:run': entity({}, JOB),
  'spark-job:backfill': entity(
    { from: '2026-01-01', to: '2026-01-02', dateArgument: '--day={date}' },
    JOB,
  ),
  'spark-job:clone': entity({ name: 'matrix-clone' }, JOB),
  'spark-job:adopt': {
    expect: 'write: own entity',
    request: ({ adoptable }) => ({
      input: {
        product: 'system:default/orders-product',
        jobs: [{ key: adoptable, name: 'matrix-adopted' }],
      },
    }),
  },
  'series:cancel': {
    expect: 'write: own series',
    request: ({ made }) => ({ input: { operationId: made[made.length - 1] } }),
  },
  'kubernetes:apply': entity({
    manifest: manifest('matrix'),
    domain: 'domain:default/sales',
  }),
  'entity:register': entity({
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: { name: 'returns-table' },
      spec: {
        type: 'dataset',
        owner: 'group:default/sales-team',
        system: 'system:default/orders-product',
      },
    },
  }),
  'entity:unregister': entity({}, OUR_JOB),
  'notebook:create': entity({
    name: 'matrix',
    domain: 'domain:default/sales',
    generation: 1,
    cpu: '0.1',
    memory: '128Mi',
    home: 'none',
  }),
  'notebook:resize': {
    ...on(other('notebook')),
    expect: 'write: own object, read on the cluster',
    request: ({ others }) => ({
      resourceId: others.notebook,
      input: { cpu: '0.2' },
    }),
  },
  'notebook:stop-many': {
    expect: 'write: what of it is one’s own',
    request: ({ others }) => ({ input: { ids: [others.notebook] } }),
  },
  'notebook:stop': on(other('notebook')),
  'notebook:start': on(other('notebook'), 'It is started already.'),
  'notebook:restart': on(other('notebook')),
  'notebook:delete': on(other('notebook')),
  'spark:stop': on(run),
  'spark:rerun': on(
    run,
    'This run has not ended; stop it first, or wait for its end.',
  ),
  'spark:suspend': on(run),
  'spark:resume': on(run, 'It is not suspended.'),
  'spark:run-now': {
    ...on(other('schedule')),
    expect: 'write: own object, read on the cluster',
  },
  'spark:suspend-schedule': on(other('schedule')),
  'spark:resume-schedule': on(
    other('schedule'),
    'The schedule is not suspended.',
  ),
  'spark-connect:delete': on(other('connect')),
  'spark-apache:stop': on(other('apache')),
  'spark-apache:rerun': on(
    other('apache'),
    'This run has not ended; stop it first, or wait for its end.',
  ),
  'spark-apache:suspend': on(
    other('apache'),
    'The Apache Spark operator of this cluster cannot suspend a run; stop it, and re-run it later.',
  ),
  'spark-apache:resume': on(other('apache'), 'It is not suspended.'),
  'spark-apache:delete': on(
    other('apache'),
    'This run has not ended; stop it instead.',
  ),
  'spark-cluster:delete': on(other('cluster')),
};
