import fc from 'fast-check';
import type { KubeObject } from '../../types';
import { sparkPi } from '../fixtures/SandboxRig';
import {
  formatProperties,
  parseProperties,
  submissionProperties,
} from './properties';
import type { SparkApplication } from './SparkApplication';
import { podMemory, parseSparkMemory } from './sparkMemory';
import { driverPod, executorPod } from './sparkPods';

const IDS = {
  submissionId: '0000-1111',
  applicationId: 'spark-abc',
  podNamePrefix: 'pi-0123456789abcdef',
};

function application(spec: Record<string, unknown> = {}): SparkApplication {
  const app = sparkPi('pi', spec);
  return {
    ...app,
    metadata: { ...app.metadata, namespace: 'orders', uid: 'u-1' },
  } as unknown as SparkApplication;
}

it('passes labels, sizes and selectors on to executors', () => {
  const app = application({
    nodeSelector: { pool: 'batch' },
    executor: { cores: 2, instances: 3, memory: '2g', coreLimit: '2500m' },
  });
  const properties = submissionProperties(app, IDS);
  const driver = {
    metadata: {
      name: 'pi-driver',
      uid: 'u-2',
      labels: { 'spark-version': '4.0.0' },
    },
    spec: { serviceAccountName: 'spark' },
  } as unknown as KubeObject;
  const pod = executorPod(driver, properties, 2, 'a.jar');
  expect(pod.metadata).toMatchObject({
    name: 'pi-0123456789abcdef-exec-2',
    labels: {
      team: 'sales',
      'spark-role': 'executor',
      'spark-exec-id': '2',
      'spark-app-selector': 'spark-abc',
      'sparkoperator.k8s.io/app-name': 'pi',
      'sparkoperator.k8s.io/submission-id': '0000-1111',
    },
    ownerReferences: [{ kind: 'Pod', name: 'pi-driver', uid: 'u-2' }],
  });
  expect(pod.spec).toMatchObject({
    nodeSelector: { pool: 'batch' },
    serviceAccountName: 'spark',
    restartPolicy: 'Never',
  });
  expect(pod.spec.containers[0].resources).toEqual({
    requests: { cpu: '2', memory: '2432Mi' },
    limits: { memory: '2432Mi', cpu: '2500m' },
  });
});

it('gives Python drivers the larger overhead', () => {
  const app = application({
    type: 'Python',
    mainClass: undefined,
    mainApplicationFile: 'local:///a.py',
    driver: { cores: 1, memory: '2g' },
  });
  const pod = driverPod(app, submissionProperties(app, IDS), IDS);
  expect(pod.spec.containers[0].resources.requests.memory).toBe('2867Mi');
  expect(pod.spec.containers[0].args.slice(3)).toEqual([
    '--class',
    'org.apache.spark.deploy.PythonRunner',
    'local:///a.py',
  ]);
});

it.each([
  ['512m', 512],
  ['2g', 2048],
  ['1024', 1024],
  ['4Gi', 4096],
  ['1.5g', 1536],
  ['much', undefined],
  [undefined, undefined],
])('reads %s as %s MiB', (size, mebi) => {
  expect(parseSparkMemory(size)).toBe(mebi);
});

it('never asks for less than the least overhead', () => {
  expect(podMemory('512m', undefined, 0.1)).toBe(896);
  expect(podMemory('10g', undefined, 0.1)).toBe(11_264);
  expect(podMemory('1g', '2g', 0.1)).toBe(3_072);
});

it('reads back the properties that it wrote', () => {
  const key = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9./-]{0,20}$/);
  const value = fc.stringMatching(/^[^\\\r\n]{0,20}$/);
  fc.assert(
    fc.property(fc.dictionary(key, value), properties => {
      expect(parseProperties(formatProperties(properties))).toEqual(
        Object.fromEntries(Object.entries(properties)),
      );
    }),
  );
});
