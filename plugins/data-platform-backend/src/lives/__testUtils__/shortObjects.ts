import { timeAt } from './ShortLife';

interface Place {
  of: string;
  namespace: string;
}

/** A pod as the API server tells it; driver or executor by its name. What it has been so far goes on. */
export function shortPod(
  name: string,
  short: any,
  { of, namespace }: Place,
  before: any,
  at: number,
): any {
  const role = name.includes('exec') ? 'executor' : 'driver';
  const merged = { ...before?.short, ...short };
  const { id, started, ended, deleting } = merged;
  const state = containerState(merged);
  return {
    short: merged,
    metadata: {
      name,
      namespace,
      uid: before?.metadata.uid ?? `uid-${name}-${at}`,
      creationTimestamp: before?.metadata.creationTimestamp ?? timeAt(at),
      ...(deleting !== undefined && { deletionTimestamp: timeAt(deleting) }),
      labels: {
        'spark-role': role,
        'sparkoperator.k8s.io/app-name': of,
        ...(id && { 'sparkoperator.k8s.io/submission-id': id }),
      },
    },
    spec: {
      nodeName: merged.unschedulable ? undefined : 'node-1',
      containers: [{ name: `spark-kubernetes-${role}` }],
    },
    status: {
      phase: phaseOf(merged),
      ...(merged.unschedulable && {
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            reason: 'Unschedulable',
            message: merged.unschedulable,
            lastTransitionTime: timeAt(at),
          },
        ],
      }),
      containerStatuses: merged.unschedulable
        ? []
        : [
            {
              name: `spark-kubernetes-${role}`,
              image: 'registry.example/etl:1.4.2',
              ready: started !== undefined && ended === undefined,
              restartCount: 0,
              state,
            },
          ],
    },
  };
}

function containerState({ started, ended, code = 0, reason, waiting }: any) {
  if (ended !== undefined) {
    return {
      terminated: {
        exitCode: code,
        reason: reason ?? (code === 0 ? 'Completed' : 'Error'),
        startedAt: timeAt(started ?? 0),
        finishedAt: timeAt(ended),
      },
    };
  }
  return started === undefined
    ? { waiting: waiting ?? { reason: 'ContainerCreating' } }
    : { running: { startedAt: timeAt(started) } };
}

function phaseOf({ started, ended, code = 0 }: any): string {
  if (ended !== undefined) return code === 0 ? 'Succeeded' : 'Failed';
  return started === undefined ? 'Pending' : 'Running';
}

/** An event on the object, or on a pod. */
export function shortEvent(short: any, { of, namespace }: Place, at: number) {
  const { type = 'Warning', reason, message = reason, pod, podUid } = short;
  return {
    kind: 'Event',
    metadata: {
      name: `${pod ?? of}.${reason}`,
      namespace,
      uid: `event-${reason}-${at}`,
      creationTimestamp: timeAt(at),
    },
    type,
    reason,
    message,
    count: 1,
    firstTimestamp: timeAt(at),
    lastTimestamp: timeAt(at),
    involvedObject: {
      kind: pod ? 'Pod' : 'SparkApplication',
      name: pod ?? of,
      namespace,
      uid: podUid ?? `uid-${of}`,
    },
  };
}

/** The quota of a namespace. */
export function shortQuota({ hard, used }: any, namespace: string) {
  return {
    metadata: { name: 'domain', namespace, uid: 'uid-quota' },
    spec: { hard },
    status: { hard, used },
  };
}

/** The Deployment of the operator, with the labels of its chart. */
export function shortDeployment({ wanted, available }: any, at: number) {
  return {
    metadata: {
      name: 'spark-operator-controller',
      namespace: 'spark-operator',
      uid: 'uid-deployment',
      labels: {
        'app.kubernetes.io/name': 'spark-operator',
        'app.kubernetes.io/component': 'controller',
      },
    },
    spec: { replicas: wanted },
    status: {
      ...(available > 0 && { availableReplicas: available }),
      conditions: [
        {
          type: 'Available',
          status: available >= wanted ? 'True' : 'False',
          lastTransitionTime: timeAt(at),
        },
      ],
    },
  };
}
