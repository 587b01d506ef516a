import {
  PlatformResource,
  Run,
  RunBranch,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  DataBranchRef,
  ResourceSystem,
} from '@millrace/backstage-plugin-data-platform-node';
import { RunBranches, runKey } from '../history/RunBranches';
import { VisibilityFilter } from '../permissions/platformResourceRef';
import { ResourceIndex } from '../store/types';
import { branchRows } from '../systems/branchRows';
import { unlessUnreadable } from './unlessUnreadable';

/** Runs of one branch that are looked for among the live ones. */
const MOST_RUNS = 2_000;

/** Which runs are on which data branch, and what the index knows of the branch now. */
export class BranchesOfRuns {
  readonly #records: RunBranches;
  readonly #systems: readonly ResourceSystem[];
  readonly #index: Pick<ResourceIndex, 'find'>;
  readonly #any: boolean;

  constructor(parts: {
    records: RunBranches;
    systems: readonly ResourceSystem[];
    index: Pick<ResourceIndex, 'find'>;
  }) {
    this.#records = parts.records;
    this.#systems = parts.systems;
    this.#index = parts.index;
    this.#any = parts.systems.some(({ dataBranches }) => dataBranches);
  }

  /** The same runs, each with its branch. Where the record cannot be read, without. */
  async noted<T extends Run>(
    runs: readonly T[],
    allows: VisibilityFilter,
  ): Promise<T[]> {
    // Where no system has branches there is nothing to ask the database for.
    if (!this.#any || runs.length === 0) return [...runs];
    const { value } = await unlessUnreadable(
      this.#records.of(runs),
      new Map<string, DataBranchRef>(),
    );
    return runs.map(run => {
      const on = value.get(runKey(run));
      return on ? { ...run, branch: this.#told(on, allows) } : run;
    });
  }

  /** Keys of the runs of a branch; none, with the problem, where the record cannot be read. */
  on(
    branch: DataBranchRef,
  ): Promise<{ value: ReadonlySet<string>; problem?: string }> {
    return unlessUnreadable(
      this.#records.on(branch, MOST_RUNS),
      new Set<string>(),
    );
  }

  #told(on: DataBranchRef, allows: VisibilityFilter): RunBranch {
    const rows = branchRows(on, this.#systems, this.#index);
    const shown = (row: PlatformResource | undefined) =>
      row && allows(row) ? row : undefined;
    const resourceId = shown(rows?.branch)?.id;
    const entityRef = shown(rows?.repository)?.entityRef;
    return {
      ...on,
      ...(resourceId && { resourceId }),
      ...(entityRef && { entityRef }),
    };
  }
}
