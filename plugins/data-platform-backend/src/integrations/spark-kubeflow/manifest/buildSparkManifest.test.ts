import fc from 'fast-check';
import { anyForm } from '../../spark/__testUtils__/anyForm';
import { crdSchema, hasCrds } from '../../__testUtils__/crdSchema';
import { SparkJobForm } from '../../spark/manifest/sparkJobForm';
import { buildSparkManifest } from './buildSparkManifest';
import { rerunManifest } from './rerunManifest';
import { runFromDefinition } from './runFromDefinition';
import { validateSparkManifest } from './validateSparkManifest';

const form: SparkJobForm = {
  name: 'orders-daily',
  namespace: 'sales',
  language: 'Scala',
  mainApplicationFile: 'local:///opt/spark/app/main.jar',
  mainClass: 'org.example.Main',
  image: 'registry.example/etl:1.4.2',
  sparkVersion: '4.0.0',
};

it('builds the smallest job with all that must be set', () => {
  expect(buildSparkManifest(form).spec).toEqual({
    type: 'Scala',
    mode: 'cluster',
    sparkVersion: '4.0.0',
    image: 'registry.example/etl:1.4.2',
    mainApplicationFile: 'local:///opt/spark/app/main.jar',
    mainClass: 'org.example.Main',
    restartPolicy: { type: 'Never' },
    timeToLiveSeconds: 86_400,
    driver: { cores: 1, memory: '1g', serviceAccount: 'spark' },
    executor: { cores: 1, memory: '1g', instances: 1 },
  });
});

it('refers to secrets by name, never by value', () => {
  const { spec }: any = buildSparkManifest({
    ...form,
    secrets: [{ name: 'warehouse' }],
    secretEnv: [{ variable: 'PASSWORD', secret: 'warehouse', key: 'password' }],
    configMaps: [{ name: 'conf', path: '/conf' }],
    imagePullSecrets: ['registry'],
  });
  const shared = {
    secrets: [
      {
        name: 'warehouse',
        path: '/etc/secrets/warehouse',
        secretType: 'Generic',
      },
    ],
    envSecretKeyRefs: { PASSWORD: { name: 'warehouse', key: 'password' } },
    configMaps: [{ name: 'conf', path: '/conf' }],
  };
  expect(spec.driver).toMatchObject(shared);
  expect(spec.executor).toMatchObject(shared);
  expect(spec.imagePullSecrets).toEqual(['registry']);
});

it('builds a schedule that goes on after its first run', () => {
  const manifest = buildSparkManifest({
    ...form,
    schedule: { cron: '@daily' },
  });
  expect(manifest).toMatchObject({
    kind: 'ScheduledSparkApplication',
    spec: {
      schedule: '@daily',
      timeZone: 'UTC',
      concurrencyPolicy: 'Forbid',
      template: buildSparkManifest(form).spec as object,
    },
  });
});

it('makes a run of either kind, which starts when it is created', () => {
  for (const schedule of [undefined, { cron: '@daily' }]) {
    const definition: any = buildSparkManifest({
      ...form,
      schedule,
      labels: { 'backstage.io/kubernetes-id': 'orders-daily' },
      annotations: { note: 'stays behind' },
    });
    definition.spec.suspend = true;
    const before = structuredClone(definition);
    expect(
      runFromDefinition(definition, {
        name: 'orders-daily-1',
        namespace: 'sales',
        labels: { a: 'b' },
        annotations: { by: 'ada' },
      }),
    ).toEqual({
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: 'SparkApplication',
      metadata: {
        name: 'orders-daily-1',
        namespace: 'sales',
        labels: { 'backstage.io/kubernetes-id': 'orders-daily', a: 'b' },
        annotations: { by: 'ada' },
      },
      spec: buildSparkManifest(form).spec,
    });
    expect(definition).toEqual(before);
  }
});

it('makes a run of anything, without throwing', () => {
  for (const value of [undefined, null, 'x', {}, { metadata: 4, spec: [] }]) {
    expect(runFromDefinition(value, { name: 'x' }).spec).toEqual({});
    expect(rerunManifest(value, 'x').spec).toEqual({});
  }
});

const describeCrds = hasCrds ? describe : describe.skip;

describeCrds(
  "the operator's own schema (skipped where ../shared/specs is absent)",
  () => {
    it('accepts whatever the form can build, and so do our own rules', () => {
      const validate = {
        SparkApplication: schemaOf('sparkapplications'),
        ScheduledSparkApplication: schemaOf('scheduledsparkapplications'),
      };
      fc.assert(
        fc.property(anyForm, input => {
          const manifest = buildSparkManifest(input);
          const check = validate[manifest.kind as keyof typeof validate];
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

function schemaOf(plural: string) {
  return crdSchema(
    `kubeflow-spark-operator/sparkoperator.k8s.io_${plural}.yaml`,
    'v1beta2',
  );
}
