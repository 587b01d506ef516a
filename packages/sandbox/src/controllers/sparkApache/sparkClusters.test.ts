import { SandboxRig } from '../fixtures/SandboxRig';
import {
  EVENTS,
  PODS,
  RESOURCE_QUOTAS,
  SERVICES,
  SPARK_CLUSTERS,
  STATEFUL_SETS,
} from '../refs';

let rig: SandboxRig;
beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

const cluster = () => rig.api.get(SPARK_CLUSTERS, rig.namespace, 'adhoc');
const state = () => cluster()?.status?.currentState.currentStateSummary;
const pods = () => rig.api.list(PODS, rig.namespace);

function create(): void {
  rig.api.create(SPARK_CLUSTERS, rig.namespace, {
    metadata: { name: 'adhoc' },
    spec: {
      runtimeVersions: { sparkVersion: '4.0.0' },
      clusterTolerations: {
        instanceConfig: { initWorkers: 2, minWorkers: 2, maxWorkers: 2 },
      },
    },
  });
}

function quota(hard: Record<string, string>): void {
  rig.api.create(RESOURCE_QUOTAS, rig.namespace, {
    metadata: { name: 'domain' },
    spec: { hard },
  });
  rig.clock.advance(1_000);
}

it('brings up a master and its workers, behind their services', () => {
  create();
  rig.until(
    () => pods().filter(pod => pod.status.phase === 'Running').length === 3,
  );
  expect(state()).toBe('RunningHealthy');
  expect(
    pods().map(({ metadata }) => [
      metadata.name,
      metadata.labels?.['spark-role'],
      metadata.labels?.['spark.operator/spark-cluster-name'],
    ]),
  ).toEqual([
    ['adhoc-master-0', 'master', 'adhoc'],
    ['adhoc-worker-0', 'worker', 'adhoc'],
    ['adhoc-worker-1', 'worker', 'adhoc'],
  ]);
  expect(
    rig.api.list(SERVICES, rig.namespace).map(({ metadata }) => metadata.name),
  ).toEqual(['adhoc-master-svc', 'adhoc-worker-svc']);
});

it('counts as running although its pods are refused: only the set has an event', () => {
  quota({ pods: '0' });
  create();
  rig.clock.advance(3_000);
  expect(state()).toBe('RunningHealthy');
  expect(pods()).toEqual([]);
  const refusals = rig.api
    .list(EVENTS, rig.namespace)
    .filter(({ reason }) => reason === 'FailedCreate');
  expect(refusals.map(event => event.involvedObject.kind)).toContain(
    'StatefulSet',
  );
  expect(refusals[0].message).toMatch(
    /^Create Pod adhoc-master-0 in StatefulSet adhoc-master failed error: pods "adhoc-master-0" is forbidden: exceeded quota: domain/,
  );
});

it('fails to be scheduled when its services or sets are refused', () => {
  quota({ 'count/statefulsets.apps': '0' });
  create();
  rig.clock.advance(1_000);
  expect(state()).toBe('SchedulingFailure');
});

it('replaces a worker that is lost', () => {
  create();
  rig.until(() => pods().length === 3);
  const { uid } = rig.pod('adhoc-worker-1')!.metadata;
  rig.api.delete(PODS, rig.namespace, 'adhoc-worker-1', {
    gracePeriodSeconds: 0,
  });
  rig.until(() => pods().length === 3, 5_000);
  expect(rig.pod('adhoc-worker-1')?.metadata.uid).not.toBe(uid);
});

it('releases everything when it is deleted', () => {
  const seen = rig.watch(SPARK_CLUSTERS);
  create();
  rig.until(() => pods().length === 3);
  rig.api.delete(SPARK_CLUSTERS, rig.namespace, 'adhoc');
  rig.until(() => cluster() === undefined, 5_000);
  expect(seen.at(-1)?.object.status.currentState.currentStateSummary).toBe(
    'ResourceReleased',
  );
  rig.until(
    () =>
      pods().length === 0 &&
      rig.api.list(STATEFUL_SETS, rig.namespace).length === 0,
  );
});
