import { SandboxRig } from '../fixtures/SandboxRig';
import {
  LIMIT_RANGES,
  NOTEBOOKS,
  PODS,
  RESOURCE_QUOTAS,
  SERVICES,
  STATEFUL_SETS,
} from '../refs';
import {
  notebookManifest,
  stateOf,
  statesSeen,
} from './fixtures/notebookManifest';
import { STOPPED, type Notebook } from './Notebook';

const IMAGE =
  'ghcr.io/kubeflow/kubeflow/notebook-servers/jupyter-scipy:v1.10.0';

let rig: SandboxRig;

beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

const notebook = (name = 'lab') =>
  rig.api.get(NOTEBOOKS, rig.namespace, name) as Notebook | undefined;
const create = (container: object = {}, spec: object = {}) =>
  rig.api.create(
    NOTEBOOKS,
    rig.namespace,
    notebookManifest('lab', { image: IMAGE, ...container }, spec),
  );
const annotate = (annotations: Record<string, string>) => {
  const found = notebook()!;
  rig.api.update(NOTEBOOKS, {
    ...found,
    metadata: { ...found.metadata, annotations },
  });
};
const stop = () => annotate({ [STOPPED]: '2026-11-22T08:51:22Z' });
const running = () => notebook()?.status?.readyReplicas === 1;

it('makes a set, a service and a pod, and tells of the pod', () => {
  create();
  rig.until(running, 20_000);
  const set = rig.api.get(STATEFUL_SETS, rig.namespace, 'lab');
  expect(set?.metadata.ownerReferences).toEqual([
    expect.objectContaining({
      apiVersion: 'kubeflow.org/v1beta1',
      kind: 'Notebook',
      controller: true,
    }),
  ]);
  expect(rig.api.get(SERVICES, rig.namespace, 'lab')?.spec.ports).toEqual([
    { name: 'http-lab', port: 80, targetPort: 8888, protocol: 'TCP' },
  ]);
  const pod = rig.pod('lab-0');
  expect(pod?.metadata.labels).toMatchObject({
    'notebook-name': 'lab',
    statefulset: 'lab',
    team: 'sales',
  });
  expect(pod?.spec.containers[0].env).toContainEqual({
    name: 'NB_PREFIX',
    value: '/notebook/orders/lab',
  });
  expect(notebook()?.status?.containerState.running).toBeDefined();
  expect(
    notebook()?.status?.conditions.map(({ type, status }) => [type, status]),
  ).toContainEqual(['Ready', 'True']);
  expect(rig.events('lab')).toEqual(
    expect.arrayContaining([
      'SuccessfulCreate: Create Pod lab-0 in StatefulSet lab successful',
      'SuccessfulCreate: Reissued from statefulset/lab: Create Pod lab-0 in StatefulSet lab successful',
      'Started: Reissued from pod/lab-0: Container started',
    ]),
  );
  rig.clock.advance(2_000);
  expect(rig.log(pod!)).toContain('Jupyter Server 2.14.2 is running at:');
});

it('says running before it says ready', () => {
  const seen = rig.watch(NOTEBOOKS);
  create();
  rig.until(running, 20_000);
  expect(statesSeen(seen)).toEqual([
    'newborn 0',
    'ContainerCreating 0',
    'running 0',
    'running 1',
  ]);
});

it('looks newborn for ever when its pod is refused: the events alone tell, later each time', () => {
  rig.api.create(RESOURCE_QUOTAS, rig.namespace, {
    metadata: { name: 'domain' },
    spec: { hard: { 'requests.cpu': '2' } },
  });
  rig.clock.advance(100);
  create({ resources: { requests: { cpu: '4' } } });
  rig.clock.advance(60_000);
  expect(notebook()?.status).toEqual({
    conditions: [],
    containerState: {},
    readyReplicas: 0,
  });
  expect(rig.api.list(PODS, rig.namespace)).toEqual([]);
  const refusal =
    'Create Pod lab-0 in StatefulSet lab failed error: pods "lab-0" is forbidden: exceeded quota: domain, requested: requests.cpu=4, used: requests.cpu=0, limited: requests.cpu=2';
  expect(rig.events('lab').sort()).toEqual([
    `FailedCreate: ${refusal}`,
    `FailedCreate: Reissued from statefulset/lab: ${refusal}`,
  ]);
  const tries = attempts();
  rig.clock.advance(60_000);
  // After 10, 20 and 41 s the next is 82 s away.
  expect(attempts() - tries).toBeLessThanOrEqual(1);
});

function attempts(): number {
  const [event] = rig.sandbox.database
    .store('/events')
    .list(rig.namespace)
    .map(({ object }) => object)
    .filter(({ involvedObject }) => involvedObject.kind === 'StatefulSet');
  return event.count;
}

it('starts once the quota allows it and it is stopped and started', () => {
  const quota = rig.api.create(RESOURCE_QUOTAS, rig.namespace, {
    metadata: { name: 'domain' },
    spec: { hard: { 'requests.cpu': '2' } },
  });
  rig.clock.advance(100);
  create({ resources: { requests: { cpu: '4' } } });
  rig.clock.advance(60_000);
  const current = rig.api.get(RESOURCE_QUOTAS, rig.namespace, 'domain')!;
  expect(quota.metadata.uid).toBe(current.metadata.uid);
  rig.api.update(RESOURCE_QUOTAS, {
    ...current,
    spec: { hard: { 'requests.cpu': '8' } },
  });
  stop();
  rig.clock.advance(1_000);
  annotate({});
  rig.until(running, 20_000);
});

it('flips between the names of one cause when there is no such image', () => {
  const seen = rig.watch(NOTEBOOKS);
  create({ image: 'ghcr.io/acme/lab:does-not-exist' });
  rig.clock.advance(40_000);
  const states = statesSeen(seen);
  expect(states.slice(0, 5)).toEqual([
    'newborn 0',
    'ContainerCreating 0',
    'ErrImagePull 0',
    'ImagePullBackOff 0',
    'ErrImagePull 0',
  ]);
});

it('flashes ready at each start of a crash loop', () => {
  const seen = rig.watch(NOTEBOOKS);
  create({
    command: ['/bin/sh', '-c', 'echo starting; echo no kernel; exit 3'],
  });
  rig.clock.advance(45_000);
  const states = statesSeen(seen);
  expect(states).toContain('running 1');
  expect(states).toContain('CrashLoopBackOff 0');
  expect(states).toContain('Error 3 0');
  expect(rig.pod('lab-0')?.status.containerStatuses[0].restartCount).toBe(3);
  expect(rig.events('lab')).toContainEqual(
    expect.stringMatching(
      /^BackOff: Reissued from pod\/lab-0: Back-off restarting failed container lab in pod lab-0_orders\(/,
    ),
  );
});

it('tells the past while it is stopping, and is as if newborn once it has stopped', () => {
  create();
  rig.until(running, 20_000);
  stop();
  rig.clock.advance(1_000);
  expect(rig.pod('lab-0')?.metadata.deletionTimestamp).toBeDefined();
  expect(stateOf(notebook())).toBe('running 1');
  rig.until(() => !rig.pod('lab-0'), 60_000);
  rig.clock.advance(100);
  expect(notebook()?.status).toEqual({
    conditions: [],
    containerState: {},
    readyReplicas: 0,
  });
  annotate({});
  rig.until(running, 20_000);
});

it('takes the whole grace period of a program that does not heed SIGTERM', () => {
  create({ command: ['sh', '-c', "trap '' TERM; sleep infinity"] });
  rig.until(running, 20_000);
  const seen = rig.watch(NOTEBOOKS);
  stop();
  rig.clock.advance(29_000);
  expect(stateOf(notebook())).toBe('running 1');
  rig.clock.advance(3_000);
  expect(statesSeen(seen)).toContain('Error 137 0');
  expect(rig.pod('lab-0')).toBeUndefined();
});

it('ends the old pod first when it is started while it is stopping', () => {
  create();
  rig.until(running, 20_000);
  const old = rig.pod('lab-0')?.metadata.uid;
  stop();
  rig.clock.advance(500);
  annotate({});
  rig.clock.advance(500);
  expect(rig.pod('lab-0')?.metadata.uid).toBe(old);
  rig.until(() => running() && rig.pod('lab-0')?.metadata.uid !== old, 60_000);
});

it('replaces its pod when its size is changed', () => {
  create();
  rig.until(running, 20_000);
  const old = rig.pod('lab-0')?.metadata.uid;
  const found = notebook()!;
  const resources = { requests: { cpu: '2' } };
  const [container] = found.spec.template.spec.containers;
  rig.api.update(NOTEBOOKS, {
    ...found,
    spec: {
      template: { spec: { containers: [{ ...container, resources }] } },
    },
  });
  rig.until(() => {
    const pod = rig.pod('lab-0');
    return running() && pod !== undefined && pod.metadata.uid !== old;
  }, 60_000);
  expect(rig.pod('lab-0')?.spec.containers[0].resources).toEqual(resources);
});

it('takes all that it made along', () => {
  create();
  rig.until(running, 20_000);
  rig.api.delete(NOTEBOOKS, rig.namespace, 'lab', {
    propagation: 'Background',
  });
  rig.clock.advance(60_000);
  expect(rig.api.get(STATEFUL_SETS, rig.namespace, 'lab')).toBeUndefined();
  expect(rig.api.get(SERVICES, rig.namespace, 'lab')).toBeUndefined();
  expect(rig.pod('lab-0')).toBeUndefined();
});

it('is refused where a LimitRange makes its pod invalid, which only events tell', () => {
  rig.api.create(LIMIT_RANGES, rig.namespace, {
    metadata: { name: 'limits' },
    spec: { limits: [{ type: 'Container', max: { memory: '1Gi' } }] },
  });
  create({ resources: { limits: { memory: '4Gi' } } });
  rig.clock.advance(5_000);
  expect(rig.events('lab')[0]).toMatch(
    /^FailedCreate: Create Pod lab-0 in StatefulSet lab failed error: pods "lab-0" is forbidden: maximum memory usage per Container is 1Gi/,
  );
});
