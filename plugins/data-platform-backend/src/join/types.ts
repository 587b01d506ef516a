import { Entity } from '@backstage/catalog-model';
import { RoleBindingEvidence } from '../sources/types';

/** A long-lived entity that live objects can belong to. */
export interface KnownEntity {
  entityRef: string;
  /** `spark-job`, `data-product`, `data-domain`, ... */
  type: string;
  ownerRef?: string;
  productRef?: string;
  domainRef?: string;
  labelSelector?: string;
  /** Identity of its native manifest. */
  manifest?: { group: string; kind: string; name: string };
  /** What the names of its runs have in common, where they are found by that; see `runNameBase`. */
  runName?: { name: string; namespace?: string };
  /** The place in a source (a repository of a lakeFS server) that it is; all that lives there belongs to it. */
  place?: { source: string; namespace: string };
  /** The native manifest as text; YAML. */
  definition?: string;
  title?: string;
}

/** The entities that matter, kept fresh from the catalog and at once from our own registrations. */
export interface EntityDirectory {
  get(entityRef: string): KnownEntity | undefined;
  /** As `get`, but looks into the catalog first for what is not known: it may be younger than the last look. */
  sought(entityRef: string): Promise<KnownEntity | undefined>;
  /** Parts of a product (jobs) or of a domain (products and their jobs). */
  partsOf(ref: string): readonly KnownEntity[];
  all(): Iterable<KnownEntity>;
  /** A registration of ours: known before the catalog serves it. */
  upsert(entity: Entity): void;
  remove(entityRef: string): void;
  /**
   * The catalog may hold more than is known: it has not been read yet, or was found growing a moment ago (after a start it
   * takes in its locations little by little). Then what is not here is not said to be missing.
   */
  warming(): boolean;
  subscribe(listener: () => void): () => void;
}

/** Where a domain lives. From labels of namespaces, which only the bootstrap identity and admins may set. */
export interface DomainPlacement {
  domainRef: string;
  source: string;
  namespaces: readonly string[];
  bindings: readonly RoleBindingEvidence[];
}

/** A namespace that carries the label of a domain, whatever it says. */
export interface LabelledNamespace {
  source: string;
  namespace: string;
  labels: Readonly<Record<string, string>>;
  /** The domain that its label names; undefined where the label is malformed. */
  domainRef?: string;
  bindings: readonly RoleBindingEvidence[];
}

export interface DomainDirectory {
  /** The domain that owns this namespace. */
  ofNamespace(source: string, namespace: string): string | undefined;
  placements(domainRef: string): readonly DomainPlacement[];
  /** All namespaces that carry the label. */
  labelled(): readonly LabelledNamespace[];
}
