import { SandboxRig, sparkPi } from './fixtures/SandboxRig';
import { PODS, RESOURCE_QUOTAS, SERVICES, SPARK_APPLICATIONS } from './refs';

const COUNT = 'count/sparkapplications.sparkoperator.k8s.io';
let rig: SandboxRig;
beforeEach(() => {
  rig = new SandboxRig();
});
afterEach(() => {
  rig.end();
});

function limit(hard: Record<string, string>): void {
  rig.api.create(RESOURCE_QUOTAS, rig.namespace, {
    metadata: { name: 'domain' },
    spec: { hard },
  });
}
const status = () =>
  rig.api.get(RESOURCE_QUOTAS, rig.namespace, 'domain')?.status;

function createPod(name: string): void {
  rig.api.create(PODS, rig.namespace, {
    metadata: { name },
    spec: {
      restartPolicy: 'Never',
      containers: [
        {
          name: 'main',
          image: 'busybox:1',
          command: ['sh', '-c', 'sleep 5; exit 0'],
          resources: { requests: { cpu: '500m', memory: '1Gi' } },
        },
      ],
    },
  });
}

it('fills the status of a new quota with what is there already', () => {
  rig.submit({ suspend: true });
  limit({ [COUNT]: '2', pods: '5', 'count/gadgets.acme.io': '1' });
  rig.clock.advance(100);
  expect(status()).toEqual({
    hard: { [COUNT]: '2', pods: '5' },
    used: { [COUNT]: '1', pods: '0' },
  });
});

it('gives back what finished pods held, but counts their objects', () => {
  limit({
    pods: '5',
    'count/pods': '5',
    'requests.cpu': '4',
    'requests.memory': '8Gi',
  });
  rig.clock.advance(100);
  createPod('a');
  createPod('b');
  rig.clock.advance(1_000);
  expect(status().used).toEqual({
    pods: '2',
    'count/pods': '2',
    'requests.cpu': '1',
    'requests.memory': '2Gi',
  });
  rig.clock.advance(20_000);
  expect(status().used).toEqual({
    pods: '0',
    'count/pods': '2',
    'requests.cpu': '0',
    'requests.memory': '0',
  });
});

it('releases a count soon after a deletion', () => {
  limit({ [COUNT]: '1' });
  rig.clock.advance(100);
  rig.submit({ suspend: true });
  expect(() => rig.submit({ suspend: true }, 'other')).toThrow(
    'exceeded quota',
  );
  rig.api.delete(SPARK_APPLICATIONS, rig.namespace, 'pi');
  rig.clock.advance(100);
  expect(status().used).toEqual({ [COUNT]: '0' });
  rig.api.create(
    SPARK_APPLICATIONS,
    rig.namespace,
    sparkPi('other', { suspend: true }),
  );
});

it('counts services by type', () => {
  limit({ 'services.nodeports': '0', services: '9' });
  rig.api.create(SERVICES, rig.namespace, {
    metadata: { name: 'web' },
    spec: { type: 'NodePort', ports: [{ port: 80 }] },
  });
  rig.clock.advance(100);
  expect(status().used).toEqual({ 'services.nodeports': '1', services: '1' });
});
