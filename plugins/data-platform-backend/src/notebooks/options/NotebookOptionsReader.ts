import { NotFoundError } from '@backstage/errors';
import {
  NotebookOptions,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';
import { ClusterConnection } from '../../clusters/types';
import { EntityStore } from '../../entities/types';
import { Prices } from '../../executors/Prices';
import { DomainDirectory, EntityDirectory } from '../../join/types';
import { domainHomes, homeless } from '../../operations/domain/domainHome';
import { NATURES } from '../../permissions/natures';
import { Viewer } from '../../permissions/Viewer';
import { quotaLines } from '../../rollup/quotaLines';
import { unreadEvidence } from '../../rollup/unreadEvidence';
import { ResourceIndex } from '../../store/types';
import { NotebookSettings } from '../settings/NotebookSettings';
import { servedGenerations } from './generations';
import { limitLines } from './limitLines';
import { LiveOptions } from './LiveOptions';

export interface NotebookOptionsReaderOptions {
  index: ResourceIndex;
  domains: DomainDirectory;
  entities: EntityDirectory;
  entityStore: EntityStore;
  settings: NotebookSettings;
  prices?: Prices;
  live: LiveOptions;
  connection(source: string): ClusterConnection | undefined;
  /** What is known of a cluster, and which kinds of it are watched. */
  state(source: string): Source | undefined;
  /** Clusters whose namespaces are not known now. */
  namespacesUnread(): readonly string[];
  /** Kinds that a cluster serves, as `kind.group`; undefined while that is not known. */
  serves(source: string): readonly string[] | undefined;
}

export interface NotebookOptionsQuery {
  domainRef: string;
  source?: string;
  namespace?: string;
}

type Problem = NotebookOptions['problems'][number];
type Live = Pick<
  NotebookOptions,
  'workspaceKinds' | 'podDefaults' | 'gpus' | 'volumes' | 'storageClasses'
>;

const NOTHING_LIVE: Live = {
  workspaceKinds: [],
  podDefaults: [],
  gpus: [],
  volumes: [],
  storageClasses: [],
};

/** What a form for a notebook server may offer. A part that cannot be read is missing and said so; it never fails the form. */
export class NotebookOptionsReader {
  readonly #options: NotebookOptionsReaderOptions;

  constructor(options: NotebookOptionsReaderOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError - no such domain, as far as the viewer may know */
  async read(
    query: NotebookOptionsQuery,
    viewer: Viewer,
    signal: AbortSignal,
  ): Promise<NotebookOptions> {
    const problems: Problem[] = [];
    const place = await this.#place(query, viewer, problems);
    const generations = place
      ? servedGenerations(this.#options.serves(place.source), problems)
      : [];
    const live = place
      ? await this.#live(place, generations, viewer, problems, signal)
      : NOTHING_LIVE;
    if (place) this.#unread(place.source, problems);
    const { index, settings, prices } = this.#options;
    return {
      domainRef: query.domainRef,
      ...place,
      generations,
      images: [...settings.images],
      allowCustomImage: settings.allowCustomImage,
      ...live,
      quota: place
        ? quotaLines(index.quotas(place.source, place.namespace))
        : [],
      limits: place
        ? limitLines(index.limitRanges(place.source, place.namespace))
        : [],
      tolerationGroups: settings.tolerationGroups.map(spoken),
      affinityGroups: settings.affinityGroups.map(spoken),
      defaults: settings.defaults,
      ...(prices && { prices }),
      problems,
    };
  }

  /** Without this, a quota that may not be read would pass for none. */
  #unread(source: string, problems: Problem[]): void {
    const state = this.#options.state(source);
    for (const [part, kind] of [
      ['quota', 'ResourceQuota'],
      ['limits', 'LimitRange'],
    ]) {
      const message = unreadEvidence(state, kind, source);
      if (message) problems.push({ part, message });
    }
  }

  /** Where the server would live. */
  async #place(
    { domainRef, ...wanted }: NotebookOptionsQuery,
    viewer: Viewer,
    problems: Problem[],
  ): Promise<
    { source: string; namespace: string; namespaces: string[] } | undefined
  > {
    const { domains, entities, entityStore } = this.#options;
    const entity = await entities.sought(domainRef);
    const visible = NATURES.some(nature =>
      viewer.read.allows({ ownerRef: entity?.ownerRef, domainRef, nature }),
    );
    const homes = await domainHomes(domainRef, {
      domains,
      entities: entityStore,
    });
    if (!visible || (!entity && homes.length === 0)) {
      throw new NotFoundError(`There is no data domain ${domainRef}.`);
    }
    const home = wanted.source
      ? homes.find(({ source }) => source === wanted.source)
      : homes[0];
    const namespace = wanted.namespace ?? home?.namespaces[0];
    if (home && namespace && home.namespaces.includes(namespace)) {
      return {
        source: home.source,
        namespace,
        namespaces: [...home.namespaces],
      };
    }
    problems.push({
      part: 'namespace',
      message:
        homes.length === 0
          ? homeless('namespace', domainRef, this.#options).message
          : `${domainRef} has no namespace ${
              wanted.namespace ?? ''
            } on cluster ${wanted.source ?? home?.source ?? ''}.`,
    });
    return undefined;
  }

  async #live(
    place: { source: string; namespace: string },
    generations: readonly number[],
    viewer: Viewer,
    problems: Problem[],
    signal: AbortSignal,
  ): Promise<Live> {
    const cluster = this.#options.connection(place.source);
    if (!cluster) {
      problems.push({
        part: 'namespace',
        message: `Cluster ${place.source} is not connected.`,
      });
      return NOTHING_LIVE;
    }
    const { live } = this.#options;
    const at = { cluster, namespace: place.namespace, viewer, signal };
    const part = async <T>(
      name: keyof Live,
      read: () => Promise<{ value: T[]; problem?: string }>,
    ): Promise<T[]> => {
      try {
        const { value, problem } = await read();
        if (problem) problems.push({ part: name, message: problem });
        return value;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        problems.push({ part: name, message });
        return [];
      }
    };
    const [workspaceKinds, podDefaults, gpus, volumes, storageClasses] =
      await Promise.all([
        part('workspaceKinds', async () =>
          generations.includes(2) ? live.workspaceKinds(at) : { value: [] },
        ),
        part('podDefaults', () => live.podDefaults(at)),
        part('gpus', () => live.gpus(at)),
        part('volumes', () => live.volumes(at)),
        part('storageClasses', () => live.storageClasses(at)),
      ]);
    return { workspaceKinds, podDefaults, gpus, volumes, storageClasses };
  }
}

function spoken({
  id,
  title,
  description,
}:
  | NotebookSettings['affinityGroups'][number]
  | NotebookSettings['tolerationGroups'][number]) {
  return { id, title, ...(description && { description }) };
}
