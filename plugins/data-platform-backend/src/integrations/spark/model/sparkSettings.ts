import { SparkRole } from './sparkSize';

/** Where a person changes something in a definition: paths and keys as they stand in a sentence, without backticks. */
export interface SparkSettings
  extends Readonly<Record<SparkRole, PodSettings>> {
  image: string;
  pullSecrets: string;
  serviceAccount: string;
  volumes: string;
  mainFile: string;
  mainClass: string;
  arguments: string;
  batchScheduler: string;
}

/** The same for one driver or executor. */
export interface PodSettings {
  /** What the pod is, for sentences: `executor`. */
  noun: string;
  /** All that makes its size. */
  whole: string;
  cpu: string;
  cpuLimit: string;
  memory: string;
  memoryOverhead: string;
  /** Where it gets its environment from. */
  environment: string;
  nodeSelector: string;
  affinity: string;
  tolerations: string;
  priorityClass: string;
  securityContext: string;
}
