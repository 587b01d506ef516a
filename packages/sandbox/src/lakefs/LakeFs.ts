import { Clock } from '../types';
import { Hooks } from './actions/Hooks';
import { WebhookClient } from './actions/WebhookClient';
import { Blobs, MemoryBlobs } from './model/Blobs';
import { IdSource } from './model/ids';
import { LakeFsError, notFound } from './model/LakeFsError';
import { Named } from './model/Named';
import { checkRepositoryId } from './model/nameRules';
import { ProtectedBranches } from './model/ProtectedBranches';
import { Repository, RepositoryListener } from './model/Repository';

export interface LakeFsOptions {
  clock: Clock;
  blobs?: Blobs;
  /** Variables that action files may name, those that begin with LAKEFSACTION_. */
  environment?: Readonly<Record<string, string>>;
  webhooks: WebhookClient;
  /** Told of every change that has to be kept. */
  changed?: RepositoryListener;
}

/** The state of the server, and what its operations share. */
export class LakeFs {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly blobs: Blobs;
  readonly repositories = new Named<Repository>();
  /** Never given out again, also when the repository is gone: its data stays. */
  readonly usedNamespaces = new Set<string>();
  /** On their way out: nobody gets at them any more. */
  readonly deleting = new Set<Repository>();
  readonly protectedBranches: ProtectedBranches;
  readonly hooks: Hooks;
  readonly changed: RepositoryListener;
  /** The one user that the community edition knows. */
  readonly user = 'admin';

  constructor(options: LakeFsOptions) {
    this.clock = options.clock;
    this.ids = new IdSource(options.clock);
    this.blobs = options.blobs ?? new MemoryBlobs();
    this.protectedBranches = new ProtectedBranches(options.clock);
    this.changed = options.changed ?? (() => {});
    this.hooks = new Hooks(this, options.webhooks, options.environment ?? {});
  }

  /** Seconds since the epoch. */
  seconds(): number {
    return Math.floor(this.clock.now() / 1000);
  }

  /** @throws LakeFsError 400 for what is no name of a repository, 404, 410 while it is being deleted */
  repository(id: string): Repository {
    checkRepositoryId(id);
    const repository = this.repositories.get(id);
    if (!repository) throw notFound('repository not found');
    if (this.deleting.has(repository)) {
      throw new LakeFsError(410, 'repository in deletion');
    }
    return repository;
  }

  /** Ends what runs by itself. */
  async stop(): Promise<void> {
    await this.hooks.stop();
  }
}
