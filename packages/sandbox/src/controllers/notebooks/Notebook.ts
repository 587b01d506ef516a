import type { KubeObject } from '../../types';
import type { ContainerState } from '../pods/PodStatus';

/** Label of a notebook's pod, by which its controller finds it. */
export const LABEL_NOTEBOOK = 'notebook-name';
/** Annotation that stops a notebook; its value is when. */
export const STOPPED = 'kubeflow-resource-stopped';
export const LAST_ACTIVITY = 'notebooks.kubeflow.org/last-activity';
export const LAST_ACTIVITY_CHECK =
  'notebooks.kubeflow.org/last_activity_check_timestamp';

export interface NotebookCondition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastProbeTime: string;
  lastTransitionTime: string;
}

/** kubeflow.org/v1 Notebook, as far as its controller looks at it. */
export interface Notebook extends KubeObject {
  spec: { template: { spec: { containers: KubeObject['spec'][] } } };
  status?: {
    conditions: NotebookCondition[];
    containerState: ContainerState;
    readyReplicas: number;
  };
}

/** The path below which a notebook answers, and which it is told as NB_PREFIX. */
export function notebookPath(namespace: string, name: string): string {
  return `/notebook/${namespace}/${name}`;
}

export function isStopped({ metadata }: KubeObject): boolean {
  return metadata.annotations?.[STOPPED] !== undefined;
}
