import {
  Assessment,
  Fact,
  Finding,
  Moment,
  Nature,
  Outcome,
  ResourceLink,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  ClaimEvidence,
  EventEvidence,
  KubernetesObject,
  LimitRangeEvidence,
  PodEvidence,
  QuotaEvidence,
} from './kubernetes';
import { OperationEvidence, WorkbenchFacts } from './workbench';

/** What the suite knows about one system. */
export interface DataPlatformIntegration {
  /** Stable, kebab-case: `spark-kubeflow`. */
  id: string;
  title: string;
  resources: readonly ResourceDefinition<any>[];
  /** The controller that moves the objects of these resources, where it can be missed. */
  operator?: OperatorDefinition;
}

/** A controller on the cluster. Whether it is at work is judged from what it does and leaves undone. */
export interface OperatorDefinition {
  /** For sentences, without an article: `Kubeflow Spark operator`. */
  title: string;
  /**
   * Its Deployment, by the labels `app.kubernetes.io/name` and `app.kubernetes.io/component` of its chart, or by another
   * `label` that holds its name.
   */
  deployment?: { name: string; component?: string; label?: string };
}

/** What one object tells about the operator that should move it. Times are epoch milliseconds. */
export interface OperatorTrace {
  /** The operator has written something to the object: it watches that namespace. */
  touched: boolean;
  /** The latest time at which the object proves the operator at work. */
  actedAt?: number;
  /** What a working operator would have done within a second, and since when that is due. */
  owes?: { what: 'pick-up' | 'end'; since: number };
}

/** What the suite knows about one kind of live object. No function here may throw on any input. */
export interface ResourceDefinition<
  T extends KubernetesObject = KubernetesObject,
> {
  kind: string;
  match: {
    group: string;
    /** Preferred first; the first that a cluster serves is watched. */
    versions: readonly [string, ...string[]];
    plural: string;
    scope?: 'namespaced' | 'cluster';
  };
  nature: Nature;
  /**
   * Allow-list projection: `{spec: {...}, status: {...}}` with only what the verdict needs. The barrier for secrets:
   * nothing else enters memory. The host adds apiVersion, kind and metadata; the result is the `object` of all below.
   */
  keep(object: T): Record<string, unknown>;
  /** The verdict. Pure, total, synchronous. */
  assess(object: T, ctx: AssessContext): Assessment;
  facts?(object: T, ctx: AssessContext): readonly Fact[];
  /** Steps of its life in order, for the timeline of the run drawer. */
  timeline?(object: T, ctx: AssessContext): readonly Moment[];
  /** http(s) only; the host drops the rest. */
  links?(object: T, ctx: LinkContext): readonly ResourceLink[];
  /** Which pods, events and claims are its evidence. */
  related?: readonly RelatedSelector<T>[];
  /** For nature `run`: identity, times and end of the attempt that the object shows now. */
  run?(object: T, ctx: AssessContext): RunFacts | undefined;
  /** For nature `workbench`: what lists of them show and sort by. */
  workbench?(object: T, ctx: AssessContext): WorkbenchFacts | undefined;
  /** Of a service that is a Spark application for as long as it lives. A run tells it with its facts. */
  spark?(object: T, ctx: AssessContext): SparkSession | undefined;
  /** What the object tells about the integration's operator; nothing without one. */
  operatorTrace?(object: T, ctx: AssessContext): OperatorTrace;
  operations?: readonly ResourceOperation<T>[];
}

/** Everything beside the object that a verdict may use. Times are epoch milliseconds by the server's clock. */
export interface AssessContext {
  now: number;
  /** When the portal saw the object first. */
  firstSeen: number;
  pods: readonly PodEvidence[];
  /**
   * Pods of the same attempt that have vanished, each as it was seen last: what ended an executor is known although
   * Spark deletes it. Bounded; empty after a restart of the portal.
   */
  gonePods?: readonly PodEvidence[];
  events: readonly EventEvidence[];
  quotas: readonly QuotaEvidence[];
  limitRanges: readonly LimitRangeEvidence[];
  /** The PersistentVolumeClaims that the object names and that exist. */
  claims: readonly ClaimEvidence[];
  /** Live objects that this one owns, newest first: the runs of a schedule. */
  children: readonly RelatedObject[];
  /**
   * Kinds of evidence that are listed in full and watched, so that their absence means something. Undefined: nothing is
   * vouched for, and what the object says of its pods stands.
   */
  complete?: readonly (
    | 'pods'
    | 'events'
    | 'quotas'
    | 'limitRanges'
    | 'claims'
  )[];
  /** When any object of this kind on this cluster last changed its status; undefined if never seen. */
  lastActivity?: number;
  /** The operator that should move the object, as it is judged now. */
  operator?: OperatorView;
  /** The previous verdict on the same attempt, so that `since` survives a flip between two names of one cause. */
  previous?: Assessment;
}

/** How the operator of a cluster seems to be. */
export interface OperatorView {
  state: 'up' | 'down' | 'unknown';
  /** Since when it is down, epoch ms. */
  since?: number;
  /** Where it is down, as a clause: `the Kubeflow Spark operator of cluster eu-1 seems to be down since 10:02 UTC`. */
  trouble?: string;
}

/** A live object in relation to another, with its verdict. */
export interface RelatedObject {
  kind: string;
  name: string;
  uid: string;
  createdAt: number;
  assessment: Assessment;
}

/** Configuration that links are made from. */
export interface LinkContext {
  /** URL patterns by name, for example `historyServer`: `https://history.example.com/history/{appId}/jobs/`. */
  patterns: Readonly<Record<string, string>>;
}

/** Which evidence of a cluster belongs to an object. One watch a selector and cluster, shared by all integrations. */
export type RelatedSelector<T> =
  | {
      type: 'pods';
      /** What is watched: pods that carry this label, for example `spark-role`. */
      labelSelector: string;
      /** Key of the object for which a pod is evidence, or undefined; `namespace/name` of the object. */
      ownerOf(pod: PodEvidence): string | undefined;
      /** Narrows to the current attempt. */
      belongs?(pod: PodEvidence, object: T): boolean;
    }
  | {
      type: 'events';
      /** What is watched, beside the object's own warnings: a field selector. */
      fieldSelector: string;
    }
  | {
      type: 'objects';
      /** Other objects of its namespace whose events are evidence for it too: the StatefulSet that makes its pod. At most 20. */
      of(object: T): readonly ConcernedObject[];
    }
  | {
      type: 'claims';
      /** Names of the PersistentVolumeClaims that it mounts; their events are evidence as well. At most 20. */
      of(object: T): readonly string[];
    };

/** An object by its kind and name, or by the prefix that the API server made its name from. */
export type ConcernedObject =
  | { kind: string; name: string }
  | { kind: string; generateName: string };

/** What the history keeps of a run. Times are epoch milliseconds. */
export interface RunFacts {
  /** Identity of the attempt under the object's uid; for Spark the submission id. Undefined while there is none yet. */
  attempt: string;
  submittedAt?: number;
  startedAt?: number;
  finishedAt?: number;
  outcome?: Outcome;
  /** What has ended is judged only when it changes, and once more at this time: when it should be gone, and may not be. */
  lookAgainAt?: number;
  trigger?: { type: 'person' | 'schedule' | 'external'; by?: string };
  /** Pod whose log tells most about a failure; by `uid`, one that was made again under its name is not mistaken for it. */
  logPod?: { name: string; container: string; uid?: string };
  /** For Spark: where the application tells of itself. */
  spark?: SparkApplicationRef;
  /** How many executors the attempt asks for. */
  executors?: ExecutorsWanted;
}

/** How many executors a run asks for: a fixed number, or bounds within which they come and go. */
export interface ExecutorsWanted {
  dynamic?: boolean;
  /** The fixed number, or with how many dynamic allocation begins. */
  instances?: number;
  min?: number;
  /** Absent with dynamic allocation: without an upper bound. */
  max?: number;
}

/** Where Spark's own numbers on an application are read. Source: apache/spark docs/monitoring.md, REST API. */
export interface SparkApplicationRef {
  /** As Spark names it, for example `spark-3c1f...`; the key in a History Server. */
  applicationId?: string;
  /** The driver's REST API; present while its container runs and its UI is not switched off. */
  driver?: { pod: string; port: number };
  /** It writes an event log, so that a History Server may know it. */
  eventLog?: boolean;
  /** Memory of one executor's container, bytes. */
  executorMemoryBytes?: number;
}

/** A Spark application that has no end of its own: what a service runs. */
export interface SparkSession {
  /** Tells it from the one after a restart. */
  id: string;
  application: SparkApplicationRef;
}

/** A thing that a person can do with one live object. */
export interface ResourceOperation<T> {
  /** For example `spark:stop`. */
  id: string;
  title: string;
  destructive?: boolean;
  /** Asked before it is done. */
  confirmation?: string;
  /** `plan` needs the whole object, which the index never holds: the host reads it as the person just before. */
  readsLive?: boolean;
  /** True, or the reason why not, as a sentence. */
  availability(
    object: T,
    ctx: { now: number } & Partial<OperationEvidence>,
  ): true | string;
  /** What a person should know before it is done, each as a sentence. */
  findings?(object: T, input: OperationInput): readonly Finding[];
  /** Plain objects and patches; the host dry-runs and applies them as the person. */
  plan(object: T, input: OperationInput): readonly PlannedWrite[];
}

export interface OperationInput extends Partial<OperationEvidence> {
  values: Readonly<Record<string, unknown>>;
  actor: string;
  operationId: string;
  now: number;
}

/** One write of a plan. */
export type PlannedWrite = {
  /** Unique in the plan; the step is found by it after a crash. */
  id: string;
  title: string;
  /** Cluster to write to. Default: the one of the object. */
  source?: string;
  /** Who writes. `bootstrap` only for what no team may do (DESIGN section 7). */
  identity?: 'user' | 'bootstrap';
} & (
  | { verb: 'create'; object: KubernetesManifest }
  | {
      verb: 'patch';
      target: ObjectTarget;
      /** Merge patch. */
      patch: Record<string, unknown>;
    }
  | { verb: 'delete'; target: ObjectTarget }
);

/** An object to be created. */
export interface KubernetesManifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [field: string]: unknown;
}

/** Which object is patched or deleted; with `uid`, only while it is that very object. */
export interface ObjectTarget {
  apiVersion: string;
  kind: string;
  plural: string;
  namespace?: string;
  name: string;
  uid?: string;
  resourceVersion?: string;
}
