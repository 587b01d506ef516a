/** Where a person changes something in a definition: paths and keys as they stand in a sentence, without backticks. */
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

/** The same for what all pods of one definition have in common. */
export interface CommonSettings {
  image: string;
  pullSecrets: string;
  serviceAccount: string;
  volumes: string;
}
