import { Source } from '@millrace/backstage-plugin-data-platform-common';
import {
  ClaimEvidence,
  EventEvidence,
  KubernetesObject,
  LimitRangeEvidence,
  PodEvidence,
  QuotaEvidence,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';

/** One watched kind of one source. */
export interface KindScope {
  source: string;
  definition: ResourceDefinition<any>;
  /** Served version that is watched. */
  version: string;
  /** Set when the kind is watched namespace by namespace. */
  namespace?: string;
}

/**
 * What a source tells the index. Calls are synchronous, in the order of the server's changes.
 * Objects are already projected: `{apiVersion, kind, metadata (allow-listed), ...definition.keep(object)}`.
 */
export interface ObjectSink {
  /** A complete list: what is not in it is gone. Only ever from a list that ended well. */
  replace(scope: KindScope, objects: readonly KubernetesObject[]): void;
  upsert(scope: KindScope, object: KubernetesObject): void;
  /** The object as it was seen last. */
  remove(scope: KindScope, object: KubernetesObject): void;
  /** Rows of the scope can no longer be vouched for, or (undefined) can be again. They stay. */
  stale(
    scope: {
      source: string;
      group?: string;
      kind?: string;
      namespace?: string;
    },
    mark: { since: string; message: string } | undefined,
  ): void;
  evidence(source: string, change: EvidenceChange): void;
  /** State of the source changed. `warming` is true until every kind has been listed or has failed once. */
  source(state: Source, warming: boolean): void;
}

/** A change in what verdicts lean on. `replace` comes after a complete list. */
export type EvidenceChange =
  | Change<'pod', PodEvidence>
  | Change<'event', EventEvidence>
  | Change<'quota', QuotaEvidence>
  | Change<'limitRange', LimitRangeEvidence>
  | Change<'claim', ClaimEvidence>
  | Change<'namespace', NamespaceEvidence>
  | Change<'roleBinding', RoleBindingEvidence>
  | Change<'deployment', DeploymentEvidence>;

type Change<K extends string, T> =
  /** `scope` names the watch (a selector), so that lists of two watches do not wipe each other. */
  | { type: K; op: 'replace'; scope: string; items: readonly T[] }
  | { type: K; op: 'upsert'; scope: string; item: T }
  | { type: K; op: 'remove'; scope: string; item: T };

/** A namespace that is labelled as part of a domain. */
export interface NamespaceEvidence {
  name: string;
  uid: string;
  labels: Record<string, string>;
  deletingSince?: number;
}

/** A role binding of ours (label millrace.dev/role). */
export interface RoleBindingEvidence {
  name: string;
  namespace: string;
  role: string;
  groups: readonly string[];
}

/** The Deployment of an operator. Times are epoch milliseconds. */
export interface DeploymentEvidence {
  name: string;
  namespace: string;
  /** Labels `app.kubernetes.io/name` and `app.kubernetes.io/component`. */
  app: string;
  component?: string;
  /** Replicas asked for, and those that are available. */
  wanted: number;
  available: number;
  /** Since when its condition Available is False. */
  unavailableSince?: number;
}

/** The running read side of all clusters. */
export interface Sources {
  list(): readonly Source[];
  find(name: string): Source | undefined;
  /** True until every kind of every reachable source has been listed once. */
  warming(): boolean;
  /** Server time minus our time, ms; verdicts use the server's clock. */
  clockSkewMs(source: string): number;
}
