import {
  AssessContext,
  ContainerEvidence,
  KubernetesObject,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { ServerSettings } from '../settings';
import { Activity } from './activity';
import { PodAsk } from './podSpec';

/** That it is to be stopped. */
export interface Stop {
  /** When that was asked, epoch ms. */
  at?: number;
  /** Probably by the culler, because nobody used it. */
  culled: boolean;
}

/** A notebook server of either generation, as the verdict sees it. Times are epoch milliseconds. */
export interface NotebookServer {
  kind: string;
  generation: 1 | 2;
  object: KubernetesObject;
  ctx: AssessContext;
  name: string;
  namespace: string;
  createdAt: number;
  deletingSince?: number;
  stop?: Stop;
  /** The controller has written a status: it has seen the object. */
  touched: boolean;
  /** Pods are listed in full and watched, so that there being none means something. */
  podsVouched: boolean;
  /** The pod that serves or is to serve. Made from what the object says where pods cannot be read. */
  pod?: PodEvidence;
  /** A pod that is on its way out. */
  ending?: PodEvidence;
  container?: ContainerEvidence;
  ask: PodAsk;
  settings: ServerSettings;
  activity: Activity;
  /** What the object calls its state, and what it says about it; quoted, never parsed. */
  told: { state: string; message?: string };
  /** Name of the controller, for sentences. */
  controller: string;
}

/** The container that is the server; the only one, where none has its name. */
export function serverContainer(
  pod: PodEvidence | undefined,
  name: string,
): ContainerEvidence | undefined {
  return (
    pod?.containers.find(container => container.name === name) ??
    (pod?.containers.length === 1 ? pod.containers[0] : undefined)
  );
}

/** The newest pod that stays, and one that is on its way out. */
export function serverPods(
  pods: readonly PodEvidence[],
): Pick<NotebookServer, 'pod' | 'ending'> {
  return {
    pod: pods.filter(pod => pod.deletingSince === undefined).at(-1),
    ending: pods.filter(pod => pod.deletingSince !== undefined).at(-1),
  };
}
