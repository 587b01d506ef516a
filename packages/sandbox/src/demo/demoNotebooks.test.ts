import { Sandbox } from '../api/Sandbox';
import { ManualClock } from '../clock/ManualClock';
import { stateOf } from '../controllers/notebooks/fixtures/notebookManifest';
import { LAST_ACTIVITY } from '../controllers/notebooks/Notebook';
import { seededRandom } from '../controllers/random';
import {
  EVENTS,
  NOTEBOOKS,
  PERSISTENT_VOLUME_CLAIMS,
  PODS,
  RESOURCE_QUOTAS,
  WORKSPACE_KINDS,
  WORKSPACES,
} from '../controllers/refs';
import { sandboxControllers } from '../controllers/sandboxControllers';
import { sparkWebhook } from '../controllers/spark/sparkWebhook';
import { workspaceWebhook } from '../controllers/workspaces/workspaceWebhook';
import { readCrdFiles } from '../crdFiles';
import { CRDS_FOLDER } from '../folders';
import { demoContent, demoRbac } from './demoContent';
import { portalPolicies } from './portalPolicies';
import { TravelClock } from './TravelClock';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const manual = new ManualClock(Date.parse('2026-11-22T08:48:16Z'));
const clock = new TravelClock(manual);
const sandbox = new Sandbox({
  clock,
  crds: readCrdFiles(CRDS_FOLDER),
  admission: [sparkWebhook, workspaceWebhook, portalPolicies],
});
const { api } = sandbox;
const faults: unknown[] = [];
let stops: (() => void)[] = [];
/** How two notebooks were before anything was up that could have a look at them. */
let atFirst: string[] = [];

function start(): void {
  demoRbac(api);
  demoContent(api, clock);
  stops = sandboxControllers({
    random: seededRandom('demo'),
    onFault: fault => faults.push(fault),
  }).map(controller => controller(api, clock));
}
const stop = () => stops.forEach(end => end());
const notebook = (name: string, namespace = 'research') =>
  api.get(NOTEBOOKS, namespace, name);
const pod = (name: string, namespace = 'research') =>
  api.get(PODS, namespace, `${name}-0`);
const idleHours = (name: string, namespace?: string) =>
  (manual.now() -
    Date.parse(
      notebook(name, namespace)?.metadata.annotations?.[LAST_ACTIVITY] ?? '',
    )) /
  HOUR;
const workspace = (name: string) =>
  api.get(WORKSPACES, 'research', name)?.status;
const warnings = (name: string) =>
  api
    .list(EVENTS, 'research')
    .filter(
      event => event.type === 'Warning' && event.involvedObject.name === name,
    )
    .map(event => `${event.involvedObject.kind} ${event.message}`);

beforeAll(() => {
  start();
  atFirst = ['market-basket', 'price-sensitivity'].map(name =>
    stateOf(notebook(name)),
  );
  manual.advance(3 * MINUTE);
});
afterAll(() => {
  stop();
});

it('has a server in use and one whose GPU is idle, which have been running for hours', () => {
  expect(stateOf(notebook('market-basket'))).toBe('running 1');
  expect(idleHours('market-basket')).toBeLessThan(0.05);
  expect(stateOf(notebook('churn-model', 'sales'))).toBe('running 1');
  expect(idleHours('churn-model', 'sales')).toBeGreaterThan(8.9);
  const held = pod('churn-model', 'sales');
  expect(held?.spec.nodeName).toBe('sandbox-worker-3');
  expect(held?.spec.containers[0].resources.requests['nvidia.com/gpu']).toBe(
    '1',
  );
  const [container] = held?.status.containerStatuses ?? [];
  expect(
    manual.now() - Date.parse(container.state.running.startedAt),
  ).toBeGreaterThan(30 * HOUR);
  expect(container.restartCount).toBe(0);
});

it('leaves what has a past as it was before its controller is up', () => {
  expect(atFirst).toEqual(['running 1', 'newborn 0']);
});

it('cannot tell whether RStudio is idle: its last activity is that of its start', () => {
  expect(stateOf(notebook('survey-r'))).toBe('running 1');
  expect(idleHours('survey-r')).toBeGreaterThan(49);
});

it('has one in a crash loop, whose log says why', () => {
  const [status] = pod('geo-clusters')?.status.containerStatuses ?? [];
  expect(status.restartCount).toBeGreaterThan(2);
  const log = sandbox.logs.get(
    pod('geo-clusters')!.metadata.uid,
    'geo-clusters',
  );
  expect(log?.lines.at(-1)?.text).toBe(
    "ModuleNotFoundError: No module named 'jupyterlab_git'\n",
  );
});

it('has one that the quota refuses', () => {
  expect(stateOf(notebook('demand-forecast'))).toBe('newborn 0');
  expect(pod('demand-forecast')).toBeUndefined();
  const told = warnings('demand-forecast');
  expect(told.slice(0, 2)).toEqual([
    expect.stringMatching(
      /^StatefulSet Create Pod .* exceeded quota: domain, requested: requests.cpu=12,/,
    ),
    expect.stringMatching(
      /^Notebook Reissued from statefulset\/demand-forecast: Create Pod/,
    ),
  ]);
});

it('has one whose volume is of a class that is not there', () => {
  expect(pod('image-labels')?.status.conditions).toEqual([
    expect.objectContaining({
      type: 'PodScheduled',
      reason: 'Unschedulable',
      message:
        '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found',
    }),
  ]);
  expect(warnings('image-labels-home')).toEqual([
    'PersistentVolumeClaim storageclass.storage.k8s.io "fast-ssd" not found',
  ]);
});

it('has a stopped one, whose volume is kept', () => {
  expect(stateOf(notebook('price-sensitivity'))).toBe('newborn 0');
  const claim = api.get(
    PERSISTENT_VOLUME_CLAIMS,
    'research',
    'price-sensitivity-home',
  );
  expect(claim?.status.phase).toBe('Bound');
});

it('has workspaces, one on an image that was replaced, one paused', () => {
  expect(workspace('route-study')).toMatchObject({
    state: 'Running',
    pendingRestart: true,
    podTemplateOptions: {
      imageConfig: { desired: 'jupyter-scipy:v1.11.0' },
      podConfig: { desired: 'tiny_cpu' },
    },
  });
  expect(workspace('old-model')).toMatchObject({
    state: 'Paused',
    pauseTime: expect.any(Number),
    pendingRestart: false,
  });
  expect(
    api.get(WORKSPACE_KINDS, undefined, 'jupyterlab')?.status.workspaces,
  ).toBe(2);
});

it('leaves room in the quota for one more', () => {
  const { used } = api.get(RESOURCE_QUOTAS, 'research', 'domain')!.status;
  expect(Number(used['requests.cpu'].replace('m', '')) / 1000).toBeLessThan(4);
  expect(used['requests.nvidia.com/gpu']).toBe('0');
});

it('goes on after a restart', () => {
  const before = pod('churn-model', 'sales')?.metadata.uid;
  stop();
  start();
  manual.advance(2 * MINUTE);
  expect(pod('churn-model', 'sales')?.metadata.uid).toBe(before);
  expect(idleHours('churn-model', 'sales')).toBeGreaterThan(9);
  expect(idleHours('market-basket')).toBeLessThan(0.05);
  expect(workspace('route-study')?.state).toBe('Running');
  expect(faults.map(String)).toEqual([]);
});
