import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';
import { Clock } from '../../clusters/Clock';
import { impersonate } from '../../clusters/impersonate';
import { ClusterConnection, ImpersonatedUser } from '../../clusters/types';
import { DomainDirectory } from '../../join/types';
import { Viewer } from '../../permissions/Viewer';
import { claimEvidence } from '../../sources/evidence/claimEvidence';
import { ResourceIndex } from '../../store/types';
import { GpuReader } from './GpuReader';
import { listAll, ListRefused } from './listAll';
import { namespaceLabels } from './namespaceLabels';
import { podDefaultOptions } from './podDefaults';
import { SharedReads } from './SharedReads';
import { storageClassOptions, volumeOptions } from './storageOptions';
import { workspaceKind, WorkspaceKindFacts } from './workspaceKind';

/** How long what is the same for everybody is kept, ms. */
const KEEP_MS = 30_000;
const DEADLINE_MS = 10_000;

const WORKSPACE_KINDS = {
  path: '/apis/kubeflow.org/v1beta1/workspacekinds',
  noun: 'WorkspaceKinds',
};
const STORAGE_CLASSES = {
  path: '/apis/storage.k8s.io/v1/storageclasses',
  noun: 'storage classes',
};

/** Where, and for whom. */
export interface LiveQuery {
  cluster: ClusterConnection;
  namespace: string;
  viewer: Pick<Viewer, 'userRef' | 'groups'>;
  signal: AbortSignal;
}

/** One part of the options; `problem` where it is not the whole truth. */
export interface LivePart<T> {
  value: T[];
  problem?: string;
}

export interface LiveOptionsParts {
  index: ResourceIndex;
  domains: DomainDirectory;
  gpus: GpuReader;
  connection(source: string): ClusterConnection | undefined;
  clock: Clock;
  shutdown: AbortSignal;
}

/**
 * The parts that are read on the cluster when a form is opened. What belongs to the cluster is read as the portal and
 * shared; what belongs to the namespace, and what the portal may not read, as the person.
 */
export class LiveOptions {
  readonly #parts: LiveOptionsParts;
  readonly #clusterWide: SharedReads<unknown[]>;

  constructor(parts: LiveOptionsParts) {
    this.#parts = parts;
    this.#clusterWide = new SharedReads(parts.clock, KEEP_MS, async key => {
      const [source, path, noun] = JSON.parse(key) as string[];
      const cluster = parts.connection(source);
      if (!cluster) throw new Error(`There is no cluster "${source}".`);
      const late = AbortSignal.timeout(DEADLINE_MS);
      const signal = AbortSignal.any([late, parts.shutdown]);
      return listAll(cluster, { path, noun, signal });
    });
  }

  async workspaceKinds(
    query: LiveQuery,
  ): Promise<LivePart<NotebookOptions['workspaceKinds'][number]>> {
    const kinds = await this.kinds(query);
    const value = kinds
      .filter(({ hidden }) => !hidden)
      .map(({ option }) => option)
      .sort((a, b) => a.title.localeCompare(b.title));
    return { value };
  }

  /** The kinds of Workspaces as they stand for the namespace, hidden ones as well. */
  async kinds(query: LiveQuery): Promise<WorkspaceKindFacts[]> {
    const objects = await this.#shared(WORKSPACE_KINDS, query);
    const { domains } = this.#parts;
    const { cluster, namespace } = query;
    const labels = namespaceLabels(domains, cluster.name, namespace);
    return objects.flatMap(raw => workspaceKind(raw, labels) ?? []);
  }

  /** The kinds of Workspaces of a cluster, for no namespace in particular, as the portal may read them. */
  async allKinds(source: string): Promise<WorkspaceKindFacts[]> {
    const { path, noun } = WORKSPACE_KINDS;
    const objects = await this.#clusterWide.of(
      JSON.stringify([source, path, noun]),
    );
    return objects.flatMap(raw => workspaceKind(raw, {}) ?? []);
  }

  async podDefaults(
    query: LiveQuery,
  ): Promise<LivePart<NotebookOptions['podDefaults'][number]>> {
    try {
      const objects = await this.#inNamespace(
        '/apis/kubeflow.org/v1alpha1',
        'poddefaults',
        'PodDefaults',
        query,
      );
      return { value: podDefaultOptions(objects) };
    } catch (error) {
      // Not installed: then there are none, and nothing is missing.
      if (error instanceof ListRefused && error.code === 404) {
        return { value: [] };
      }
      throw error;
    }
  }

  async gpus({
    cluster,
  }: LiveQuery): Promise<LivePart<NotebookOptions['gpus'][number]>> {
    const { offers, problem } = await this.#parts.gpus.of(cluster.name);
    return { value: [...offers], problem };
  }

  async volumes(
    query: LiveQuery,
  ): Promise<LivePart<NotebookOptions['volumes'][number]>> {
    const { index } = this.#parts;
    const { cluster, namespace } = query;
    const indexed = index.claims(cluster.name, namespace);
    const claims =
      indexed.length > 0
        ? indexed
        : (
            await this.#inNamespace(
              '/api/v1',
              'persistentvolumeclaims',
              'volume claims',
              query,
            )
          ).flatMap(raw => claimEvidence(raw) ?? []);
    return {
      value: volumeOptions(claims, claim =>
        index
          .claimUsers(cluster.name, namespace, claim)
          .map(({ row }) => row.name),
      ),
    };
  }

  async storageClasses(
    query: LiveQuery,
  ): Promise<LivePart<NotebookOptions['storageClasses'][number]>> {
    return {
      value: storageClassOptions(await this.#shared(STORAGE_CLASSES, query)),
    };
  }

  /** As the portal, once for everybody; where it may not, as the person. */
  async #shared(
    { path, noun }: { path: string; noun: string },
    { cluster, viewer, signal }: LiveQuery,
  ): Promise<unknown[]> {
    try {
      return await this.#clusterWide.of(
        JSON.stringify([cluster.name, path, noun]),
      );
    } catch (error) {
      if (!(error instanceof ListRefused) || error.code !== 403) throw error;
      return listAll(cluster, {
        path,
        noun,
        as: personOn(cluster, viewer),
        signal,
      });
    }
  }

  #inNamespace(
    root: string,
    plural: string,
    noun: string,
    { cluster, namespace, viewer, signal }: LiveQuery,
  ): Promise<unknown[]> {
    return listAll(cluster, {
      path: `${root}/namespaces/${encodeURIComponent(namespace)}/${plural}`,
      noun: `${noun} of namespace ${namespace}`,
      as: personOn(cluster, viewer),
      signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
    });
  }
}

function personOn(
  { impersonationPrefix }: ClusterConnection,
  { userRef, groups }: LiveQuery['viewer'],
): ImpersonatedUser {
  return impersonate(userRef, groups, impersonationPrefix);
}
