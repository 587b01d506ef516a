import fc from 'fast-check';
import { buildSparkManifest } from './buildSparkManifest';
import { DENIED_SPARK_CONF } from './deniedConf';
import { validateSparkManifest } from './validateSparkManifest';

const good: any = buildSparkManifest({
  name: 'orders-daily',
  language: 'Python',
  mainApplicationFile: 'local:///opt/spark/app/main.py',
  image: 'registry.example/etl:1.4.2',
  sparkVersion: '4.0.0',
});
const scheduled: any = buildSparkManifest({
  name: 'orders-daily',
  language: 'Python',
  mainApplicationFile: 'local:///opt/spark/app/main.py',
  image: 'registry.example/etl:1.4.2',
  sparkVersion: '4.0.0',
  schedule: { cron: '0 2 * * *', timeZone: 'Europe/Berlin' },
});

const withSpec = (spec: object, base = good) => ({
  ...base,
  spec: { ...base.spec, ...spec },
});

function findings(manifest: unknown, namespace?: string): string[] {
  return validateSparkManifest(manifest, { namespace }).map(
    ({ level, field, message }) => `${level} ${field ?? '-'}: ${message}`,
  );
}

it('finds nothing in what the form builds', () => {
  expect(findings(good, 'sales')).toEqual([]);
  expect(findings(scheduled, 'sales')).toEqual([]);
});

it('finds what is no Spark job', () => {
  expect(findings('text')).toEqual(['error -: The manifest is not a mapping.']);
  expect(findings({ ...good, apiVersion: 'spark.apache.org/v1' })).toEqual([
    'error apiVersion: `spark.apache.org/v1` is not the Spark operator that runs here, although its kind has the same name.',
  ]);
  expect(
    findings({ ...good, apiVersion: 'sparkoperator.k8s.io/v1beta1' }),
  ).toEqual([
    'error apiVersion: The apiVersion must be `sparkoperator.k8s.io/v1beta2`.',
  ]);
  expect(findings({ ...good, kind: 'Pod' })).toEqual([
    'error kind: The kind `Pod` is not allowed for a Spark job.',
  ]);
});

it('finds names that the operator cannot use', () => {
  const named = (base: any, name: string) => ({ ...base, metadata: { name } });
  expect(findings(named(good, 'D_1'))[0]).toMatch(/^error metadata\.name/);
  expect(findings(named(good, 'o'.repeat(41)))[0]).toMatch(
    /^warning metadata\.name/,
  );
  expect(findings(named(scheduled, 'o'.repeat(41)))).toEqual([
    'error metadata.name: The name has 41 characters; at most 40 are allowed.',
  ]);
  expect(findings({ ...good, metadata: {} })).toEqual([
    'error metadata.name: The name is missing.',
  ]);
  expect(
    findings({ ...good, metadata: { name: 'x', namespace: 'hr' } }, 'sales'),
  ).toEqual([
    'error metadata.namespace: The namespace `hr` is not the one of the data domain, `sales`.',
  ]);
});

it('refuses the settings that the operator refuses, each with a remedy', () => {
  for (const key of Object.keys(DENIED_SPARK_CONF)) {
    const [finding, ...more] = validateSparkManifest(
      withSpec({ sparkConf: { [key]: 'x' } }),
    );
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      level: 'error',
      field: `spec.sparkConf["${key}"]`,
      remedy: expect.stringMatching(/\.$/),
    });
  }
  const conf = (sparkConf: object) =>
    findings(withSpec({ sparkConf }), 'sales');
  expect(conf({ 'spark.kubernetes.namespace': 'sales' })).toEqual([]);
  expect(conf({ 'spark.kubernetes.namespace': 'hr' })).toHaveLength(1);
  expect(conf({ 'spark.eventLog.enabled': true })).toEqual([
    'error spec.sparkConf["spark.eventLog.enabled"]: The value of `spark.eventLog.enabled` must be text.',
  ]);
});

it.each([
  [{ driver: { memory: '2Gi' } }, 'spec.driver.memory', 'Write 2g.'],
  [
    { executor: { memory: '1.5g' } },
    'spec.executor.memory',
    'Write for example 512m or 2g.',
  ],
  [
    { executor: { memoryOverhead: 'x' } },
    'spec.executor.memoryOverhead',
    'Write for example 512m or 2g.',
  ],
  [
    { driver: { cores: 0.5 } },
    'spec.driver.cores',
    'For a part of a core set spec.driver.coreRequest, for example 500m.',
  ],
  [
    { executor: { instances: 0 } },
    'spec.executor.instances',
    'Write for example 2.',
  ],
  [
    { driver: { coreRequest: 1 } },
    'spec.driver.coreRequest',
    'Write for example "2" or "500m".',
  ],
  [
    { executor: { cores: 4, coreLimit: '2' } },
    'spec.executor.coreLimit',
    'Write at least 4.',
  ],
  [
    { dynamicAllocation: { enabled: true, minExecutors: 5, maxExecutors: 2 } },
    'spec.dynamicAllocation.minExecutors',
    'Lower minExecutors, or raise maxExecutors.',
  ],
  [{ type: 'Cobol' }, 'spec.type', 'Write Java, Scala, Python or R.'],
  [
    { image: undefined },
    'spec.image',
    'Name an image that holds Spark and the application.',
  ],
  [
    { driver: undefined },
    'spec.driver',
    'Write at least `driver: {}` with its size.',
  ],
  [
    { nodeSelector: { a: 'b' }, driver: { nodeSelector: { a: 'b' } } },
    'spec.driver.nodeSelector',
    'Keep either spec.nodeSelector or those of driver and executor.',
  ],
])('finds the mistake in %p', (spec, field, remedy) => {
  expect(validateSparkManifest(withSpec(spec))).toEqual([
    expect.objectContaining({ level: 'error', field, remedy }),
  ]);
});

it.each([
  [{ timeToLiveSeconds: undefined }, 'spec.timeToLiveSeconds'],
  [
    { restartPolicy: { type: 'OnFailure' } },
    'spec.restartPolicy.onFailureRetries',
  ],
  [{ restartPolicy: { type: 'Always' } }, 'spec.restartPolicy.type'],
  [
    { dynamicAllocation: { enabled: true } },
    'spec.dynamicAllocation.maxExecutors',
  ],
  [{ driver: { podName: 'x' } }, 'spec.driver.podName'],
])('warns of the trap in %p', (spec, field) => {
  expect(validateSparkManifest(withSpec(spec))).toEqual([
    expect.objectContaining({ level: 'warning', field }),
  ]);
});

it('checks a schedule, and its template under its own path', () => {
  const broken = withSpec(
    {
      schedule: 'daily',
      timeZone: 'Mars/Olympus',
      concurrencyPolicy: undefined,
      template: { ...scheduled.spec.template, type: undefined },
    },
    scheduled,
  );
  expect(validateSparkManifest(broken).map(({ field }) => field)).toEqual([
    'spec.schedule',
    'spec.timeZone',
    'spec.concurrencyPolicy',
    'spec.template.type',
  ]);
});

it('never throws, and always names a remedy', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.record({
      apiVersion: fc.constant('sparkoperator.k8s.io/v1beta2'),
      kind: fc.constantFrom('SparkApplication', 'ScheduledSparkApplication'),
      metadata: fc.anything(),
      spec: fc.anything(),
    }),
  );
  fc.assert(
    fc.property(anything, manifest => {
      for (const { remedy } of validateSparkManifest(manifest)) {
        expect(remedy).toMatch(/\.$/);
      }
    }),
  );
});
