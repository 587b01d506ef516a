import type { KubeObject } from '../../types';

/** Label of everything that is made for a workspace. */
export const LABEL_WORKSPACE = 'notebooks.kubeflow.org/workspace-name';

export type WorkspaceState =
  | 'Running'
  | 'Terminating'
  | 'Paused'
  | 'Pending'
  | 'Error'
  | 'Unknown';

export interface RedirectStep {
  source: string;
  target: string;
}

interface OptionStatus {
  desired?: string;
  redirectChain?: RedirectStep[];
}

/** Times are epoch milliseconds; 0 where there is none. */
export interface WorkspaceStatus {
  activity: {
    lastActivity: number;
    lastUpdate: number;
    lastProbe?: {
      startTime: number;
      endTime: number;
      result: 'Success' | 'Failure' | 'Timeout';
      message: string;
    };
    rules?: { pauseWorkspace?: { eligibleAfter: number } };
  };
  lastRunningTime: number;
  pauseTime: number;
  pendingRestart: boolean;
  podTemplateOptions: { imageConfig: OptionStatus; podConfig: OptionStatus };
  podTemplatePod: {
    name: string;
    nodeName: string;
    serviceAccountName?: string;
    containers?: { name: string }[];
    initContainers?: { name: string }[];
  };
  state: WorkspaceState;
  stateMessage: string;
}

/** kubeflow.org/v1beta1 Workspace. */
export interface Workspace extends KubeObject {
  spec: {
    kind: string;
    paused?: boolean;
    displayName?: string;
    podTemplate: {
      podMetadata?: {
        labels?: Record<string, string>;
        annotations?: Record<string, string>;
      };
      volumes: {
        home?: string;
        data?: { pvcName: string; mountPath: string; readOnly?: boolean }[];
        secrets?: {
          secretName: string;
          mountPath: string;
          defaultMode?: number;
        }[];
      };
      options: { imageConfig: string; podConfig: string };
    };
  };
  status?: WorkspaceStatus;
}

/** The path of one port of a workspace. */
export function workspacePath(
  namespace: string,
  name: string,
  portId: string,
): string {
  return `/workspace/connect/${namespace}/${name}/${portId}/`;
}
