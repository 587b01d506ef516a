import { SandboxRig } from '../fixtures/SandboxRig';
import {
  PERSISTENT_VOLUME_CLAIMS,
  PERSISTENT_VOLUMES,
  PODS,
  STORAGE_CLASSES,
} from '../refs';

let rig: SandboxRig;

beforeEach(() => {
  rig = new SandboxRig();
  storageClass('standard', 'WaitForFirstConsumer', true);
  storageClass('shared', 'Immediate');
});
afterEach(() => {
  rig.end();
});

function storageClass(
  name: string,
  volumeBindingMode: string,
  isDefault = false,
) {
  rig.api.create(STORAGE_CLASSES, undefined, {
    metadata: {
      name,
      annotations: {
        'storageclass.kubernetes.io/is-default-class': String(isDefault),
      },
    },
    provisioner: 'sandbox.millrace.dev/local',
    volumeBindingMode,
  });
}

const claim = (name = 'home') =>
  rig.api.get(PERSISTENT_VOLUME_CLAIMS, rig.namespace, name);
const createClaim = (spec: object = {}, name = 'home') =>
  rig.api.create(PERSISTENT_VOLUME_CLAIMS, rig.namespace, {
    metadata: { name },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '5Gi' } },
      ...spec,
    },
  });
const createPod = (name = 'p', claimName = 'home', more: object = {}) =>
  rig.api.create(PODS, rig.namespace, {
    metadata: { name },
    spec: {
      containers: [
        { name: 'main', image: 'busybox', command: ['sleep', '1h'] },
      ],
      volumes: [{ name: 'v', persistentVolumeClaim: { claimName } }],
      ...more,
    },
  });
const scheduling = (name = 'p') =>
  rig
    .pod(name)
    ?.status.conditions?.find(
      ({ type }: { type: string }) => type === 'PodScheduled',
    );
const deleteClaim = () =>
  rig.api.delete(PERSISTENT_VOLUME_CLAIMS, rig.namespace, 'home');

it('takes the default class, and waits for a pod', () => {
  createClaim();
  rig.clock.advance(40_000);
  expect(claim()?.spec.storageClassName).toBe('standard');
  expect(claim()?.status).toEqual({ phase: 'Pending' });
  expect(rig.events('home')).toEqual([
    'WaitForFirstConsumer: waiting for first consumer to be created before binding',
  ]);
});

it('makes a volume on the node of its first pod, and keeps later pods there', () => {
  createClaim();
  createPod();
  rig.until(() => rig.pod('p')?.status.phase === 'Running', 20_000);
  expect(claim()?.status).toEqual({
    phase: 'Bound',
    accessModes: ['ReadWriteOnce'],
    capacity: { storage: '5Gi' },
  });
  const name = `pvc-${claim()?.metadata.uid}`;
  expect(claim()?.spec.volumeName).toBe(name);
  expect(rig.api.get(PERSISTENT_VOLUMES, undefined, name)?.status.phase).toBe(
    'Bound',
  );
  const node = rig.pod('p')?.spec.nodeName;
  createPod('other', 'home', {
    nodeSelector: { 'kubernetes.io/hostname': node },
  });
  rig.until(() => rig.pod('other')?.status.phase === 'Running', 20_000);
  const elsewhere = ['sandbox-worker-1', 'sandbox-worker-2'].find(
    one => one !== node,
  );
  createPod('elsewhere', 'home', {
    nodeSelector: { 'kubernetes.io/hostname': elsewhere },
  });
  rig.clock.advance(2_000);
  expect(scheduling('elsewhere')?.message).toMatch(
    /^0\/3 nodes are available: 1 node\(s\) didn't match PersistentVolume's node affinity, 2 node\(s\) didn't match Pod's node affinity\/selector\./,
  );
});

it('binds at once where the class says so', () => {
  createClaim({ storageClassName: 'shared' });
  rig.clock.advance(2_000);
  expect(claim()?.status.phase).toBe('Bound');
});

it('says every 15 s that there is no such class; its pod waits', () => {
  createClaim({ storageClassName: 'fast' });
  createPod();
  rig.clock.advance(50_000);
  expect(rig.events('home')).toEqual([
    'ProvisioningFailed: storageclass.storage.k8s.io "fast" not found',
  ]);
  const [event] = rig.sandbox.database
    .store('/events')
    .list(rig.namespace)
    .map(({ object }) => object)
    .filter(({ involvedObject }) => involvedObject.name === 'home');
  expect(event.count).toBe(4);
  expect(scheduling()).toMatchObject({
    reason: 'Unschedulable',
    message:
      '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found',
  });
  storageClass('fast', 'Immediate');
  rig.until(() => rig.pod('p')?.status.phase === 'Running', 60_000);
});

it('keeps a pod waiting whose claim is not there', () => {
  createPod('p', 'absent');
  rig.clock.advance(1_000);
  expect(scheduling()?.message).toBe(
    '0/3 nodes are available: persistentvolumeclaim "absent" not found. not found',
  );
});

it('holds a deleted claim until no pod uses it, and takes its volume along', () => {
  createClaim();
  createPod();
  rig.until(() => rig.pod('p')?.status.phase === 'Running', 20_000);
  deleteClaim();
  rig.clock.advance(10_000);
  expect(claim()?.metadata.deletionTimestamp).toBeDefined();
  createPod('late');
  rig.clock.advance(1_000);
  expect(scheduling('late')?.message).toContain(
    'persistentvolumeclaim "home" is being deleted',
  );
  rig.api.delete(PODS, rig.namespace, 'late');
  rig.api.delete(PODS, rig.namespace, 'p');
  rig.until(() => !claim(), 60_000);
  expect(rig.api.list(PERSISTENT_VOLUMES)).toEqual([]);
});

it('lets go of a deleted claim whose pod has no node yet', () => {
  createClaim({ storageClassName: 'fast' });
  createPod();
  rig.clock.advance(5_000);
  deleteClaim();
  rig.clock.advance(1_000);
  expect(claim()).toBeUndefined();
});

it.each([
  [{ accessModes: [] }, 'spec.accessModes: Required value'],
  [{ resources: {} }, 'spec.resources[storage]: Required value'],
])('refuses %j', (spec, message) => {
  expect(() => createClaim(spec)).toThrow(message);
});

it('cannot be changed but in size', () => {
  const created = createClaim();
  const changed = (spec: object) => ({
    ...created,
    spec: { ...created.spec, ...spec },
  });
  expect(() =>
    rig.api.update(
      PERSISTENT_VOLUME_CLAIMS,
      changed({ accessModes: ['ReadWriteMany'] }),
    ),
  ).toThrow('spec: Forbidden: spec is immutable after creation except');
  const size = { resources: { requests: { storage: '6Gi' } } };
  rig.api.update(PERSISTENT_VOLUME_CLAIMS, changed(size));
  expect(claim()?.spec.resources).toEqual(size.resources);
});
