import { SandboxRig } from '../fixtures/SandboxRig';
import { PODS, RESOURCE_QUOTAS, SERVICES, SPARK_CONNECTS } from '../refs';

let rig: SandboxRig;
beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

function create(spec: Record<string, unknown> = {}): void {
  rig.api.create(SPARK_CONNECTS, rig.namespace, {
    metadata: { name: 'adhoc', labels: { team: 'sales' } },
    spec: {
      sparkVersion: '4.0.0',
      image: 'docker.io/apache/spark:4.0.0',
      server: { cores: 1, memory: '512m' },
      executor: { instances: 2, cores: 1, memory: '512m' },
      ...spec,
    },
  });
}

const status = () =>
  rig.api.get(SPARK_CONNECTS, rig.namespace, 'adhoc')?.status;

it('is not ready, then ready, and counts its executors by phase', () => {
  create();
  rig.clock.advance(100);
  expect(status()).toMatchObject({
    state: 'NotReady',
    conditions: [{ type: 'ServerPodReady', status: 'False' }],
    server: { podName: 'adhoc-server', serviceName: 'adhoc-server' },
  });
  expect(status().executors).toBeUndefined();
  rig.until(() => status().state === 'Ready', 10_000);
  rig.until(() => status().executors?.running === 2, 20_000);
  expect(status().server.podIp).toMatch(/^10\.244\./);
  expect(
    rig
      .executors()
      .map(({ metadata }) => [
        metadata.labels?.['sparkoperator.k8s.io/connect-name'],
        metadata.labels?.team,
        metadata.ownerReferences?.[0].name,
      ]),
  ).toEqual([
    ['adhoc', 'sales', 'adhoc-server'],
    ['adhoc', 'sales', 'adhoc-server'],
  ]);
  const service = rig.api.get(SERVICES, rig.namespace, 'adhoc-server');
  expect(service?.spec.ports.map(({ port }: { port: number }) => port)).toEqual(
    [7078, 7079, 4040, 15_002],
  );
});

it('stays not ready with an image that does not exist, and never says failed', () => {
  create({ image: 'docker.io/apache/spark:typo' });
  rig.clock.advance(120_000);
  expect(status().state).toBe('NotReady');
  expect(
    rig.pod('adhoc-server')?.status.containerStatuses[0].state.waiting.reason,
  ).toMatch(/ErrImagePull|ImagePullBackOff/);
});

it('has no status at all while its pod is refused', () => {
  rig.api.create(RESOURCE_QUOTAS, rig.namespace, {
    metadata: { name: 'domain' },
    spec: { hard: { pods: '0' } },
  });
  rig.clock.advance(1_000);
  create();
  rig.clock.advance(30_000);
  expect(status()).toBeUndefined();
});

it('makes its pod anew when it is removed', () => {
  create();
  rig.until(() => status()?.state === 'Ready', 10_000);
  const { uid } = rig.pod('adhoc-server')!.metadata;
  rig.api.delete(PODS, rig.namespace, 'adhoc-server', {
    gracePeriodSeconds: 0,
  });
  rig.clock.advance(100);
  expect(status().state).toBe('NotReady');
  rig.until(() => status().state === 'Ready', 20_000);
  expect(rig.pod('adhoc-server')?.metadata.uid).not.toBe(uid);
});

it('keeps the fewest executors under dynamic allocation', () => {
  create({
    dynamicAllocation: { enabled: true, minExecutors: 1, maxExecutors: 5 },
    executor: { cores: 1, memory: '512m' },
  });
  rig.clock.advance(60_000);
  expect(status().executors).toEqual({ running: 1 });
});
