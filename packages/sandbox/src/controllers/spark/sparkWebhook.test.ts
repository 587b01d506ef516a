import { StatusError } from '../../types';
import { SandboxRig, sparkPi } from '../fixtures/SandboxRig';
import { SCHEDULED_SPARK_APPLICATIONS, SPARK_APPLICATIONS } from '../refs';

const rig = new SandboxRig();
afterAll(() => rig.stop());

const DENIED =
  'admission webhook "validate-sparkoperator-k8s-io-v1beta2-sparkapplication.sparkoperator.k8s.io" denied the request: ';

function denial(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof StatusError && error.status.code === 403) {
      return error.message;
    }
    throw error;
  }
  throw new Error('was admitted');
}

const create = (name: string, spec: Record<string, unknown> = {}) =>
  rig.submit(spec, name);

it.each([
  ['1st', 'a DNS-1035 label must consist of'],
  ['dotted.name', 'a DNS-1035 label must consist of'],
  ['a'.repeat(64), 'must be no more than 63 characters'],
])('refuses the name %s', (name, text) => {
  const message = denial(() => create(name));
  expect(message).toContain(
    `${DENIED}invalid SparkApplication name "${name}": `,
  );
  expect(message).toContain(text);
});

it.each([
  [
    'spark.kubernetes.authenticate.driver.serviceAccountName',
    'configure the service account via the CRD spec instead',
  ],
  [
    'spark.kubernetes.authenticate.oauthToken',
    'authentication credentials are managed by the operator',
  ],
  [
    'spark.kubernetes.authenticate.executor.oauthTokenFile',
    'authentication credentials are managed by the operator',
  ],
  ['spark.master', 'this value is managed by the operator'],
  ['spark.kubernetes.driver.master', 'this value is managed by the operator'],
  [
    'spark.kubernetes.container.image',
    'use the image field on the CRD instead',
  ],
  [
    'spark.kubernetes.executor.container.image',
    'use the image field on the CRD instead',
  ],
])('refuses sparkConf %s', (key, remedy) => {
  const fault = `sparkConf key "${key}" is not allowed: ${remedy}`;
  expect(denial(() => create('conf', { sparkConf: { [key]: 'x' } }))).toBe(
    `${DENIED}${fault}`,
  );
  const template = sparkPi('conf', { sparkConf: { [key]: 'x' } }).spec;
  expect(
    denial(() =>
      rig.api.create(SCHEDULED_SPARK_APPLICATIONS, rig.namespace, {
        metadata: { name: 'conf' },
        spec: { schedule: '@daily', template },
      }),
    ),
  ).toBe(
    `admission webhook "validate-sparkoperator-k8s-io-v1beta2-scheduledsparkapplication.sparkoperator.k8s.io" denied the request: ${fault}`,
  );
});

it('lets spark.kubernetes.namespace be the namespace alone', () => {
  const sparkConf = { 'spark.kubernetes.namespace': 'elsewhere' };
  expect(denial(() => create('ns', { sparkConf }))).toContain(
    'must equal the application namespace "orders", got "elsewhere"',
  );
  create('ns', { sparkConf: { 'spark.kubernetes.namespace': 'orders' } });
});

it('refuses node selectors at two places', () => {
  expect(
    denial(() =>
      create('nodes', {
        nodeSelector: { a: 'b' },
        executor: { cores: 1, nodeSelector: { a: 'b' } },
      }),
    ),
  ).toBe(
    `${DENIED}node selector cannot be defined at both SparkApplication and Driver/Executor`,
  );
});

it('judges an update only when it changes the spec', () => {
  const app = create('edited', { suspend: true });
  const labelled = rig.api.update(SPARK_APPLICATIONS, {
    ...app,
    metadata: { ...app.metadata, labels: { team: 'other' } },
  });
  expect(labelled.metadata.labels).toEqual({ team: 'other' });
  expect(
    denial(() =>
      rig.api.update(SPARK_APPLICATIONS, {
        ...labelled,
        spec: { ...labelled.spec, sparkConf: { 'spark.master': 'local' } },
      }),
    ),
  ).toContain('spark.master');
});
