import {
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
import { unlessUnreadable } from './unlessUnreadable';

/** Runs of one branch that are looked for among the live ones. */
const MOST_RUNS = 2_000;

/** Which runs are on which data branch, and what the index knows of the branch now. */
export class BranchesOfRuns {
  readonly #records: RunBranches;
  readonly #systems: readonly ResourceSystem[];
  readonly #index: Pick<ResourceIndex, 'find'>;

  constructor(parts: {
    records: RunBranches;
    systems: readonly ResourceSystem[];
    index: Pick<ResourceIndex, 'find'>;
  }) {
    this.#records = parts.records;
    this.#systems = parts.systems;
    this.#index = parts.index;
  }

  /** The same runs, each with its branch. Where the record cannot be read, without. */
  async noted<T extends Run>(
    runs: readonly T[],
    allows: VisibilityFilter,
  ): Promise<T[]> {
    if (runs.length === 0) return [];
    const { value } = await unlessUnreadable(
      this.#records.of(runs),
      new Map<string, DataBranchRef>(),
    );
    return runs.map(run => {
      const on = value.get(runKey(run));
      return on ? { ...run, branch: this.#told(on, allows) } : run;
    });
  }

  /** Keys of the runs of a branch. */
  async on(branch: DataBranchRef): Promise<ReadonlySet<string>> {
    const { value } = await unlessUnreadable(
      this.#records.on(branch, MOST_RUNS),
      new Set<string>(),
    );
    return value;
  }

  #told(on: DataBranchRef, allows: VisibilityFilter): RunBranch {
    const { source, repository, branch } = on;
    const system = this.#systems.find(({ sources }) =>
      sources.some(({ name }) => name === source),
    );
    if (!system?.dataBranches) return on;
    const { branchKind, repositoryKind } = system.dataBranches;
    const find = (kind: string, name: string) => {
      const group = system.resources.find(each => each.kind === kind)?.match
        .group;
      const found =
        group === undefined
          ? undefined
          : this.#index.find({
              source,
              group,
              kind,
              namespace: repository,
              name,
            });
      return found && allows(found.row) ? found.row : undefined;
    };
    const resourceId = find(branchKind, branch)?.id;
    const entityRef = find(repositoryKind, repository)?.entityRef;
    return {
      ...on,
      ...(resourceId && { resourceId }),
      ...(entityRef && { entityRef }),
    };
  }
}
