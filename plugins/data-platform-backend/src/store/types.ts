import {
  Assessment,
  Counts,
  Health,
  Nature,
  PlatformResource,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  ClaimEvidence,
  KubernetesObject,
  LimitRangeEvidence,
  QuotaEvidence,
  ResourceDefinition,
  WorkbenchFacts,
} from '@millrace/backstage-plugin-data-platform-node';

/** One live object in the heap: what is listed, and what its verdict was made from. */
export interface IndexedResource {
  readonly row: PlatformResource;
  readonly definition: ResourceDefinition<any>;
  /** Projected object. */
  readonly object: KubernetesObject;
  readonly assessment: Assessment;
  /** For nature `workbench`. */
  readonly workbench?: WorkbenchFacts;
}

/** Decides whether a viewer may see a row. Cheap: fields of the row alone. */
export type RowFilter = (row: PlatformResource) => boolean;

export interface ResourceQuery {
  entityRef?: string;
  domainRef?: string;
  productRef?: string;
  source?: string;
  namespace?: string;
  /** `SparkApplication` or `SparkApplication.sparkoperator.k8s.io` */
  kind?: string;
  nature?: Nature;
  /** Neither listed nor counted. */
  exceptNature?: Nature;
  /** Of what is present: never selects superseded runs, unless they are asked for alone. */
  health?: readonly Health[];
  /** Runs that a newer one has superseded: with the others, left out, or alone. Default include. */
  superseded?: 'include' | 'exclude' | 'only';
  q?: string;
  /**
   * `asc` is what a person wants on top: the most severe and then the newest (severity; superseded runs last), the first letter (name, kind,
   * domain; without a domain last), the oldest (startedAt; createdAt where it has not started).
   */
  sort: 'severity' | 'name' | 'startedAt' | 'kind' | 'domain';
  order: 'asc' | 'desc';
  limit: number;
  offset: number;
}

export interface ResourceQueryResult {
  items: readonly PlatformResource[];
  total: number;
  /** Counts of all that match but for the health filter; of what is present. */
  counts: Counts;
  /** How many superseded runs match but for the health filter. */
  superseded: number;
}

export interface IndexChange {
  version: number;
  id: string;
  /** The row now, or as it was last when removed. */
  row: PlatformResource;
  removed: boolean;
  /** The row before, where it came to belong to another entity, product, domain or owner: who saw that one must be told. */
  before?: PlatformResource;
}

/** The index of live objects. Synchronous: a page is one read of it. */
export interface ResourceIndex {
  /** Grows with every change; survives nothing. */
  readonly version: number;
  /** Changes with every start of the process, so that an old version is never mistaken for a new one. */
  readonly epoch: string;
  /** Objects of a long list wait for their first verdict: rows are still missing. */
  readonly settling: boolean;
  get(id: string): IndexedResource | undefined;
  find(key: {
    source: string;
    group: string;
    kind: string;
    namespace?: string;
    name: string;
  }): IndexedResource | undefined;
  /** All that match, unpaged and unsorted; for roll-ups. Uses one secondary index: entity, product, domain, or place. */
  select(
    filter: {
      source?: string;
      namespace?: string;
      entityRef?: string;
      productRef?: string;
      domainRef?: string;
      /** Rows that claim this entity without being verified. */
      unverifiedFor?: string;
    },
    allowed: RowFilter,
  ): readonly IndexedResource[];
  query(query: ResourceQuery, allowed: RowFilter): ResourceQueryResult;
  /** The context that the verdict of this object is made in now. */
  context(id: string): AssessContext | undefined;
  /** The ResourceQuotas of a namespace, whether or not anything runs in it. */
  quotas(source: string, namespace: string): readonly QuotaEvidence[];
  /** The LimitRanges of a namespace. */
  limitRanges(source: string, namespace: string): readonly LimitRangeEvidence[];
  /** All workbenches (notebook servers), unpaged and unsorted. */
  workbenches(allowed: RowFilter): readonly IndexedResource[];
  /** The PersistentVolumeClaims of a namespace, by name; empty where they cannot be read. */
  claims(source: string, namespace: string): readonly ClaimEvidence[];
  /** The live objects that mount a claim, whoever may see them. */
  claimUsers(
    source: string,
    namespace: string,
    claim: string,
  ): readonly IndexedResource[];
  /** Whether the viewer may see anything of a source. */
  sees(source: string, allowed: RowFilter): boolean;
  /** Changes after `version`, oldest first; undefined when it lies too far back. */
  changesSince(version: number): readonly IndexChange[] | undefined;
  /** Called after each batch of changes. Returns how to stop. */
  subscribe(listener: (changes: readonly IndexChange[]) => void): () => void;
}
