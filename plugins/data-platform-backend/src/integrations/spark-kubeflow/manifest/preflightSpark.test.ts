import { SparkNamespace } from '../../spark/manifest/preflight';
import { preflightSpark } from './preflightSpark';
import { buildSparkManifest } from './buildSparkManifest';

const manifest = buildSparkManifest({
  name: 'orders-daily',
  language: 'Scala',
  mainApplicationFile: 'local:///opt/spark/app/main.jar',
  image: 'registry.example/etl:1.4.2',
  sparkVersion: '4.0.0',
  executor: { cores: 4, memory: '2g', instances: 3 },
});
const COUNT = 'count/sparkapplications.sparkoperator.k8s.io';

function quota(
  hard: Record<string, string>,
  used: Record<string, string> = {},
) {
  return { name: 'domain', namespace: 'sales', hard, used };
}

function findings(
  namespace: Partial<SparkNamespace>,
  what: unknown = manifest,
) {
  return preflightSpark(what, { quotas: [], limitRanges: [], ...namespace });
}

it('finds nothing where there is room', () => {
  expect(
    findings({
      quotas: [quota({ 'requests.cpu': '16', pods: '20', [COUNT]: '50' })],
      limitRanges: [
        {
          name: 'd',
          namespace: 'sales',
          limits: [{ type: 'Container', default: { memory: '1Gi' } }],
        },
      ],
      serviceAccounts: ['default', 'spark'],
    }),
  ).toEqual([]);
});

it('tells a service account that is not there', () => {
  expect(findings({ name: 'sales', serviceAccounts: ['default'] })).toEqual([
    {
      level: 'error',
      field: 'spec.driver.serviceAccount',
      message:
        'The submission will be refused: service account `spark` does not exist in namespace `sales`.',
      remedy: 'Ask the platform team for a service account that may make pods.',
    },
  ]);
});

it('tells what can never run from what cannot run now', () => {
  expect(findings({ quotas: [quota({ 'requests.cpu': '2' })] })).toEqual([
    expect.objectContaining({
      level: 'error',
      message:
        'Executors will be rejected: the quota `domain` allows 2 CPU in all, and each executor asks for 4.',
    }),
  ]);
  expect(
    findings({
      quotas: [quota({ 'requests.cpu': '16' }, { 'requests.cpu': '14' })],
    }),
  ).toEqual([
    expect.objectContaining({
      level: 'warning',
      message:
        'Executors will be rejected as things are now: the quota `domain` has 2 of 16 CPU left, and each executor asks for 4.',
    }),
  ]);
});

it('tells the trap of a quota on CPU limits', () => {
  expect(findings({ quotas: [quota({ 'limits.cpu': '16' })] })).toEqual(
    ['driver', 'executor'].map(role => ({
      level: 'error',
      field: `spec.${role}.coreLimit`,
      message: `${
        role === 'driver' ? 'The driver' : 'Executors'
      } will be rejected: the quota \`domain\` limits CPU, but neither the ${role} nor a LimitRange sets a CPU limit.`,
      remedy: `Set \`spec.${role}.coreLimit\`.`,
    })),
  );
});

it('tells the trap of a default CPU limit', () => {
  const limitRanges = [
    {
      name: 'defaults',
      namespace: 'sales',
      limits: [{ type: 'Container', default: { cpu: '2' } }],
    },
  ];
  expect(findings({ limitRanges })).toEqual([
    expect.objectContaining({
      level: 'error',
      field: 'spec.executor.coreLimit',
      message:
        'Executors will be rejected: the LimitRange `defaults` gives every container a CPU limit of 2, and each executor asks for 4.',
    }),
  ]);
});

it('tells a full count, and runs that never expire', () => {
  expect(
    findings({ quotas: [quota({ [COUNT]: '6' }, { [COUNT]: '6' })] }),
  ).toEqual([
    expect.objectContaining({
      level: 'error',
      message:
        'The run will be refused: the quota `domain` allows 6 SparkApplications, and 6 exist, finished ones included.',
    }),
  ]);
  const endless: any = structuredClone(manifest);
  delete endless.spec.timeToLiveSeconds;
  expect(
    findings({ quotas: [quota({ [COUNT]: '6' }, { [COUNT]: '2' })] }, endless),
  ).toEqual([
    expect.objectContaining({
      level: 'warning',
      field: 'spec.timeToLiveSeconds',
      message:
        'Finished runs do not expire, so after 4 more the quota `domain` refuses every run.',
    }),
  ]);
});

it('points into the template of a schedule', () => {
  const schedule = {
    kind: 'ScheduledSparkApplication',
    spec: { template: manifest.spec },
  };
  const [finding] = findings(
    { quotas: [quota({ 'limits.cpu': '16' })] },
    schedule,
  );
  expect(finding).toMatchObject({
    field: 'spec.template.driver.coreLimit',
    remedy: 'Set `spec.template.driver.coreLimit`.',
  });
});

it('never throws', () => {
  for (const what of [
    undefined,
    null,
    4,
    {},
    { spec: null },
    { kind: [], spec: [] },
  ]) {
    expect(Array.isArray(findings({}, what))).toBe(true);
  }
});
