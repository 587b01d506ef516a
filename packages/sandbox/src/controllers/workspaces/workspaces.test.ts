import { join } from 'node:path';
import { EXAMPLES_FOLDER } from '../../folders';
import type { KubeObject } from '../../types';
import { SandboxRig } from '../fixtures/SandboxRig';
import { loadYamlFile } from '../loadYaml';
import {
  PERSISTENT_VOLUME_CLAIMS,
  PODS,
  RESOURCE_QUOTAS,
  SERVICE_ACCOUNTS,
  SERVICES,
  STATEFUL_SETS,
  STORAGE_CLASSES,
  WORKSPACE_KINDS,
  WORKSPACES,
} from '../refs';
import { LABEL_WORKSPACE, type Workspace } from './Workspace';

const KIND = loadYamlFile(join(EXAMPLES_FOLDER, 'demo/notebooks.yaml')).find(
  ({ kind }) => kind === 'WorkspaceKind',
)!;
const LATEST = 'jupyter-scipy:v1.11.0';

let rig: SandboxRig;

beforeEach(() => {
  rig = new SandboxRig();
  rig.api.create(WORKSPACE_KINDS, undefined, KIND);
});
afterEach(() => {
  rig.end();
});

const workspace = () =>
  rig.api.get(WORKSPACES, rig.namespace, 'study') as Workspace | undefined;
const status = () => workspace()?.status;
const create = (
  options: object = {},
  more: { paused?: boolean; volumes?: object } = {},
) =>
  rig.api.create(WORKSPACES, rig.namespace, {
    metadata: { name: 'study' },
    spec: {
      kind: 'jupyterlab',
      paused: more.paused,
      podTemplate: {
        volumes: more.volumes ?? {},
        options: { imageConfig: LATEST, podConfig: 'tiny_cpu', ...options },
      },
    },
  });
const change = (spec: object) => {
  const found = workspace()!;
  rig.api.update(WORKSPACES, { ...found, spec: { ...found.spec, ...spec } });
};
const own = (ref: typeof PODS): KubeObject[] =>
  rig.api.list(ref, rig.namespace, { [LABEL_WORKSPACE]: 'study' });
const runs = () => status()?.state === 'Running';

it('makes a set and a service of generated names, an account and a pod', () => {
  create();
  rig.until(runs, 20_000);
  const [set] = own(STATEFUL_SETS);
  expect(set.metadata.name).toMatch(/^ws-study-[a-z0-9]{5}$/);
  expect(own(SERVICES)[0].spec.ports).toEqual([
    { name: 'http-8888', port: 8888, targetPort: 8888, protocol: 'TCP' },
  ]);
  expect(own(SERVICE_ACCOUNTS).map(({ metadata }) => metadata.name)).toEqual([
    'ws-study',
  ]);
  const [pod] = own(PODS);
  expect(pod.spec.containers[0]).toMatchObject({
    name: 'main',
    env: [
      {
        name: 'NB_PREFIX',
        value: '/workspace/connect/orders/study/jupyterlab/',
      },
    ],
    resources: { requests: { cpu: '100m', memory: '512Mi' } },
  });
  expect(status()).toMatchObject({
    state: 'Running',
    stateMessage: 'Workspace is running',
    pauseTime: 0,
    pendingRestart: false,
    podTemplatePod: {
      name: pod.metadata.name,
      nodeName: pod.spec.nodeName,
      serviceAccountName: 'ws-study',
      containers: [{ name: 'main' }],
    },
  });
  expect(rig.clock.now() - status()!.lastRunningTime).toBeLessThan(2_000);
});

it('pauses: terminating first, then paused since then, and starts anew', () => {
  create();
  rig.until(runs, 20_000);
  change({ paused: true });
  rig.clock.advance(500);
  expect(status()?.state).toBe('Terminating');
  rig.until(() => status()?.state === 'Paused', 60_000);
  expect(rig.clock.now() - status()!.pauseTime).toBeLessThan(60_000);
  expect(own(PODS)).toEqual([]);
  change({ paused: false });
  rig.until(runs, 60_000);
  expect(status()?.pauseTime).toBe(0);
});

it('is paused from the start where it says so', () => {
  create({}, { paused: true });
  rig.clock.advance(5_000);
  expect(status()?.state).toBe('Paused');
  expect(own(PODS)).toEqual([]);
});

it('tells in epoch ms when somebody worked in it last', () => {
  create();
  rig.until(runs, 20_000);
  rig.clock.advance(150_000);
  const { activity } = status()!;
  expect(activity.lastProbe).toMatchObject({
    result: 'Success',
    message: 'Jupyter probe succeeded',
  });
  expect(rig.clock.now() - activity.lastUpdate).toBeLessThan(61_000);
  expect(rig.clock.now() - activity.lastActivity).toBeGreaterThan(100_000);
});

it('follows the redirects of its image, and runs the old one until it is told otherwise', () => {
  create({ imageConfig: 'jupyter-scipy:v1.9.2' });
  rig.until(runs, 20_000);
  expect(status()).toMatchObject({
    pendingRestart: true,
    podTemplateOptions: {
      imageConfig: {
        desired: LATEST,
        redirectChain: [
          { source: 'jupyter-scipy:v1.9.2', target: 'jupyter-scipy:v1.10.0' },
          { source: 'jupyter-scipy:v1.10.0', target: LATEST },
        ],
      },
      podConfig: { desired: 'tiny_cpu' },
    },
  });
  expect(own(PODS)[0].spec.containers[0].image).toMatch(/:v1\.9\.2$/);
  const old = own(PODS)[0].metadata.uid;
  const { podTemplate } = workspace()!.spec;
  change({
    podTemplate: {
      ...podTemplate,
      options: { imageConfig: LATEST, podConfig: 'small_cpu' },
    },
  });
  rig.until(() => runs() && own(PODS)[0]?.metadata.uid !== old, 60_000);
  expect(status()?.pendingRestart).toBe(false);
});

it('is an Error with the words of the event when the quota refuses its pod', () => {
  rig.api.create(RESOURCE_QUOTAS, rig.namespace, {
    metadata: { name: 'domain' },
    spec: { hard: { 'requests.cpu': '10m' } },
  });
  rig.clock.advance(100);
  create();
  rig.clock.advance(5_000);
  expect(status()).toMatchObject({
    state: 'Error',
    stateMessage: expect.stringMatching(
      /^Workspace StatefulSet has warning event: Create Pod ws-study-.*-0 in StatefulSet .* exceeded quota: domain/,
    ),
  });
});

it('is an Error while its volume cannot be had, and mounts it where the kind says', () => {
  create({}, { volumes: { home: 'home' } });
  rig.clock.advance(5_000);
  expect(status()).toMatchObject({
    state: 'Error',
    stateMessage:
      'Workspace Pod is unschedulable: 0/3 nodes are available: persistentvolumeclaim "home" not found. not found',
  });
  rig.api.create(STORAGE_CLASSES, undefined, {
    metadata: { name: 'standard' },
    provisioner: 'p',
    volumeBindingMode: 'WaitForFirstConsumer',
  });
  rig.api.create(PERSISTENT_VOLUME_CLAIMS, rig.namespace, {
    metadata: { name: 'home' },
    spec: {
      storageClassName: 'standard',
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    },
  });
  rig.until(runs, 60_000);
  expect(own(PODS)[0].spec.containers[0].volumeMounts).toEqual([
    { name: 'home-volume', mountPath: '/home/jovyan' },
    { name: 'dshm', mountPath: '/dev/shm' },
  ]);
});

it('is an Error when its kind has lost its image', () => {
  create();
  rig.until(runs, 20_000);
  const kind = rig.api.get(WORKSPACE_KINDS, undefined, 'jupyterlab')!;
  const { podTemplate } = kind.spec;
  const values = podTemplate.options.imageConfig.values.filter(
    ({ id }: { id: string }) => id !== LATEST,
  );
  rig.api.update(WORKSPACE_KINDS, {
    ...kind,
    spec: {
      ...kind.spec,
      podTemplate: {
        ...podTemplate,
        options: {
          ...podTemplate.options,
          imageConfig: { ...podTemplate.options.imageConfig, values },
        },
      },
    },
  });
  rig.clock.advance(1_000);
  expect(status()).toMatchObject({
    state: 'Error',
    stateMessage: `Workspace has invalid imageConfig: imageConfig with id "${LATEST}" not found`,
  });
});

it('takes all that it made along', () => {
  create();
  rig.until(runs, 20_000);
  rig.api.delete(WORKSPACES, rig.namespace, 'study', {
    propagation: 'Background',
  });
  rig.clock.advance(60_000);
  for (const ref of [STATEFUL_SETS, SERVICES, SERVICE_ACCOUNTS, PODS]) {
    expect(own(ref)).toEqual([]);
  }
});

describe('kinds', () => {
  const kind = () => rig.api.get(WORKSPACE_KINDS, undefined, 'jupyterlab');
  const deleteKind = () =>
    rig.api.delete(WORKSPACE_KINDS, undefined, 'jupyterlab');

  it('count their workspaces, and stay while there are any', () => {
    create();
    rig.until(runs, 20_000);
    expect(kind()?.status).toMatchObject({
      workspaces: 1,
      podTemplateOptions: {
        podConfig: [
          { id: 'tiny_cpu', workspaces: 1 },
          { id: 'small_cpu', workspaces: 0 },
          { id: 'small_gpu', workspaces: 0 },
        ],
      },
    });
    expect(deleteKind).toThrow(
      'admission webhook "vworkspacekind.kb.io" denied the request: Operation cannot be fulfilled on WorkspaceKind.kubeflow.org "jupyterlab"',
    );
    rig.api.delete(WORKSPACES, rig.namespace, 'study');
    rig.clock.advance(1_000);
    expect(kind()?.metadata.finalizers ?? []).toEqual([]);
    deleteKind();
    expect(kind()).toBeUndefined();
  });

  it.each([
    [
      { imageConfig: 'none' },
      'spec.podTemplate.options.imageConfig: Invalid value: "none": imageConfig with id "none" not found in workspace kind "jupyterlab"',
    ],
    [
      { podConfig: 'huge' },
      'spec.podTemplate.options.podConfig: Invalid value: "huge": podConfig with id "huge" not found in workspace kind "jupyterlab"',
    ],
  ])('refuse %j', (options, message) => {
    expect(() => create(options)).toThrow(
      `admission webhook "vworkspace.kb.io" denied the request: Workspace.kubeflow.org "study" is invalid: ${message}`,
    );
  });

  it('must exist, and cannot be changed', () => {
    create();
    expect(() => change({ kind: 'rstudio' })).toThrow(
      `spec.kind: Invalid value: "rstudio": Workspace 'kind' is immutable`,
    );
    rig.api.delete(WORKSPACES, rig.namespace, 'study');
    rig.clock.advance(100);
    deleteKind();
    expect(() => create()).toThrow(
      'Workspace.kubeflow.org "study" is invalid: spec.kind: Invalid value: "jupyterlab": workspace kind "jupyterlab" not found',
    );
  });
});
