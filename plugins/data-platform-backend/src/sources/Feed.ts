import { ClusterRequest } from '../clusters/types';

/** What is said about rows that cannot be vouched for. */
export interface StaleMark {
  since: string;
  message: string;
}

/**
 * One thing that is watched on a cluster, and where it goes: the objects of a definition, or a piece of evidence.
 * `namespace` is set while it is watched namespace by namespace.
 */
export interface Feed<T> {
  /** For messages: `SparkApplications`. */
  readonly title: string;
  readonly kind: string;
  readonly group: string;
  readonly plural: string;
  readonly version: string;
  readonly namespaced: boolean;
  /** Of use where it may be read, and not missed where it may not: it is told while it is watched, and else to nobody. */
  readonly optional?: boolean;
  /** Selectors. */
  readonly query: ClusterRequest['query'];
  /** What is kept of an object; undefined drops it. Total. */
  project(raw: unknown): T | undefined;
  /**
   * What is kept of an object of which only the metadata could be read, after what is known of it; a feed without it leaves
   * such an object as it was.
   */
  projectHead?(raw: unknown, before: T | undefined): T | undefined;
  replace(items: readonly T[], namespace: string | undefined): void;
  upsert(item: T, namespace: string | undefined): void;
  remove(item: T, namespace: string | undefined): void;
  stale(mark: StaleMark | undefined, namespace: string | undefined): void;
  /** Something to tell people about the kind although it is watched: objects that could not be read. */
  remark?(): string | undefined;
}

/** Path of the list, cluster-wide or of one namespace. */
export function feedPath(
  feed: Pick<Feed<unknown>, 'group' | 'version' | 'plural'>,
  namespace: string | undefined,
): string {
  const root = feed.group
    ? `/apis/${feed.group}/${feed.version}`
    : `/api/${feed.version}`;
  const scope =
    namespace === undefined
      ? ''
      : `/namespaces/${encodeURIComponent(namespace)}`;
  return `${root}${scope}/${feed.plural}`;
}

/** For messages: `SparkApplications in namespace sales of cluster eu-1`. */
export function feedSubject(
  { title }: Pick<Feed<unknown>, 'title'>,
  namespace: string | undefined,
  cluster: string,
): string {
  const where = namespace === undefined ? '' : ` in namespace ${namespace}`;
  return `${title}${where} of cluster ${cluster}`;
}
