import type { KubeObject } from '../../types';

/** Holds a kind that is being deleted while workspaces use it. */
export const KIND_IN_USE = 'notebooks.kubeflow.org/workspacekind-protection';

interface Option<Spec> {
  id: string;
  spawner: {
    displayName: string;
    hidden?: boolean;
    labels?: { key: string; value: string }[];
  };
  redirect?: { to: string };
  spec: Spec;
}

export interface ImageSpec {
  image: string;
  imagePullPolicy?: string;
  ports: { id: string; port: number; displayName?: string }[];
}

export interface PodSpec {
  resources?: Record<string, unknown>;
  affinity?: object;
  nodeSelector?: Record<string, string>;
  tolerations?: object[];
}

export type ImageConfig = Option<ImageSpec>;
export type PodConfig = Option<PodSpec>;

/** kubeflow.org/v1beta1 WorkspaceKind, as far as the controllers look at it. */
export interface WorkspaceKind extends KubeObject {
  spec: {
    spawner: { displayName: string; [field: string]: unknown };
    podTemplate: {
      podMetadata?: {
        labels?: Record<string, string>;
        annotations?: Record<string, string>;
      };
      activityProbe?: {
        jupyter?: { portId: string };
        minProbeIntervalSeconds?: number;
        probeIntervalSeconds?: number;
      };
      probes?: Record<string, object | undefined>;
      volumeMounts: { home: string };
      extraEnv?: { name: string; value?: string; [field: string]: unknown }[];
      extraVolumes?: { name: string; [field: string]: unknown }[];
      extraVolumeMounts?: { name: string; mountPath: string }[];
      securityContext?: object;
      containerSecurityContext?: object;
      options: {
        imageConfig: { values: ImageConfig[] };
        podConfig: { values: PodConfig[] };
      };
    };
  };
}
