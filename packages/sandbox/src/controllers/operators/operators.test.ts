import { loadYamlFile } from '../loadYaml';
import { join } from 'node:path';
import { EXAMPLES_FOLDER } from '../../folders';
import { applyObjects } from '../../demo/applyObjects';
import { apachePi, APP } from '../fixtures/apacheSpark';
import { SandboxRig } from '../fixtures/SandboxRig';
import { notebookManifest } from '../notebooks/fixtures/notebookManifest';
import {
  APACHE_SPARK_APPLICATIONS,
  DEPLOYMENTS,
  LEASES,
  NAMESPACES,
  NOTEBOOKS,
  PODS,
  SPARK_APPLICATIONS,
} from '../refs';
import { OPERATOR_NAMESPACE } from './OperatorInstall';

const KUBEFLOW = 'spark-operator-controller';
const LOCK = 'spark-operator-controller-lock';

let rig: SandboxRig;

const deployment = (name: string) =>
  rig.api.get(DEPLOYMENTS, OPERATOR_NAMESPACE, name);
const available = (name: string) =>
  deployment(name)?.status?.availableReplicas ?? 0;
const renewTime = (name: string) =>
  Date.parse(
    rig.api.get(LEASES, OPERATOR_NAMESPACE, name)?.spec.renewTime ?? 0,
  );

beforeEach(() => {
  rig = new SandboxRig();
  applyObjects(
    rig.api,
    loadYamlFile(join(EXAMPLES_FOLDER, 'demo/operators.yaml')),
  );
  rig.until(() => available(KUBEFLOW) === 1);
});
afterEach(() => {
  rig.end();
});

function scale(name: string, replicas: number): void {
  const found = deployment(name)!;
  rig.api.update(DEPLOYMENTS, { ...found, spec: { ...found.spec, replicas } });
  rig.until(() => available(name) === replicas, 20_000);
}

it('installs both operators, each with a pod and a lease that it renews', () => {
  rig.until(() => available('spark-kubernetes-operator') === 1);
  const pods = rig.api.list(PODS, OPERATOR_NAMESPACE);
  const names = pods.map(({ metadata }) => metadata.name);
  expect(names.some(name => name.startsWith(`${KUBEFLOW}-`))).toBe(true);
  rig.clock.advance(60_000);
  const now = rig.clock.now();
  expect(now - renewTime(LOCK)).toBeLessThan(15_000);
  expect(now - renewTime('spark-operator-lease')).toBeLessThan(60_000);
  const lease = rig.api.get(LEASES, OPERATOR_NAMESPACE, LOCK);
  expect(lease?.spec).toMatchObject({
    holderIdentity: expect.stringMatching(/^spark-operator-controller-.*_/),
    leaseDurationSeconds: 15,
    leaseTransitions: 0,
    renewTime: expect.stringMatching(/\.\d{6}Z$/),
  });
});

it('judges nothing while it is scaled to none, and catches up later', () => {
  rig.submit({ arguments: ['--duration', '14s'] });
  rig.until(() => rig.state() === 'RUNNING');
  scale(KUBEFLOW, 0);
  const leftAt = renewTime(LOCK);
  rig.until(() => rig.pod('pi-driver')?.status.phase === 'Succeeded');
  rig.submit({}, 'late');
  rig.clock.advance(120_000);
  expect(rig.state()).toBe('RUNNING');
  expect(rig.state('late')).toBeUndefined();
  expect(renewTime(LOCK)).toBe(leftAt);
  const backAt = rig.clock.now();
  scale(KUBEFLOW, 1);
  rig.until(() => rig.state() === 'COMPLETED', 20_000);
  const ended = Date.parse(rig.app()?.status.terminationTime);
  expect(ended).toBeGreaterThanOrEqual(backAt - 1_000);
  rig.until(() => rig.state('late') === 'COMPLETED');
  expect(
    rig.api.get(LEASES, OPERATOR_NAMESPACE, LOCK)?.spec.leaseTransitions,
  ).toBe(1);
});

it('is two operators: one goes on without the other', () => {
  rig.until(() => available('spark-kubernetes-operator') === 1);
  scale(KUBEFLOW, 0);
  rig.api.create(APACHE_SPARK_APPLICATIONS, rig.namespace, apachePi());
  const app = () => rig.api.get(APACHE_SPARK_APPLICATIONS, rig.namespace, APP);
  rig.until(
    () => app()?.status?.currentState.currentStateSummary === 'RunningHealthy',
  );
  scale('spark-kubernetes-operator', 0);
  const before = app()?.metadata.resourceVersion;
  rig.clock.advance(120_000);
  expect(app()?.metadata.resourceVersion).toBe(before);
});

it('is down when its Deployment is deleted, and up when it is made again', () => {
  const { spec, metadata } = deployment(KUBEFLOW)!;
  rig.api.delete(DEPLOYMENTS, OPERATOR_NAMESPACE, KUBEFLOW);
  rig.clock.advance(20_000);
  rig.submit();
  rig.clock.advance(20_000);
  expect(rig.state()).toBeUndefined();
  const { name, labels } = metadata;
  rig.api.create(DEPLOYMENTS, OPERATOR_NAMESPACE, {
    metadata: { name, labels },
    spec,
  });
  rig.until(() => rig.state() === 'COMPLETED');
});

it('has the controllers of notebook servers as Deployments too: nothing is made while theirs is down', () => {
  applyObjects(
    rig.api,
    loadYamlFile(join(EXAMPLES_FOLDER, 'demo/kubeflow.yaml')),
  );
  const controller = () =>
    rig.api.get(DEPLOYMENTS, 'kubeflow', 'notebook-controller-deployment');
  rig.until(() => controller()?.status?.availableReplicas === 1);
  const scaleTo = (replicas: number) => {
    const found = controller()!;
    const spec = { ...found.spec, replicas };
    rig.api.update(DEPLOYMENTS, { ...found, spec });
  };
  scaleTo(0);
  rig.until(() => !controller()?.status?.availableReplicas, 60_000);
  rig.api.create(
    NOTEBOOKS,
    rig.namespace,
    notebookManifest('lab', { image: 'acme/jupyter-scipy:1' }),
  );
  const status = () => rig.api.get(NOTEBOOKS, rig.namespace, 'lab')?.status;
  rig.clock.advance(60_000);
  expect(status()).toBeUndefined();
  scaleTo(1);
  rig.until(() => status()?.readyReplicas === 1, 60_000);
});

it('passes over namespaces that its selector leaves out', () => {
  rig.api.create(NAMESPACES, undefined, {
    metadata: { name: 'lab', labels: { 'spark-operator': 'none' } },
  });
  const { kind, apiVersion, spec } = rig.submit({}, 'seen');
  rig.api.create(SPARK_APPLICATIONS, 'lab', {
    kind,
    apiVersion,
    metadata: { name: 'unseen' },
    spec,
  });
  rig.clock.advance(120_000);
  expect(rig.state('seen')).toBe('COMPLETED');
  expect(
    rig.api.get(SPARK_APPLICATIONS, 'lab', 'unseen')?.status,
  ).toBeUndefined();
});
