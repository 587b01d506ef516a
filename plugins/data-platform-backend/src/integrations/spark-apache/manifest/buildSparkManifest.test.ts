import fc from 'fast-check';
import { anyForm } from '../../spark/__testUtils__/anyForm';
import { crdSchema, hasCrds } from '../../__testUtils__/crdSchema';
import { SparkJobForm } from '../../spark/manifest/sparkJobForm';
import { sparkSize as kubeflowSize } from '../../spark-kubeflow/model/sparkSize';
import { buildSparkManifest as buildForKubeflow } from '../../spark-kubeflow/manifest/buildSparkManifest';
import { sparkSize } from '../model/sparkSize';
import { buildSparkManifest } from './buildSparkManifest';
import { runFromDefinition } from './runFromDefinition';
import { RUN_NAME_MAX, runName } from './runName';
import { validateSparkManifest } from './validateSparkManifest';

const form: SparkJobForm = {
  name: 'orders-daily',
  language: 'Python',
  mainApplicationFile: 'local:///opt/app/main.py',
  image: 'registry.example/etl:1.4.2',
  sparkVersion: '4.0.1',
};
const specOf = (more: Partial<SparkJobForm> = {}): any =>
  buildSparkManifest({ ...form, ...more }).spec;

it('builds the smallest job: image and account are settings here', () => {
  expect(buildSparkManifest(form)).toEqual({
    apiVersion: 'spark.apache.org/v1',
    kind: 'SparkApplication',
    metadata: { name: 'orders-daily' },
    spec: {
      runtimeVersions: { sparkVersion: '4.0.1' },
      pyFiles: 'local:///opt/app/main.py',
      sparkConf: {
        'spark.kubernetes.container.image': 'registry.example/etl:1.4.2',
        'spark.kubernetes.authenticate.driver.serviceAccountName': 'spark',
        'spark.driver.cores': '1',
        'spark.driver.memory': '1g',
        'spark.executor.cores': '1',
        'spark.executor.memory': '1g',
        'spark.executor.instances': '1',
      },
      applicationTolerations: {
        restartConfig: { restartPolicy: 'Never' },
        resourceRetainPolicy: 'OnFailure',
        ttlAfterStopMillis: 86_400_000,
      },
    },
  });
});

it.each([
  ['Java', 'jars'],
  ['Scala', 'jars'],
  ['Python', 'pyFiles'],
  ['R', 'sparkRFiles'],
] as const)('puts the file of %s into %s', (language, key) => {
  expect(specOf({ language })[key]).toBe('local:///opt/app/main.py');
});

it('writes dynamic allocation for Spark, and what the job owes for the operator', () => {
  const spec = specOf({ dynamic: { min: 2, max: 8 } });
  expect(spec.sparkConf).toMatchObject({
    'spark.dynamicAllocation.enabled': 'true',
    'spark.dynamicAllocation.shuffleTracking.enabled': 'true',
    'spark.dynamicAllocation.initialExecutors': '2',
    'spark.dynamicAllocation.minExecutors': '2',
    'spark.dynamicAllocation.maxExecutors': '8',
  });
  expect(spec.sparkConf).not.toHaveProperty('spark.executor.instances');
  expect(spec.applicationTolerations.instanceConfig).toEqual({
    initExecutors: 2,
    minExecutors: 2,
    maxExecutors: 8,
  });
});

it('tries again as often as is asked for', () => {
  const { restartConfig } = specOf({ retries: 2 }).applicationTolerations;
  expect(restartConfig).toEqual({
    restartPolicy: 'OnFailure',
    maxRestartAttempts: 2,
    restartBackoffMillis: 30_000,
  });
});

it('refers to Secrets and ConfigMaps by name', () => {
  const spec = specOf({
    secrets: [{ name: 'db' }],
    secretEnv: [{ variable: 'DB_PASSWORD', secret: 'db', key: 'password' }],
    configMaps: [{ name: 'rules', path: '/rules' }],
    imagePullSecrets: ['a', 'b'],
    imagePullPolicy: 'Always',
  });
  expect(spec.sparkConf).toMatchObject({
    'spark.kubernetes.driver.secrets.db': '/etc/secrets/db',
    'spark.kubernetes.executor.secrets.db': '/etc/secrets/db',
    'spark.kubernetes.driver.secretKeyRef.DB_PASSWORD': 'db:password',
    'spark.kubernetes.container.image.pullSecrets': 'a,b',
    'spark.kubernetes.container.image.pullPolicy': 'Always',
  });
  expect(spec.executorSpec.podTemplateSpec.spec).toEqual({
    containers: [
      {
        name: 'spark-kubernetes-executor',
        volumeMounts: [
          { name: 'config-0', mountPath: '/rules', readOnly: true },
        ],
      },
    ],
    volumes: [{ name: 'config-0', configMap: { name: 'rules' } }],
  });
});

it('lets no extra setting win over a field', () => {
  const { sparkConf } = specOf({
    sparkConf: { 'spark.driver.memory': '64g', 'spark.sql.x': 'y' },
  });
  expect(sparkConf).toMatchObject({
    'spark.driver.memory': '1g',
    'spark.sql.x': 'y',
  });
});

it('means the same size as the other operator, whatever the form says', () => {
  fc.assert(
    fc.property(anyForm, any => {
      const input = { ...any, schedule: undefined };
      expect(sparkSize(buildSparkManifest(input).spec)).toEqual(
        kubeflowSize(buildForKubeflow(input).spec),
      );
    }),
  );
});

describe('a run', () => {
  it('has the definition under its own name, in the version it is written in', () => {
    const definition: any = buildSparkManifest({ ...form, labels: { a: 'b' } });
    definition.apiVersion = 'spark.apache.org/v1beta1';
    definition.spec.suspend = true;
    const run = runFromDefinition(definition, {
      name: 'orders-daily-1',
      namespace: 'sales',
      labels: { 'backstage.io/kubernetes-id': 'orders-daily' },
    });
    expect(run).toMatchObject({
      apiVersion: 'spark.apache.org/v1beta1',
      metadata: {
        name: 'orders-daily-1',
        namespace: 'sales',
        labels: { a: 'b', 'backstage.io/kubernetes-id': 'orders-daily' },
      },
    });
    expect(run.spec).toEqual(specOf());
  });

  it('has a name that leaves room for the number of its attempt', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z0-9-]{0,62}$/),
        fc.integer({ min: 0, max: 4e12 }),
        (job, now) => {
          const name = runName(job, now);
          expect(name.length).toBeLessThanOrEqual(RUN_NAME_MAX);
          expect(name).toMatch(/^[a-z]([a-z0-9-]*[a-z0-9])?$/);
        },
      ),
    );
  });
});

const describeCrds = hasCrds ? describe : describe.skip;

describeCrds(
  "the operator's own schema (skipped where ../shared/specs is absent)",
  () => {
    it('accepts whatever the form can build, and so do our own rules', () => {
      const check = crdSchema(
        'apache-spark-kubernetes-operator/sparkapplications.spark.apache.org-v1.yaml',
        'v1',
        ['driverHttpRouteList', 'driverGrpcRouteList'],
      );
      fc.assert(
        fc.property(anyForm, input => {
          const manifest = buildSparkManifest(input);
          const ok = check(manifest);
          expect(ok ? [] : check.errors).toEqual([]);
          const errors = validateSparkManifest(manifest).filter(
            ({ level }) => level === 'error',
          );
          expect(errors).toEqual([]);
        }),
      );
    });
  },
);

it('is what the schema of the older version allows', () => {
  const { apiVersion, spec } = buildSparkManifest(form, 'v1beta1') as any;
  expect(apiVersion).toBe('spark.apache.org/v1beta1');
  expect(spec.applicationTolerations.ttlAfterStopMillis).toBeUndefined();
});
