import { DataBranchRef } from '@millrace/backstage-plugin-data-platform-node';
import { Knex } from 'knex';
import { ReadGuard } from './ReadGuard';

export const RUN_BRANCHES = 'data_platform_run_branches';
const AT_ONCE = 200;

/** The object of a run: all its attempts are on one branch. */
export interface RunObject {
  source: string;
  uid: string;
}

interface Row extends RunObject {
  branch_source: string;
  repository: string;
  branch: string;
}

/**
 * On which data branches runs were started: noted by the operation that made the run, so no label that people can write
 * changes it. Idempotent; any number of replicas may write it.
 */
export class RunBranches {
  readonly #database: Knex;
  readonly #reading: Pick<ReadGuard, 'run'>;

  constructor(database: Knex, reading: Pick<ReadGuard, 'run'>) {
    this.#database = database;
    this.#reading = reading;
  }

  /** @param made - `at`: epoch milliseconds */
  async put(
    run: RunObject,
    on: DataBranchRef,
    made: { operation: string; at: number },
  ): Promise<void> {
    await this.#database(RUN_BRANCHES)
      .insert({
        source: run.source,
        uid: run.uid,
        branch_source: on.source,
        repository: on.repository,
        branch: on.branch,
        ...made,
      })
      .onConflict(['uid', 'source'])
      .ignore();
  }

  /**
   * By {@link runKey}; runs that are on none are left out.
   * @throws ServiceUnavailableError - the database does not answer
   */
  of(runs: readonly RunObject[]): Promise<Map<string, DataBranchRef>> {
    return this.#reading.run(() => this.#of(runs));
  }

  /**
   * Keys ({@link runKey}) of the runs that were started on a branch, the latest first, at most `limit`.
   * @throws ServiceUnavailableError - the database does not answer
   */
  on(branch: DataBranchRef, limit: number): Promise<Set<string>> {
    return this.#reading.run(() => this.#on(branch, limit));
  }

  async #of(runs: readonly RunObject[]): Promise<Map<string, DataBranchRef>> {
    const found = new Map<string, DataBranchRef>();
    const uids = [...new Set(runs.map(({ uid }) => uid))];
    for (let from = 0; from < uids.length; from += AT_ONCE) {
      const rows: Row[] = await this.#database(RUN_BRANCHES)
        .whereIn('uid', uids.slice(from, from + AT_ONCE))
        .select('source', 'uid', 'branch_source', 'repository', 'branch');
      for (const row of rows) found.set(runKey(row), toRef(row));
    }
    return found;
  }

  async #on(branch: DataBranchRef, limit: number): Promise<Set<string>> {
    const rows: RunObject[] = await this.#database(RUN_BRANCHES)
      .where({
        branch_source: branch.source,
        repository: branch.repository,
        branch: branch.branch,
      })
      .orderBy('at', 'desc')
      .limit(limit)
      .select('source', 'uid');
    return new Set(rows.map(runKey));
  }
}

export function runKey({ source, uid }: RunObject): string {
  return `${source} ${uid}`;
}

function toRef({ branch_source: source, repository, branch }: Row) {
  return { source, repository, branch };
}
