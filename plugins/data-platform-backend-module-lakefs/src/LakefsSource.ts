import {
  CallContext,
  CallResult,
  KubernetesObject,
  ResourceSource,
  SourceProbe,
  SourceScope,
  SystemCall,
} from '@millrace/backstage-plugin-data-platform-node';
import { LakefsClient } from './client/LakefsClient';
import { LakefsHttp } from './client/LakefsHttp';
import { allOf } from './client/pages';
import { LakefsServer, keyFor, shareOf } from './config/LakefsServer';
import { performCall } from './operations/performCall';
import { BranchRecords } from './records/BranchRecords';
import { RepositoryReader } from './read/RepositoryReader';

/** Repositories of one server, at most. */
const MOST_REPOSITORIES = 2_000;
/** After this the branches that wait for their comparison go on. */
const GO_ON_MS = 1_000;

export interface LakefsSourceOptions {
  server: LakefsServer;
  records: BranchRecords;
  /** URL of the portal, for links in commits. */
  portalUrl?: string;
  now?: () => number;
  /** Runs once after `ms`; returns how to cancel. */
  after?(ms: number, run: () => void): () => void;
  fetch?: typeof globalThis.fetch;
}

/** One lakeFS server as a source of live objects: its repositories are the scopes. */
export class LakefsSource implements ResourceSource {
  readonly name: string;
  readonly title?: string;
  readonly sandbox?: boolean;
  readonly pollMs?: number;
  readonly server: LakefsServer;
  readonly client: LakefsClient;
  readonly #options: LakefsSourceOptions;
  readonly #readers = new Map<string, RepositoryReader>();
  readonly #listeners = new Set<(scope?: string) => void>();

  constructor(options: LakefsSourceOptions) {
    const { server } = options;
    this.#options = options;
    this.server = server;
    this.name = server.name;
    this.title = server.title;
    this.sandbox = server.sandbox;
    this.pollMs = server.pollMs;
    this.client = new LakefsClient(
      new LakefsHttp({
        name: server.name,
        endpoint: server.endpoint,
        keyFor: repository => keyFor(server, repository),
        fetch: options.fetch,
      }),
    );
  }

  async probe(signal: AbortSignal): Promise<SourceProbe> {
    const config = await this.client.config({ signal });
    const { blockstore_type: storage } = config.storage_config ?? {};
    return {
      version: config.version_config?.version,
      ...(storage && { note: `Storage: ${storage}.` }),
    };
  }

  async scopes(signal: AbortSignal): Promise<readonly SourceScope[]> {
    const repositories = await allOf(
      this.client.repositories({ signal, max: MOST_REPOSITORIES }),
    );
    const names = new Set(repositories.map(({ id }) => id));
    for (const name of this.#readers.keys()) {
      if (!names.has(name)) this.#readers.delete(name);
    }
    return repositories.map(({ id }) => {
      const share = shareOf(this.server, id);
      return {
        name: id,
        ...(share && {
          domainRef: share.domainRef,
          registerIn: share.registerIn,
        }),
      };
    });
  }

  async list(
    scope: string,
    signal: AbortSignal,
  ): Promise<readonly KubernetesObject[]> {
    const reader = this.#reader(scope);
    const objects = await reader.list(signal);
    if (reader.waiting > 0) {
      const { after = later } = this.#options;
      after(GO_ON_MS, () => this.changed(scope));
    }
    return objects;
  }

  watch(changed: (scope?: string) => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  /** Something of a repository (or of all) is new: it is listed soon. */
  changed(repository?: string): void {
    for (const listener of [...this.#listeners]) listener(repository);
  }

  async perform(call: SystemCall, context: CallContext): Promise<CallResult> {
    const { records, portalUrl } = this.#options;
    try {
      return await performCall(call, context, {
        client: this.client,
        records,
        server: this.server,
        portalUrl,
      });
    } finally {
      this.changed(String(call.values.repository));
    }
  }

  #reader(repository: string): RepositoryReader {
    let reader = this.#readers.get(repository);
    if (!reader) {
      const { records, now = Date.now } = this.#options;
      reader = new RepositoryReader({
        server: this.server,
        client: this.client,
        records,
        repository,
        now: () => now(),
      });
      this.#readers.set(repository, reader);
    }
    return reader;
  }
}

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
}
