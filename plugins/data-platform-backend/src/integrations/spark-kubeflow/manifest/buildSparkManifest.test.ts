import { existsSync, readFileSync } from 'fs';
import { resolve } from 'path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { parse } from 'yaml';
import { buildSparkManifest, SparkJobForm } from './buildSparkManifest';
import { rerunManifest } from './rerunManifest';
import { runFromDefinition } from './runFromDefinition';
import { validateSparkManifest } from './validateSparkManifest';

const CRDS = resolve(
  __dirname,
  '../../../../../../../shared/specs/kubeflow-spark-operator',
);
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

const describeCrds = existsSync(CRDS) ? describe : describe.skip;

describeCrds(
  "the operator's own schema (skipped where ../shared/specs is absent)",
  () => {
    const text = fc.stringMatching(/^[a-z]{1,12}$/);
    const pod = fc.record(
      {
        cores: fc.integer({ min: 1, max: 64 }),
        memory: fc.constantFrom('512m', '2g'),
        memoryOverhead: fc.constantFrom('384m', '1g'),
        coreRequest: fc.constantFrom('500m', '1'),
        coreLimit: fc.constantFrom('64', '100'),
      },
      { requiredKeys: [] },
    );
    const anyForm: fc.Arbitrary<SparkJobForm> = fc.record(
      {
        name: text,
        language: fc.constantFrom('Java', 'Scala', 'Python', 'R'),
        mainApplicationFile: text,
        image: text,
        sparkVersion: fc.constantFrom('3.5.3', '4.0.0'),
        mainClass: text,
        arguments: fc.array(text),
        imagePullSecrets: fc.array(text),
        driver: pod,
        executor: pod,
        dynamic: fc.record({
          min: fc.nat({ max: 3 }),
          max: fc.integer({ min: 3, max: 9 }),
        }),
        retries: fc.nat({ max: 5 }),
        ttlSeconds: fc.nat(),
        schedule: fc.record({ cron: fc.constantFrom('@daily', '0 2 * * *') }),
        secrets: fc.array(fc.record({ name: text })),
        secretEnv: fc.array(
          fc.record({ variable: text, secret: text, key: text }),
        ),
        configMaps: fc.array(fc.record({ name: text })),
        sparkConf: fc.dictionary(text, text),
      },
      {
        requiredKeys: [
          'name',
          'language',
          'mainApplicationFile',
          'image',
          'sparkVersion',
        ],
      },
    );

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
  const file = resolve(CRDS, `sparkoperator.k8s.io_${plural}.yaml`);
  const crd = parse(readFileSync(file, 'utf8'));
  const schema = crd.spec.versions[0].schema.openAPIV3Schema;
  return new Ajv({ strict: false, validateFormats: false }).compile(
    closed(schema, true),
  );
}

/** Unknown fields are mistakes here, as with strict field validation on a server. */
function closed(schema: any, root = false): any {
  if (Array.isArray(schema)) {
    return schema.map(item => closed(item));
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'properties'
        ? Object.fromEntries(
            Object.entries(value as object).map(([name, item]) => [
              name,
              closed(item),
            ]),
          )
        : closed(value),
    ]),
  );
  return copy.properties &&
    !root &&
    !copy['x-kubernetes-preserve-unknown-fields']
    ? { additionalProperties: false, ...copy }
    : copy;
}
