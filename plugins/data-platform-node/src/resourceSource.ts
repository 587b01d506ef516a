import { KubernetesObject } from './kubernetes';

/**
 * One server of a system that is not a CRD (lakeFS, Airflow): what lives on it, in the shape of objects, and how calls
 * are carried out. The host owns the rhythm (when to list, how many at a time, retries, stale marks), so a source is
 * plain reads and writes. Every call ends by its signal; what fails throws a {@link SourceFault}.
 */
export interface ResourceSource {
  /** Unique among all sources, clusters included. */
  name: string;
  title?: string;
  /** A stand-in for a server, which the screens then say. */
  sandbox?: boolean;
  /** How often everything is listed, ms. Default 30 s; spread by the host. */
  pollMs?: number;
  /** Whether the server is there and knows the portal. */
  probe(signal: AbortSignal): Promise<SourceProbe>;
  /** The places that objects live in. All of them: what is not named is gone. */
  scopes(signal: AbortSignal): Promise<readonly SourceScope[]>;
  /**
   * All objects of one scope, of all kinds of the system. `metadata.uid` tells one life of an object from the next, and
   * `metadata.resourceVersion` differs whenever anything of the object does: only then is it judged anew.
   */
  list(
    scope: string,
    signal: AbortSignal,
  ): Promise<readonly KubernetesObject[]>;
  /**
   * Hears of changes: a webhook, a queue, a write of our own. `changed` may be called at any time; the scope (or all of
   * them) is listed soon, however often it is called. Returns how to stop.
   */
  watch?(changed: (scope?: string) => void): () => void;
  /**
   * Carries out one call of an accepted plan. Doing it again, after a crash at any point of it, changes nothing: it
   * reads first what an earlier try has done.
   */
  perform?(call: SystemCall, context: CallContext): Promise<CallResult>;
  /** Takes back exactly what {@link perform} made. False where there is nothing to take back: a change stays. */
  undo?(call: SystemCall, context: CallContext): Promise<boolean>;
}

/** What a server tells of itself. */
export interface SourceProbe {
  version?: string;
  /** One sentence on what it lacks or has, for the list of sources. */
  note?: string;
}

/**
 * A place in a source: the part that a namespace plays in a cluster. For lakeFS a repository.
 */
export interface SourceScope {
  name: string;
  /**
   * The domain that the place belongs to, by the portal's configuration and by nothing that people on the server can
   * write. Objects join entities of this domain alone. Undefined: none, and only who may see everything sees it.
   */
  domainRef?: string;
  /**
   * Entity ref of a data product of that domain: while nobody has registered the place, the portal registers it as a part of
   * this product. By the configuration alone.
   */
  registerIn?: string;
}

/** One call of a plan. Plain data without secrets: it is shown, recorded and found again by its id after a crash. */
export interface SystemCall {
  id: string;
  title: string;
  /** Name of the source. */
  source: string;
  /** What {@link ResourceSource.perform} knows it by: `branch-create`. */
  action: string;
  values: Readonly<Record<string, unknown>>;
}

/** In whose name a call is made. */
export interface CallContext {
  operationId: string;
  /** Entity ref of the person. */
  actor: string;
  entityRef?: string;
  /** Epoch milliseconds. */
  now: number;
  signal: AbortSignal;
}

/** What a call has brought. */
export interface CallResult {
  message?: string;
  /** Added to the output of the operation. */
  output?: Readonly<Record<string, unknown>>;
}

/** Why a server could not be read or written, in words for a person. Never holds a secret. */
export class SourceFault extends Error {
  /** Epoch-independent class of the fault; decides the state of the source. */
  readonly kind: SourceFaultKind;
  /** Another try might pass. */
  readonly transient: boolean;

  constructor(kind: SourceFaultKind, message: string, transient?: boolean) {
    super(message);
    this.name = 'SourceFault';
    this.kind = kind;
    this.transient = transient ?? kind === 'unreachable';
  }
}

/**
 * `unreachable`: no answer, or one that tells of trouble on its side; `forbidden`: the portal's key is refused;
 * `unsupported`: it is no such server; `refused`: it answers, and says no to this very request.
 */
export type SourceFaultKind =
  | 'unreachable'
  | 'forbidden'
  | 'unsupported'
  | 'refused';
