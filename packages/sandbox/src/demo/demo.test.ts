import { join } from 'node:path';
import { Sandbox } from '../api/Sandbox';
import { readCrdFiles } from '../crdFiles';
import { CRDS_FOLDER, EXAMPLES_FOLDER } from '../folders';
import { ManualClock } from '../clock/ManualClock';
import { loadYamlFile } from '../controllers/loadYaml';
import { seededRandom } from '../controllers/random';
import {
  APACHE_SPARK_APPLICATIONS,
  PODS,
  RESOURCE_QUOTAS,
  SCHEDULED_SPARK_APPLICATIONS,
  SPARK_APPLICATIONS,
  SPARK_CONNECTS,
} from '../controllers/refs';
import { statesOf } from '../controllers/fixtures/apacheSpark';
import { sandboxControllers } from '../controllers/sandboxControllers';
import { sparkWebhook } from '../controllers/spark/sparkWebhook';
import { workspaceWebhook } from '../controllers/workspaces/workspaceWebhook';
import type { KubeObject } from '../types';
import { demoContent, demoRbac } from './demoContent';
import { portalPolicies } from './portalPolicies';
import { TravelClock } from './TravelClock';

const MINUTE = 60_000;
const manual = new ManualClock(Date.parse('2026-11-22T08:48:16Z'));
const clock = new TravelClock(manual);
const { api } = new Sandbox({
  clock,
  crds: readCrdFiles(CRDS_FOLDER),
  admission: [sparkWebhook, workspaceWebhook, portalPolicies],
});
const faults: unknown[] = [];
let stops: (() => void)[] = [];

function start(): void {
  demoRbac(api);
  demoContent(api, clock);
  stops = sandboxControllers({
    random: seededRandom('demo'),
    onFault: fault => faults.push(fault),
  }).map(controller => controller(api, clock));
}
const stop = () => stops.forEach(end => end());
const runs = (namespace: string, job: string): KubeObject[] =>
  api.list(SPARK_APPLICATIONS, namespace, {
    'backstage.io/kubernetes-id': job,
  });
const stateOf = (run: KubeObject) => run.status?.applicationState?.state;

beforeAll(() => {
  start();
  manual.advance(2 * MINUTE);
});
afterAll(() => {
  stop();
});

it('gives orders-daily a past of twenty runs, one of them failed', () => {
  const past = runs('sales', 'orders-daily');
  expect(past).toHaveLength(20);
  expect(past.filter(run => stateOf(run) === 'FAILED')).toHaveLength(1);
  for (const run of past) {
    const created = Date.parse(run.metadata.creationTimestamp);
    const ended = Date.parse(run.status.terminationTime);
    expect(ended - created).toBeGreaterThan(MINUTE);
    expect(ended).toBeLessThan(manual.now() - 6 * 60 * MINUTE);
  }
  const newest = past.reduce((left, right) =>
    left.metadata.creationTimestamp > right.metadata.creationTimestamp
      ? left
      : right,
  );
  expect(stateOf(newest)).toBe('COMPLETED');
});

it('runs orders-enrich with three executors', () => {
  const [run] = runs('sales', 'orders-enrich');
  expect(stateOf(run)).toBe('RUNNING');
  expect(Object.values(run.status.executorState)).toEqual([
    'RUNNING',
    'RUNNING',
    'RUNNING',
  ]);
});

it('leaves the evidence of customers-dedup', () => {
  const [run] = runs('sales', 'customers-dedup');
  expect(stateOf(run)).toBe('FAILED');
  const killed = api
    .list(PODS, 'sales', {
      'sparkoperator.k8s.io/app-name': run.metadata.name,
      'spark-role': 'executor',
    })
    .filter(
      pod =>
        pod.status.containerStatuses[0].state.terminated?.reason ===
        'OOMKilled',
    );
  expect(killed).toHaveLength(4);
});

it('cannot pull the image of customers-export', () => {
  const [run] = runs('sales', 'customers-export');
  expect(stateOf(run)).toBe('SUBMITTED');
  const pod = api.get(PODS, 'sales', run.status.driverInfo.podName);
  expect(pod?.status.containerStatuses[0].state.waiting.reason).toMatch(
    /^(ErrImagePull|ImagePullBackOff)$/,
  );
});

it('keeps shipments-forecast suspended', () => {
  expect(runs('logistics', 'shipments-forecast').map(stateOf)).toEqual([
    'SUSPENDED',
  ]);
});

it('fits into the quotas of its domains', () => {
  for (const namespace of ['sales', 'logistics']) {
    const quota = api.get(RESOURCE_QUOTAS, namespace, 'domain');
    expect(Object.keys(quota?.status.used)).toEqual(
      Object.keys(quota?.spec.hard),
    );
  }
});

it('runs jobs of the Apache operator: one well, one failed behind its release', () => {
  const apache = (job: string) =>
    api
      .list(APACHE_SPARK_APPLICATIONS, 'sales', {
        'backstage.io/kubernetes-id': job,
      })
      .map(({ status }) => ({
        now: status.currentState.currentStateSummary,
        seen: statesOf(status.stateTransitionHistory),
      }));
  const reconcile = apache('orders-reconcile');
  expect(reconcile.map(({ now }) => now).sort()).toEqual([
    'ResourceReleased',
    'ResourceReleased',
    'ResourceReleased',
    'RunningHealthy',
  ]);
  const [reprice] = apache('orders-reprice');
  expect(reprice.now).toBe('ResourceReleased');
  expect(reprice.seen).toContain('Failed');
});

it('has a job that came to its end although executors were killed, and one that a retry made good', () => {
  const [scan] = runs('logistics', 'parcels-scan');
  expect(stateOf(scan)).toBe('COMPLETED');
  expect(Object.values(scan.status.executorState)).toContain('FAILED');
  const [imported] = runs('logistics', 'parcels-import');
  expect(stateOf(imported)).toBe('COMPLETED');
  expect(imported.status.executionAttempts).toBe(2);
});

it('has a schedule whose run was refused: only its next run lies in the past', () => {
  const schedule = api.get(
    SCHEDULED_SPARK_APPLICATIONS,
    'logistics-night',
    'parcels-clean',
  );
  expect(schedule?.status.scheduleState).toBe('Scheduled');
  expect(Date.parse(schedule?.status.nextRun)).toBeLessThan(
    manual.now() - 30 * MINUTE,
  );
  expect(runs('logistics-night', 'parcels-clean')).toHaveLength(2);
});

it('keeps a Connect server and a cluster up', () => {
  const connect = api.get(SPARK_CONNECTS, 'logistics', 'analysts');
  expect(connect?.status).toMatchObject({
    state: 'Ready',
    executors: { running: 2 },
  });
  const cluster = api.list(PODS, 'logistics', {
    'spark.operator/spark-cluster-name': 'adhoc',
  });
  expect(cluster.map(({ status }) => status.phase)).toEqual([
    'Running',
    'Running',
    'Running',
  ]);
});

it('leaves what nobody has adopted as it is, and what nobody watches without a status', () => {
  const found = api.list(SPARK_APPLICATIONS, 'marketing');
  expect(found).toHaveLength(12);
  for (const { metadata } of found) {
    const labels = Object.keys(metadata.labels ?? {});
    expect(labels.filter(key => /millrace|backstage/.test(key))).toEqual([]);
  }
  const unseen = api.get(SPARK_APPLICATIONS, 'lab', 'first-steps');
  expect(unseen?.status).toBeUndefined();
});

it('scales the executors of routes-optimise up and down', () => {
  const counts = new Set<number>();
  for (let look = 0; look < 24; look += 1) {
    manual.advance(10_000);
    const [run] = runs('logistics', 'routes-optimise');
    const running = api
      .list(PODS, 'logistics', {
        'sparkoperator.k8s.io/app-name': run.metadata.name,
        'spark-role': 'executor',
      })
      .filter(({ status }) => status.phase === 'Running');
    counts.add(running.length);
  }
  expect(Math.max(...counts)).toBe(6);
  expect(Math.min(...counts)).toBeLessThanOrEqual(3);
});

it('tracks shipments every five minutes, mostly well', () => {
  const read = () =>
    api.get(SCHEDULED_SPARK_APPLICATIONS, 'logistics', 'shipments-track');
  const succeeded = () => read()?.status.pastSuccessfulRunNames?.length ?? 0;
  // One run in nine fails, whichever: five have succeeded after 25 minutes or somewhat later.
  for (let waited = 0; succeeded() < 5 && waited < 180; waited += 10) {
    manual.advance(10 * MINUTE);
  }
  const schedule = read();
  expect(schedule?.status.pastSuccessfulRunNames).toHaveLength(5);
  expect(schedule?.status.pastFailedRunNames?.length ?? 0).toBeLessThanOrEqual(
    3,
  );
  expect(Date.parse(schedule?.status.nextRun)).toBeGreaterThan(manual.now());
});

it('goes on after a restart, and brings back nothing that was deleted', () => {
  const [enrich] = runs('sales', 'orders-enrich');
  const [export_] = runs('sales', 'customers-export');
  api.delete(SPARK_APPLICATIONS, 'sales', export_.metadata.name);
  manual.advance(5_000);
  stop();
  start();
  manual.advance(5 * MINUTE);
  expect(runs('sales', 'customers-export')).toEqual([]);
  expect(runs('sales', 'orders-daily')).toHaveLength(20);
  const [after] = runs('sales', 'orders-enrich');
  expect(after.status).toEqual(enrich.status);
});

it('leaves no controller with a fault', () => {
  expect(faults.map(String)).toEqual([]);
});

it('describes the same domains, owners and jobs in the catalog', () => {
  const examples = join(EXAMPLES_FOLDER, 'demo');
  const catalog = loadYamlFile(join(examples, 'catalog.yaml'));
  const groups = loadYamlFile(join(examples, 'org.yaml'))
    .filter(({ kind }) => kind === 'Group')
    .map(({ metadata }) => `group:default/${metadata.name}`);
  for (const { spec } of catalog) expect(groups).toContain(spec.owner);
  const of = (kind: string) => catalog.filter(entity => entity.kind === kind);
  expect(of('Domain').map(({ metadata }) => metadata.name)).toEqual([
    'sales',
    'logistics',
    'research',
  ]);
  expect(of('System')).toHaveLength(3);
  expect(of('Component')).toHaveLength(12);
});
