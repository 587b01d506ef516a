import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { PlannedVolume, PodSize } from './NotebookPlan';

/** A server of either generation, as far as its input says what it is; what the namespace says to it comes after. */
export interface ServerDraft {
  /** Absent where the input does not make one. */
  object?: KubernetesManifest;
  volumes: readonly PlannedVolume[];
  /** What its pod will ask for; absent where that is not known. */
  size?: PodSize;
  shm: boolean;
  findings: Finding[];
  /** Where the form asks for a part of the size. */
  field(what: 'cpu' | 'memory' | 'gpu.key' | 'gpu.count'): string;
}
