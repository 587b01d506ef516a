import fc from 'fast-check';
import { buildSparkManifest } from './buildSparkManifest';
import { DENIED_CONF } from './deniedConf';
import { validateSparkManifest } from './validateSparkManifest';

const valid = (): any =>
  structuredClone(
    buildSparkManifest({
      name: 'orders-daily',
      language: 'Scala',
      mainApplicationFile: 'local:///opt/app/orders.jar',
      mainClass: 'org.example.Orders',
      image: 'registry.example/etl:1.4.2',
      sparkVersion: '4.0.1',
    }),
  );
const findingsOf = (change: (manifest: any) => void, namespace?: string) => {
  const manifest = valid();
  change(manifest);
  return validateSparkManifest(manifest, { namespace });
};
const conf = (key: string) => `spec.sparkConf["${key}"]`;

it('has nothing to say of what the form builds', () => {
  expect(validateSparkManifest(valid(), { namespace: 'sales' })).toEqual([]);
  expect(
    findingsOf(manifest => {
      manifest.apiVersion = 'spark.apache.org/v1beta1';
    }),
  ).toEqual([]);
});

const MISTAKES: [string, (manifest: any) => void, string, RegExp][] = [
  [
    'a group of neither',
    m => (m.apiVersion = 'example.org/v1'),
    'apiVersion',
    /must be/,
  ],
  [
    'a kind that is no job',
    m => (m.kind = 'SparkCluster'),
    'kind',
    /not allowed/,
  ],
  [
    'a name that is no label',
    m => (m.metadata.name = 'Orders'),
    'metadata.name',
    /begin with a lowercase/,
  ],
  [
    'a foreign namespace',
    m => (m.metadata.namespace = 'finance'),
    'metadata.namespace',
    /not the one of the data domain/,
  ],
  ['no specification', m => (m.spec = 'x'), 'spec', /missing/],
  [
    'no version',
    m => delete m.spec.runtimeVersions,
    'spec.runtimeVersions.sparkVersion',
    /missing/,
  ],
  [
    'client mode',
    m => (m.spec.deploymentMode = 'ClientMode'),
    'spec.deploymentMode',
    /client mode/,
  ],
  [
    'no image',
    m => delete m.spec.sparkConf['spark.kubernetes.container.image'],
    conf('spark.kubernetes.container.image'),
    /image is missing/,
  ],
  [
    'no file and no class',
    m => {
      delete m.spec.jars;
      delete m.spec.mainClass;
    },
    'spec.jars',
    /file is missing/,
  ],
  [
    'a Python runner without a program',
    m => {
      delete m.spec.jars;
      m.spec.mainClass = 'org.apache.spark.deploy.PythonRunner';
    },
    'spec.pyFiles',
    /Python file is missing/,
  ],
  [
    'a Kubernetes quantity as memory',
    m => (m.spec.sparkConf['spark.executor.memory'] = '2Gi'),
    conf('spark.executor.memory'),
    /no size that Spark reads/,
  ],
  [
    'half a core',
    m => (m.spec.sparkConf['spark.driver.cores'] = '0.5'),
    conf('spark.driver.cores'),
    /whole number/,
  ],
  [
    'a limit below the request',
    m => (m.spec.sparkConf['spark.kubernetes.driver.limit.cores'] = '500m'),
    conf('spark.kubernetes.driver.limit.cores'),
    /lower than/,
  ],
  [
    'no number of executors',
    m => (m.spec.sparkConf['spark.executor.instances'] = 'many'),
    conf('spark.executor.instances'),
    /no number/,
  ],
  [
    'bounds that cross',
    m =>
      Object.assign(m.spec.sparkConf, {
        'spark.dynamicAllocation.enabled': 'true',
        'spark.dynamicAllocation.minExecutors': '5',
        'spark.dynamicAllocation.maxExecutors': '2',
      }),
    conf('spark.dynamicAllocation.minExecutors'),
    /more than at most 2/,
  ],
  [
    'a threshold beyond the maximum',
    m =>
      (m.spec.applicationTolerations.instanceConfig = {
        initExecutors: 9,
        minExecutors: 1,
        maxExecutors: 4,
      }),
    'spec.applicationTolerations.instanceConfig',
    /needs more executors \(9\)/,
  ],
  [
    'a setting that is no text',
    m => (m.spec.sparkConf['spark.sql.x'] = 4),
    conf('spark.sql.x'),
    /must be text/,
  ],
  [
    'a namespace of its own',
    m => (m.spec.sparkConf['spark.kubernetes.namespace'] = 'finance'),
    conf('spark.kubernetes.namespace'),
    /must equal the namespace/,
  ],
];

it.each(MISTAKES)('tells of %s', (_, change, field, message) => {
  const errors = findingsOf(change, 'sales').filter(
    ({ level }) => level === 'error',
  );
  expect(errors).toEqual([
    expect.objectContaining({
      field,
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/\.$/),
    }),
  ]);
});

it.each(Object.keys(DENIED_CONF))('refuses %s with a remedy', key => {
  const [finding] = findingsOf(m => (m.spec.sparkConf[key] = 'x'));
  expect(finding).toMatchObject({ level: 'error', field: conf(key) });
  expect(finding.remedy).toMatch(/\.$/);
});

it('allows image and account, which the other operator refuses', () => {
  const keys = Object.keys(valid().spec.sparkConf);
  expect(keys).toContain('spark.kubernetes.container.image');
  expect(keys.filter(key => key in DENIED_CONF)).toEqual([]);
});

it.each([
  [
    'no account',
    (m: any) =>
      delete m.spec.sparkConf[
        'spark.kubernetes.authenticate.driver.serviceAccountName'
      ],
    /runs as `default`/,
  ],
  [
    'no time to live',
    (m: any) => delete m.spec.applicationTolerations.ttlAfterStopMillis,
    /count against the quota/,
  ],
  [
    'a log that is deleted',
    (m: any) => delete m.spec.applicationTolerations.resourceRetainPolicy,
    /deletes the driver with its log/,
  ],
  [
    'a run without end',
    (m: any) =>
      (m.spec.applicationTolerations.restartConfig.restartPolicy = 'Always'),
    /again and again/,
  ],
  [
    'a field of later operators',
    (m: any) => (m.spec.suspend = true),
    /1\.0\.0/,
  ],
  [
    'a long name',
    (m: any) => (m.metadata.name = 'a'.repeat(40)),
    /names of its runs are cut/,
  ],
  [
    'no upper bound',
    (m: any) => (m.spec.sparkConf['spark.dynamicAllocation.enabled'] = 'true'),
    /all of the quota/,
  ],
])('warns of %s, and lets it pass', (_, change, message) => {
  const findings = findingsOf(change);
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  expect(findings[0].message).toMatch(message);
});

it('takes anything', () => {
  fc.assert(
    fc.property(fc.anything(), spec => {
      const base = {
        apiVersion: 'spark.apache.org/v1',
        kind: 'SparkApplication',
      };
      expect(Array.isArray(validateSparkManifest({ ...base, spec }))).toBe(
        true,
      );
      expect(Array.isArray(validateSparkManifest(spec))).toBe(true);
    }),
  );
});
