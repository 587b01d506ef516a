import { NotebookImage } from '@millrace/backstage-plugin-data-platform-common';

/** A volume of a server, with the claim that is made for it where there is none. */
export interface PlannedVolume {
  claim: string;
  mountPath: string;
  role: 'home' | 'data';
  create?: { size: string; storageClass?: string };
  /** Where the input says so. */
  field: string;
}

/** What the pod of a server asks for. CPU in cores, memory in bytes. */
export interface PodSize {
  cpu: number;
  memory: number;
  cpuLimit?: number;
  memoryLimit?: number;
  gpu?: { key: string; count: number };
}

/** What a server of either generation is, whoever makes it. */
export interface ServerIdentity {
  name: string;
  namespace: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
}

/** All that a Notebook is made from. */
export interface NotebookParts extends ServerIdentity {
  image: string;
  group: NotebookImage['group'];
  cpu: string;
  memory: string;
  /** 0: no limits. */
  limitFactor: number;
  gpu?: { key: string; count: number };
  volumes: readonly PlannedVolume[];
  shm: boolean;
  serviceAccount?: string;
  environment: readonly { name: string; value: string }[];
  tolerations?: readonly Record<string, unknown>[];
  affinity?: Record<string, unknown>;
}

/** All that a Workspace is made from. */
export interface WorkspaceParts extends ServerIdentity {
  title?: string;
  kind: string;
  imageConfig: string;
  podConfig: string;
  volumes: readonly PlannedVolume[];
  podLabels: Readonly<Record<string, string>>;
}
