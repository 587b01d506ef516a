import { SparkNamespace } from '../../spark/manifest/preflight';
import { buildSparkManifest } from './buildSparkManifest';
import { preflightSpark } from './preflightSpark';

const manifest: any = buildSparkManifest({
  name: 'orders-daily',
  language: 'Python',
  mainApplicationFile: 'local:///opt/app/main.py',
  image: 'etl:1',
  sparkVersion: '4.0.1',
  executor: { cores: 4, memory: '2g', instances: 3 },
});
const COUNT = 'count/sparkapplications.spark.apache.org';

function findings(
  namespace: Partial<SparkNamespace> & {
    hard?: Record<string, string>;
    used?: Record<string, string>;
  },
  definition = manifest,
) {
  const { hard, used = {}, ...rest } = namespace;
  return preflightSpark(definition, {
    name: 'sales',
    quotas: hard ? [{ name: 'domain', namespace: 'sales', hard, used }] : [],
    limitRanges: [],
    ...rest,
  });
}

it('has nothing to say where there is room', () => {
  expect(findings({ hard: { 'requests.cpu': '16' } })).toEqual([]);
});

it('names the setting that is too large for ever', () => {
  expect(findings({ hard: { 'requests.cpu': '2' } })).toEqual([
    {
      level: 'error',
      field: 'spec.sparkConf["spark.executor.cores"]',
      message:
        'Executors will be rejected: the quota `domain` allows 2 CPU in all, and each executor asks for 4.',
      remedy: 'Ask for more quota, or use smaller executors.',
    },
  ]);
});

it('warns of what is too large now', () => {
  const [finding] = findings({
    hard: { 'requests.memory': '16Gi' },
    used: { 'requests.memory': '15Gi' },
  });
  expect(finding).toMatchObject({
    level: 'warning',
    field: 'spec.sparkConf["spark.driver.memory"]',
  });
});

it('names the setting of the limit where a quota asks for one', () => {
  expect(findings({ hard: { 'limits.cpu': '64' } })[0]).toMatchObject({
    field: 'spec.sparkConf["spark.kubernetes.driver.limit.cores"]',
    remedy: 'Set `spark.kubernetes.driver.limit.cores`.',
  });
});

it('looks for the service account of the setting', () => {
  expect(findings({ serviceAccounts: ['spark'] })).toEqual([]);
  expect(findings({ serviceAccounts: ['default'] })).toEqual([
    expect.objectContaining({
      level: 'error',
      field:
        'spec.sparkConf["spark.kubernetes.authenticate.driver.serviceAccountName"]',
      message: expect.stringContaining('`spark` does not exist'),
    }),
  ]);
});

it('counts runs of its own kind', () => {
  expect(
    findings({ hard: { [COUNT]: '6' }, used: { [COUNT]: '6' } })[0].message,
  ).toContain('allows 6 SparkApplications, and 6 exist');
  const kubeflow = 'count/sparkapplications.sparkoperator.k8s.io';
  expect(
    findings({ hard: { [kubeflow]: '6' }, used: { [kubeflow]: '6' } }),
  ).toEqual([]);
  const forever = structuredClone(manifest);
  delete forever.spec.applicationTolerations;
  expect(findings({ hard: { [COUNT]: '6' } }, forever)).toEqual([
    expect.objectContaining({
      level: 'warning',
      field: 'spec.applicationTolerations.ttlAfterStopMillis',
      remedy: 'Set ttlAfterStopMillis.',
    }),
  ]);
});

it('takes anything', () => {
  for (const value of [undefined, null, 'x', [], { spec: [] }]) {
    expect(Array.isArray(findings({}, value as any))).toBe(true);
  }
});
