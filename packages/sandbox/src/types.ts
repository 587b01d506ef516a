/** Any object that the sandbox serves. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: KubeMeta;
  [field: string]: any;
}

export interface KubeMeta {
  name: string;
  namespace?: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  creationTimestamp: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: {
    apiVersion: string;
    kind: string;
    name: string;
    uid: string;
    controller?: boolean;
    blockOwnerDeletion?: boolean;
  }[];
  finalizers?: string[];
  generateName?: string;
}

/** What is asked of the server: group, version, plural. */
export interface ResourceRef {
  group: string;
  version: string;
  plural: string;
}

/** Who asks. */
export interface Principal {
  user: string;
  groups: readonly string[];
}

export type WatchEvent = {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubeObject;
};

/**
 * The API server from inside the process: same storage, validation, admission (quota, LimitRange, Pod Security where kept)
 * and authorisation as over HTTP, but synchronous. Writes throw {@link StatusError} with the Status body that the HTTP
 * answer would have. Controllers use it as a principal of their own, so that quota refuses them as it refuses the real ones.
 * `get`, `create`, `update` and `updateStatus` answer with a copy of the caller's own; what `list` and `watch` hand out is
 * shared and frozen (as a Go informer's cache is): copy it before changing it.
 */
export interface SandboxApi {
  get(
    ref: ResourceRef,
    namespace: string | undefined,
    name: string,
  ): KubeObject | undefined;
  list(
    ref: ResourceRef,
    namespace?: string,
    labels?: Record<string, string>,
  ): KubeObject[];
  create(
    ref: ResourceRef,
    namespace: string | undefined,
    object: unknown,
    as?: Principal,
  ): KubeObject;
  /** Replaces; checks resourceVersion if given. A write that changes nothing gives no event. */
  update(ref: ResourceRef, object: KubeObject, as?: Principal): KubeObject;
  updateStatus(
    ref: ResourceRef,
    object: KubeObject,
    as?: Principal,
  ): KubeObject;
  delete(
    ref: ResourceRef,
    namespace: string | undefined,
    name: string,
    options?: {
      uid?: string;
      gracePeriodSeconds?: number;
      propagation?: 'Background' | 'Foreground' | 'Orphan';
    },
    as?: Principal,
  ): void;
  /** Replays what exists as ADDED, then every change in order, synchronously after the write that made it. */
  watch(ref: ResourceRef, handler: (event: WatchEvent) => void): () => void;
  /** Writes or repeats an event (count + 1 when reason, message and object are the same), core/v1. */
  recordEvent(event: {
    involved: KubeObject;
    type: 'Normal' | 'Warning';
    reason: string;
    message: string;
    component: string;
  }): void;
  /** Appends lines to the log of a container; the log ends when the pod is deleted or `endLog` is called. */
  appendLog(pod: KubeObject, container: string, text: string): void;
  endLog(pod: KubeObject, container: string): void;
  /** What the running instance of a container has written, line by line. */
  readLog(pod: KubeObject, container: string): readonly string[];
  /**
   * Answers requests to a port of a pod, which reach it through the API server's proxy. Ends with what it returns, and with
   * the pod.
   */
  listen(pod: KubeObject, port: number, handler: PortHandler): () => void;
  /** A GET to a port of a pod, from inside the cluster; undefined where nothing listens. */
  request(
    pod: KubeObject,
    port: number,
    request: PortRequest,
  ): PortAnswer | undefined;
  /** Keeps the log as the one of the previous container instance and starts anew. */
  rotateLog(pod: KubeObject, container: string): void;
}

/** A GET that was proxied to a port of a pod. */
export interface PortRequest {
  path: string;
  query: URLSearchParams;
}

export interface PortAnswer {
  status: number;
  contentType: string;
  body: string;
}

export type PortHandler = (request: PortRequest) => PortAnswer;

/** Time. Tests drive it; everything in the sandbox that waits or stamps uses it. */
export interface Clock {
  now(): number;
  /** Returns how to cancel. */
  after(ms: number, run: () => void): () => void;
}

/** A controller: starts on an API, returns how to stop. Level-based: it can start on any state and converge. */
export type Controller = (api: SandboxApi, clock: Clock) => () => void;

/** A refusal in Kubernetes' own words. */
export class StatusError extends Error {
  readonly status: {
    kind: 'Status';
    apiVersion: 'v1';
    metadata: Record<string, never>;
    status: 'Failure';
    message: string;
    reason: string;
    details?: Record<string, unknown>;
    code: number;
  };

  constructor(status: StatusError['status']) {
    super(status.message);
    this.name = 'StatusError';
    this.status = status;
  }
}
