import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { LakefsClient } from '../client/LakefsClient';
import { hasStatus } from '../client/LakefsError';
import { allOf } from '../client/pages';
import { Ref, Repository } from '../client/types';
import { LakefsServer } from '../config/LakefsServer';
import { BranchInsight } from '../model/objects';
import { protects } from '../model/protects';
import { BranchRecord } from '../records/BranchRecord';
import { BranchRecords } from '../records/BranchRecords';
import { BranchMemory } from './BranchMemory';
import { Failures, HookFailures } from './HookFailures';
import { inParallel } from './inParallel';
import { commitBrief, inspectBranch, trivialInsight } from './inspectBranch';
import { branchObject, repositoryObject } from './toObjects';

/** Branches read of one repository, at most. */
const MOST_BRANCHES = 20_000;
/** Requests to one server at a time, for what goes beyond the list. */
const AT_A_TIME = 4;
/** Branches compared with their parent in one listing, and looked at for uncommitted data. The rest waits for the next. */
const COMPARED = 60;
const LOOKED_AT = 60;
const UNCOMMITTED_COUNTED = 100;
/** lakeFS has no limit; what is longer than this has no record in the portal. */
const LONGEST_NAME = 255;
/** What was not committed a moment ago is believed for as long. */
const UNCOMMITTED_FRESH_MS = 20_000;

export interface RepositoryReaderOptions {
  server: LakefsServer;
  client: LakefsClient;
  records: BranchRecords;
  repository: string;
  now(): number;
}

/** Reads one repository: its branches in full, and beyond that a bounded share each time, what changed first. */
export class RepositoryReader {
  readonly #options: RepositoryReaderOptions;
  readonly #memory = new BranchMemory();
  readonly #failures: HookFailures;
  /** Branches that are not compared yet. */
  #waiting = 0;

  constructor(options: RepositoryReaderOptions) {
    this.#options = options;
    this.#failures = new HookFailures(options.client, options.repository);
  }

  /** How many branches wait for their comparison. */
  get waiting(): number {
    return this.#waiting;
  }

  /** @throws LakefsError */
  async list(signal: AbortSignal): Promise<readonly KubernetesObject[]> {
    const { client, records, server, repository: name, now } = this.#options;
    const repository = await client.repository(name, { signal });
    const refs = await allOf(
      client.branches(name, { signal, max: MOST_BRANCHES }),
    );
    const heads = new Map(refs.map(ref => [ref.id, ref.commit_id]));
    this.#memory.follow(heads);
    const known = await records.of(server.name, name);
    if (!signal.aborted) await this.#note(known, heads);
    const [protection, failures] = await Promise.all([
      this.#protection(signal),
      this.#failuresOf(signal),
    ]);
    const parentOf = parents(repository, heads, known);
    await this.#compare(refs, parentOf, signal);
    await this.#lookForUncommitted(refs, signal);
    return [
      repositoryObject({
        server,
        repository,
        protection,
        branches: refs.length,
        truncated: refs.length >= MOST_BRANCHES,
        waiting: this.#waiting,
      }),
      ...refs.map(ref => {
        const parent = parentOf(ref.id);
        const parentHead = parent && heads.get(parent);
        return branchObject({
          server,
          repository: name,
          ref,
          parent,
          record: known.get(ref.id),
          remembered: this.#memory.get(ref.id),
          insight: parentHead
            ? this.#memory.insight(ref.id, parentHead)
            : undefined,
          protectedBy: protection?.find(rule => protects(rule, ref.id)),
          failure: failures && failureOf(ref, failures, this.#memory),
          now: now(),
        });
      }),
    ];
  }

  /** Heads that moved, and branches that went. A server that lists none at all has not lost them: it is asked again. */
  async #note(
    known: ReadonlyMap<string, BranchRecord>,
    heads: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { records, server, repository, now } = this.#options;
    const moved = [...heads]
      .filter(([name, commit]) => {
        if (name.length > LONGEST_NAME) return false;
        const record = known.get(name);
        return record?.lastCommit !== commit || record.deletedAt !== undefined;
      })
      .map(([name, commit]) => ({ name, commit }));
    await records.saw(server.name, repository, moved, now());
    const gone = [...known.values()]
      .filter(({ name, deletedAt }) => !heads.has(name) && !deletedAt)
      .map(({ name }) => name);
    if (heads.size > 0 && heads.size < MOST_BRANCHES) {
      await records.gone(server.name, repository, gone, now());
    }
  }

  /** Undefined where this server or key does not tell. */
  async #protection(signal: AbortSignal): Promise<string[] | undefined> {
    const { client, repository } = this.#options;
    return client.protection(repository, { signal }).catch(error => {
      if (hasStatus(error, 403) || hasStatus(error, 404)) return undefined;
      throw error;
    });
  }

  async #failuresOf(signal: AbortSignal): Promise<Failures | undefined> {
    return this.#failures.newest(signal).catch(error => {
      if (hasStatus(error, 403) || hasStatus(error, 404)) return undefined;
      throw error;
    });
  }

  async #compare(
    refs: readonly Ref[],
    parentOf: (name: string) => string | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const { client, repository } = this.#options;
    const heads = new Map(refs.map(ref => [ref.id, ref.commit_id]));
    const due = refs.filter(({ id }) => this.#isDue(id, heads, parentOf));
    // Those whose own head moved come before those whose parent did.
    due.sort((a, b) => this.#known(a.id) - this.#known(b.id));
    this.#waiting = Math.max(0, due.length - COMPARED);
    await inParallel(due.slice(0, COMPARED), AT_A_TIME, async ref => {
      const { id, commit_id: head } = ref;
      const parent = parentOf(id);
      const parentHead = parent && heads.get(parent);
      try {
        const { commit = undefined } = this.#memory.get(id);
        const read =
          commit ??
          commitBrief(await client.commit(repository, head, { signal }));
        const insight =
          parentHead && (await this.#insight(head, parentHead, signal));
        this.#memory.add(id, head, {
          commit: read,
          ...(insight && { insight }),
        });
      } catch (error) {
        // It went while it was read: the next listing does not show it.
        if (!hasStatus(error, 404)) throw error;
      }
    });
  }

  async #insight(
    head: string,
    parentHead: string,
    signal: AbortSignal,
  ): Promise<BranchInsight> {
    if (parentHead === head) return trivialInsight(head);
    const { client, repository } = this.#options;
    return inspectBranch(client, { repository, head, parentHead }, signal);
  }

  #known(name: string): number {
    return this.#memory.get(name).commit ? 1 : 0;
  }

  #isDue(
    name: string,
    heads: ReadonlyMap<string, string>,
    parentOf: (name: string) => string | undefined,
  ): boolean {
    const parent = parentOf(name);
    const parentHead = parent && heads.get(parent);
    return (
      !this.#memory.get(name).commit ||
      (parentHead !== undefined && !this.#memory.insight(name, parentHead))
    );
  }

  /** What was looked at longest ago first; a branch that is worked on before one that rests. */
  async #lookForUncommitted(
    refs: readonly Ref[],
    signal: AbortSignal,
  ): Promise<void> {
    const { client, repository, now } = this.#options;
    const at = now();
    const age = (name: string) => {
      const { uncommitted, commit } = this.#memory.get(name);
      const rests = commit && at - commit.at > 7 * 86_400_000;
      const since = at - (uncommitted?.at ?? 0);
      return rests && uncommitted && uncommitted.n === 0 ? since / 20 : since;
    };
    const due = refs
      .map(({ id }) => ({ id, age: age(id) }))
      .filter(each => each.age >= UNCOMMITTED_FRESH_MS)
      .sort((a, b) => b.age - a.age)
      .slice(0, LOOKED_AT);
    await inParallel(due, AT_A_TIME, async ({ id }) => {
      const { head, uncommitted } = this.#memory.get(id);
      try {
        const { results, pagination } = await client.uncommitted(
          repository,
          id,
          { signal, amount: UNCOMMITTED_COUNTED },
        );
        const n = results.length;
        this.#memory.add(id, head, {
          uncommitted: {
            n,
            more: pagination.has_more,
            at,
            ...(n > 0 && { since: uncommitted?.since ?? at }),
          },
        });
      } catch (error) {
        if (!hasStatus(error, 404)) throw error;
      }
    });
  }
}

/** What a branch is merged into: where it was made from, if that is a branch still, else the default branch. */
function parents(
  { default_branch: main }: Repository,
  heads: ReadonlyMap<string, string>,
  records: ReadonlyMap<string, BranchRecord>,
): (name: string) => string | undefined {
  return name => {
    if (name === main) return undefined;
    const source = records.get(name)?.source;
    if (source && source !== name && heads.has(source)) return source;
    return heads.has(main) ? main : undefined;
  };
}

/** A check of an earlier commit is history: the branch has moved on since. */
function failureOf(ref: Ref, failures: Failures, memory: BranchMemory) {
  const refused = failures.ofCommit(ref.commit_id);
  if (refused) return refused;
  const failure = failures.ofBranch(ref.id);
  const { commit } = memory.get(ref.id);
  // Commits tell whole seconds.
  return failure && commit && failure.at < commit.at ? undefined : failure;
}
