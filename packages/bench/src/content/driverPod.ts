import { Manifest, WorkloadInput } from './sparkApplication';

/** The driver pod of a running application, as spark-submit labels it. */
export function driverPod(input: WorkloadInput, uid: string): Manifest {
  const { name, job } = input;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${name}-driver`,
      labels: {
        'spark-role': 'driver',
        'spark-app-name': name,
        'spark-app-selector': `spark-${name}`,
        'sparkoperator.k8s.io/app-name': name,
        'sparkoperator.k8s.io/launched-by-spark-operator': 'true',
        'sparkoperator.k8s.io/submission-id': `submission-${name}`,
        ...(job && { 'backstage.io/kubernetes-id': job }),
      },
      ownerReferences: [
        {
          apiVersion: 'sparkoperator.k8s.io/v1beta2',
          kind: 'SparkApplication',
          name,
          uid,
          controller: true,
        },
      ],
    },
    spec: {
      serviceAccountName: 'spark',
      nodeName: 'node-1',
      restartPolicy: 'Never',
      containers: [
        {
          name: 'spark-kubernetes-driver',
          image: 'registry.example.com/data/spark:4.0.0-python3',
          resources: {
            requests: { cpu: '1', memory: '2867Mi' },
            limits: { memory: '2867Mi' },
          },
        },
      ],
    },
  };
}

export function driverPodStatus(startedAt: number): Manifest {
  const at = `${new Date(startedAt).toISOString().slice(0, 19)}Z`;
  return {
    phase: 'Running',
    startTime: at,
    conditions: ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map(
      type => ({ type, status: 'True', lastTransitionTime: at }),
    ),
    containerStatuses: [
      {
        name: 'spark-kubernetes-driver',
        image: 'registry.example.com/data/spark:4.0.0-python3',
        imageID: '',
        ready: true,
        restartCount: 0,
        state: { running: { startedAt: at } },
      },
    ],
  };
}
