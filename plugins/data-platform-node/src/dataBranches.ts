import {
  Finding,
  RunBranch,
} from '@millrace/backstage-plugin-data-platform-common';

/** Names a branch of data: on which server, in which repository. The row that stands for it need not be there yet. */
export type DataBranchRef = Pick<RunBranch, 'source' | 'repository' | 'branch'>;

/** Setting that every run on a branch has: the URI of the branch, for programs that look for it. */
export const CONF_BRANCH_URI = 'spark.millrace.branch.uri';

/** A system whose data lies on branches that Spark runs can work on. */
export interface DataBranches {
  /** Kinds of its rows. A repository is the scope of its branches: the namespace of the rows of both. */
  readonly repositoryKind: string;
  readonly branchKind: string;
  /**
   * What a run needs in order to work on a branch. The server is asked how the branch stands now, after the policy has
   * allowed the person to see and change it.
   * @throws SourceFault - the server does not answer
   */
  runTarget(
    branch: DataBranchRef,
    context: {
      signal: AbortSignal;
      now: number;
      /** All refs of the person who starts the run. Default: the portal itself does. */
      ownershipRefs?: readonly string[];
    },
  ): Promise<RunTarget>;
}

/** How a Spark run is pointed at a branch. Holds no secret: keys are named, and read by the pods. */
export interface RunTarget {
  /** An error refuses the run: the branch is gone, or must not be written. */
  findings: readonly Finding[];
  /** Settings of Spark. They take the place of the job's own. */
  sparkConf: Readonly<Record<string, string>>;
  /** Settings that are lists, separated by commas: added to those of the job. */
  sparkLists?: Readonly<Record<string, string>>;
  /** Environment of driver and executors, out of Secrets of the run's namespace. */
  secretEnvironment: readonly SecretVariable[];
  /** What arguments may use as `{{name}}`: `branch.uri`. */
  variables: Readonly<Record<string, string>>;
  /** What pods have to reach. */
  endpoint?: { host: string; port: number };
}

/** A variable of the environment whose value is a key of a Secret. */
export interface SecretVariable {
  name: string;
  secret: string;
  key: string;
}
