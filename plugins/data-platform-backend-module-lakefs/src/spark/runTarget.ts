import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  DataBranches,
  DataBranchRef,
  RunTarget,
} from '@millrace/backstage-plugin-data-platform-node';
import { countOf } from '../model/objects';
import { dateText } from '../assess/words';
import { shareOf } from '../config/LakefsServer';
import { LakefsSource } from '../LakefsSource';
import { writerProblem } from '../model/writers';
import { KIND_BRANCH, KIND_REPOSITORY } from '../model/objects';
import { headOf } from '../operations/performBranch';
import { protectedBy, uncommittedOn } from '../operations/preflight';
import { errorAt, info, warning } from '../operations/scene';
import { BranchRecords } from '../records/BranchRecords';
import { branchSettings } from './branchSettings';
import { dependsOnServer, serverFindings } from './serverFindings';

const DAY_MS = 86_400_000;
const NOTHING = { sparkConf: {}, secretEnvironment: [], variables: {} };

/** Branches of lakeFS, as Spark runs know them. */
export function lakefsBranches(
  sources: readonly LakefsSource[],
  records: BranchRecords,
): DataBranches {
  return {
    repositoryKind: KIND_REPOSITORY,
    branchKind: KIND_BRANCH,
    async runTarget(
      on,
      { signal, now, ownershipRefs = [] },
    ): Promise<RunTarget> {
      const source = sources.find(({ name }) => name === on.source);
      const spark = source?.server.spark;
      if (!source || !spark) {
        return refused(
          `How Spark reaches the lakeFS server ${on.source} is not configured.`,
          `The platform team sets dataPlatform.lakefs.servers[].spark for ${on.source}.`,
        );
      }
      const problem = writerProblem(
        shareOf(source.server, on.repository)?.branches ?? [],
        on.branch,
        ownershipRefs,
      );
      if (problem) return refused(problem, 'Run it on a branch of your own.');
      const scene = {
        client: source.client,
        repository: on.repository,
        signal,
      };
      const head = await headOf(
        source.client,
        on.repository,
        on.branch,
        signal,
      );
      if (head === undefined) {
        return refused(
          `There is no branch ${on.branch} in ${on.repository} any more.`,
          'Choose another, or create it again.',
        );
      }
      const [rule, lying, repository, record, config] = await Promise.all([
        protectedBy(scene, on.branch),
        uncommittedOn(scene, on.branch),
        source.client.repository(on.repository, { signal }),
        records.get({
          server: on.source,
          repository: on.repository,
          name: on.branch,
        }),
        // What it does not tell is no reason against a run.
        dependsOnServer(spark)
          ? source.client.config({ signal }).catch(() => undefined)
          : undefined,
      ]);
      if (rule !== undefined) {
        return refused(
          `The rule "${rule}" protects ${on.branch}: it changes by merges alone, so a run must not write to it.`,
          `Create a branch of ${on.branch}, run the job on that, and merge it.`,
        );
      }
      if (repository.read_only) {
        return refused(`Repository ${on.repository} is read-only.`);
      }
      return {
        ...branchSettings(spark, on.repository, on.branch),
        findings: [
          ...(lying.n === 0
            ? []
            : [
                info(
                  `${countOf(lying, 'change')} lie uncommitted on ${
                    on.branch
                  }; what the run writes joins them.`,
                ),
              ]),
          ...expiring(on, record?.expiresAt, now),
          ...serverFindings(spark, on.source, config, repository),
        ],
      };
    },
  };
}

function refused(message: string, remedy?: string): RunTarget {
  return { ...NOTHING, findings: [errorAt('branch', message, remedy)] };
}

function expiring(
  { branch }: DataBranchRef,
  expiresAt: number | undefined,
  now: number,
): Finding[] {
  if (expiresAt === undefined || expiresAt - now > DAY_MS) return [];
  const when = dateText(expiresAt);
  return [
    warning(
      expiresAt <= now
        ? `Branch ${branch} has expired on ${when} and may be deleted while the run goes on.`
        : `Branch ${branch} expires on ${when}.`,
      'Give it more time first.',
    ),
  ];
}
