/** Metadata of a Kubernetes object, as far as the suite reads it. */
export interface ObjectMeta {
  name: string;
  namespace?: string;
  uid: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  finalizers?: string[];
}

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
}

/** Any object of a Kubernetes API. Nothing beyond metadata is taken for granted: every field may lack. */
export interface KubernetesObject {
  apiVersion?: string;
  kind?: string;
  metadata: ObjectMeta;
  spec?: unknown;
  status?: unknown;
  /** Set by the host where it could not read the object as it is now: why, as a clause. All but the metadata may be old. */
  unread?: string;
}

/** A pod, reduced to what verdicts need. */
export interface PodEvidence {
  name: string;
  uid: string;
  namespace: string;
  labels: Record<string, string>;
  ownerUids: readonly string[];
  phase: string;
  node?: string;
  createdAt: number;
  deletingSince?: number;
  /** Reason and message of the pod itself, for example Evicted. */
  reason?: string;
  message?: string;
  /** The condition PodScheduled when it is False. */
  unschedulable?: { reason: string; message: string; since: number };
  containers: readonly ContainerEvidence[];
  /** `gpu`: of all vendors together, as limits, for a GPU is never shared; `gpuKey`: the resource of the first. */
  requests: { cpu?: string; memory?: string; gpu?: string; gpuKey?: string };
}

/** State of one container. Times are epoch milliseconds. */
export interface ContainerEvidence {
  name: string;
  image?: string;
  ready: boolean;
  restarts: number;
  waiting?: { reason: string; message?: string };
  running?: { startedAt: number };
  terminated?: TerminatedEvidence;
  lastTerminated?: TerminatedEvidence;
  limits: { cpu?: string; memory?: string };
}

export interface TerminatedEvidence {
  exitCode: number;
  signal?: number;
  reason?: string;
  message?: string;
  startedAt?: number;
  finishedAt?: number;
}

/** An event, reduced; repeats of one event are one. Times are epoch milliseconds. */
export interface EventEvidence {
  uid: string;
  type: string;
  reason: string;
  message: string;
  count: number;
  firstAt: number;
  lastAt: number;
  involved: { kind: string; name: string; namespace?: string; uid?: string };
}

/** A ResourceQuota: quantities by resource name, as the server writes them. */
export interface QuotaEvidence {
  name: string;
  namespace: string;
  hard: Record<string, string>;
  used: Record<string, string>;
}

/** A LimitRange: its items of type Container and Pod. */
export interface LimitRangeEvidence {
  name: string;
  namespace: string;
  limits: readonly {
    type: string;
    default?: Record<string, string>;
    defaultRequest?: Record<string, string>;
    min?: Record<string, string>;
    max?: Record<string, string>;
  }[];
}

/** A PersistentVolumeClaim. Times are epoch milliseconds. */
export interface ClaimEvidence {
  name: string;
  namespace: string;
  uid: string;
  /** `Pending`, `Bound` or `Lost`. */
  phase: string;
  storageClass?: string;
  /** Storage asked for and provided, as quantities. */
  requested?: string;
  capacity?: string;
  accessModes: readonly string[];
  createdAt: number;
  deletingSince?: number;
}
