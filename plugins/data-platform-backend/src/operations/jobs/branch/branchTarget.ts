import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  DataBranches,
  DataBranchRef,
  RunTarget,
  SourceFault,
} from '@millrace/backstage-plugin-data-platform-node';
import { ServiceUnavailableError } from '@backstage/errors';
import { branchRows } from '../../../systems/branchRows';
import { PlanContext, PlannedOperation } from '../../definition';
import { errorAt } from '../../findings';
import { mayOperate, maySee } from '../../requirements';
import { reachFindings } from './reachFindings';
import { secretFindings } from './secretFindings';

/** Where a run is to work, and for which domain. */
export interface RunPlace {
  source: string;
  namespace: string;
  domainRef?: string;
}

/** What a branch means for a run. Without a target the findings say why not. */
export interface PlannedBranch {
  target?: RunTarget;
  findings: Finding[];
  requirements: PlannedOperation['requirements'];
}

/**
 * Finds out how a run is pointed at a branch, as the person. The policy is asked before the server is.
 * @throws NotAllowedError, NotFoundError - the person may not see or change the branch
 * @throws ServiceUnavailableError - the server of the branch does not answer
 */
export async function branchTarget(
  on: DataBranchRef,
  place: RunPlace,
  context: PlanContext,
): Promise<PlannedBranch> {
  const { source, repository, branch } = on;
  const { services } = context;
  const rows = branchRows(on, services.systems, services.index);
  // A branch that is younger than the last listing is judged by its repository.
  const row = rows?.branch ?? rows?.repository;
  const absent = `There is no branch ${branch} of repository ${repository} on ${source}.`;
  if (!rows || !row) {
    return {
      findings: [errorAt('branch', absent, 'Choose a branch of the list.')],
      requirements: [],
    };
  }
  const { ownerRef, domainOwnerRef, domainRef } = row;
  const subject = { ownerRef, domainOwnerRef, domainRef, nature: row.nature };
  const requirements = [
    maySee(subject, absent),
    mayOperate(subject, `run a job on branch ${branch} of ${repository}`),
  ];
  await context.authorise(requirements);
  if (!domainRef || domainRef !== place.domainRef) {
    return {
      findings: [
        errorAt(
          'branch',
          `Repository ${repository} belongs to ${
            domainRef ?? 'no data domain'
          }, and the job to ${place.domainRef ?? 'none'}.`,
          'Choose a branch of a repository of the same domain.',
        ),
      ],
      requirements,
    };
  }
  const target = await targetOf(rows.dataBranches, on, context);
  if (target.findings.some(({ level }) => level === 'error')) {
    return { findings: [...target.findings], requirements };
  }
  return {
    target,
    requirements,
    findings: [
      ...target.findings,
      ...(await secretFindings(target.secretEnvironment, place, context)),
      ...reachFindings(target, place, services.settings.egressPorts),
    ],
  };
}

async function targetOf(
  branches: DataBranches,
  on: DataBranchRef,
  { signal, now, actor: { ownershipRefs } }: PlanContext,
): Promise<RunTarget> {
  try {
    return await branches.runTarget(on, { signal, now, ownershipRefs });
  } catch (error) {
    // What the server could not answer is no fault of the person.
    if (error instanceof SourceFault) {
      throw new ServiceUnavailableError(error.message);
    }
    throw error;
  }
}
