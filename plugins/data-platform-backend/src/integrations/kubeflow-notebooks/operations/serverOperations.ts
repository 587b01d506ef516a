import {
  KubernetesObject,
  OperationEvidence,
  PodEvidence,
  ResourceOperation,
} from '@millrace/backstage-plugin-data-platform-node';
import { deletionReason, KindAddress, targetOf } from '../../verdicts/target';
import { code } from '../../values/plain';
import { deleteServer } from './deleteServer';

type Operation = ResourceOperation<KubernetesObject>;

/** How a generation is told to stop and to start, as merge patches. */
export interface Switch {
  address: KindAddress;
  isStopped(object: KubernetesObject): boolean;
  stop(now: number): Record<string, unknown>;
  start(): Record<string, unknown>;
}

/** What a person can do with a notebook server. All writes name the uid: another server of that name is left alone. */
export function serverOperations(how: Switch): readonly Operation[] {
  return [stop(how), start(how), restart(how), deleteServer(how.address)];
}

function stop({ address, ...how }: Switch): Operation {
  return {
    id: 'notebook:stop',
    title: 'Stop',
    confirmation:
      'Stop this server? What it holds in memory is lost; what lies on its volumes is kept.',
    availability: object =>
      deletionReason(object) ??
      (how.isStopped(object) ? 'It is stopped already.' : true),
    plan: (object, { now }) => [
      {
        id: 'stop',
        title: `Stop ${address.kind} ${object.metadata.name}`,
        verb: 'patch',
        target: targetOf(object, address),
        patch: how.stop(now),
      },
    ],
  };
}

function start({ address, ...how }: Switch): Operation {
  return {
    id: 'notebook:start',
    title: 'Start',
    availability: object =>
      deletionReason(object) ??
      (how.isStopped(object) ? true : 'It is started already.'),
    plan: object => [
      {
        id: 'start',
        title: `Start ${address.kind} ${object.metadata.name}`,
        verb: 'patch',
        target: targetOf(object, address),
        patch: how.start(),
      },
    ],
  };
}

/**
 * The controllers know no restart: the pod is deleted, and its StatefulSet makes another. A change of annotations would not do,
 * for the controller copies no more than the pod's spec. Source: components/notebook-controller/reconcilehelper/util.go.
 */
function restart({ address, ...how }: Switch): Operation {
  return {
    id: 'notebook:restart',
    title: 'Restart',
    confirmation:
      'Restart this server? What it holds in memory is lost; what lies on its volumes is kept.',
    availability: (object, evidence) =>
      deletionReason(object) ??
      (how.isStopped(object)
        ? 'It is stopped: start it instead.'
        : whyNoRestart(evidence)),
    plan: (object, { pods }) =>
      presentPods(pods).map(pod => ({
        id: `restart-${pod.name}`,
        title: `Delete pod ${code(pod.name)}, so that ${address.kind} ${
          object.metadata.name
        } makes it anew`,
        verb: 'delete',
        target: {
          apiVersion: 'v1',
          kind: 'Pod',
          plural: 'pods',
          namespace: pod.namespace,
          name: pod.name,
          uid: pod.uid,
        },
      })),
  };
}

function whyNoRestart({ pods }: Partial<OperationEvidence>): true | string {
  if (presentPods(pods).length > 0) {
    return true;
  }
  return pods && pods.length > 0
    ? 'Its pod is ending already.'
    : 'It has no pod that could be made anew.';
}

function presentPods(pods: readonly PodEvidence[] = []): PodEvidence[] {
  return pods.filter(pod => pod.deletingSince === undefined);
}
