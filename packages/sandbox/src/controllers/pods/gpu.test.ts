import { SandboxRig } from '../fixtures/SandboxRig';
import { NODES, PODS, RESOURCE_QUOTAS } from '../refs';

let rig: SandboxRig;

beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

const create = (name: string, gpus: string) =>
  rig.api.create(PODS, rig.namespace, {
    metadata: { name },
    spec: {
      containers: [
        {
          name: 'main',
          image: 'busybox',
          command: ['sleep', '1h'],
          resources: { limits: { 'nvidia.com/gpu': gpus } },
        },
      ],
    },
  });

it('gives pods the GPUs of the one node that has them, until there are no more', () => {
  const offered = rig.api
    .list(NODES)
    .map(({ status }) => status.allocatable['nvidia.com/gpu']);
  expect(offered).toEqual([undefined, undefined, '2']);
  create('a', '1');
  create('b', '1');
  rig.clock.advance(5_000);
  create('c', '1');
  rig.clock.advance(5_000);
  expect(rig.pod('a')?.spec.nodeName).toBe('sandbox-worker-3');
  expect(rig.pod('b')?.spec.nodeName).toBe('sandbox-worker-3');
  expect(rig.pod('c')?.status.conditions[0].message).toBe(
    '0/3 nodes are available: 3 Insufficient nvidia.com/gpu. no new claims to deallocate, preemption: 0/3 nodes are available: 1 No preemption victims found for incoming pod, 2 Preemption is not helpful for scheduling.',
  );
  rig.api.delete(PODS, rig.namespace, 'a');
  rig.until(() => rig.pod('c')?.spec.nodeName !== undefined, 60_000);
});

it('counts them in a quota', () => {
  rig.api.create(RESOURCE_QUOTAS, rig.namespace, {
    metadata: { name: 'domain' },
    spec: { hard: { 'requests.nvidia.com/gpu': '1' } },
  });
  rig.clock.advance(100);
  create('a', '1');
  rig.clock.advance(100);
  expect(
    rig.api.get(RESOURCE_QUOTAS, rig.namespace, 'domain')?.status.used,
  ).toEqual({ 'requests.nvidia.com/gpu': '1' });
  expect(() => create('b', '1')).toThrow(
    'exceeded quota: domain, requested: requests.nvidia.com/gpu=1, used: requests.nvidia.com/gpu=1, limited: requests.nvidia.com/gpu=1',
  );
});
