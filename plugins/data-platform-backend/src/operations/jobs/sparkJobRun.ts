import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { z } from 'zod';
import { RunValues } from '../../integrations/spark/runValues';
import { OperationDefinition, PlanContext, refusedPlan } from '../definition';
import { requireRef } from '../requestRef';
import { mayOperate } from '../requirements';
import {
  atFormFields,
  changedRun,
  dateArgumentOf,
  valueFindings,
} from './changedRun';
import { withoutBranch } from './branch/branchArguments';
import { runBranchInput } from './branch/branchInput';
import { branchTarget } from './branch/branchTarget';
import { withDateArgument } from './dateArgument';
import { jobFindings } from './jobFindings';
import { definitionOf, runObject } from './jobObjects';
import { Job, jobOf } from './jobOf';
import { argumentsOf } from './jobRunValues';
import { operatorFindings } from './operatorFindings';
import { dateArgumentInput, dateInput, runValuesShape } from './runInput';

const input = z.strictObject({
  /** Where the domain lives on several clusters. */
  cluster: z.string().max(253).optional(),
  ...runValuesShape,
  /** For which day the run is; put into its arguments. */
  date: dateInput.optional(),
  dateArgument: dateArgumentInput,
  /** Its data is on this branch. */
  branch: runBranchInput.optional(),
});

type Input = z.infer<typeof input>;

/**
 * Starts a run of a job, as the person: from its definition, or with arguments, a date or a size of its own. Acts on
 * `entityRef`, or on the job of `resourceId`.
 */
export const sparkJobRun: OperationDefinition<Input> = {
  id: 'spark-job:run',
  title: 'Run now',
  requires: [],
  input,
  async plan(values, context) {
    const ref = refOf(context);
    const found = await jobOf(ref, values.cluster, context);
    if ('findings' in found) return refusedPlan(`Run ${ref}`, found.findings);
    const { job } = found;
    const { entityRef, ownerRef, domainRef, namespace, source } = job;
    const plain = runObject(job, {
      actor: context.actor.userRef,
      now: context.now,
    });
    const requirements = [
      mayOperate({ ownerRef, domainRef, nature: 'run' }, `run ${entityRef}`),
    ];
    const { branch } = values;
    const on = branch && (await branchTarget(branch, job, context));
    if (on && !on.target) {
      return { ...refusedPlan(`Run ${job.name}`, on.findings), requirements };
    }
    const own = ownValues(values, argumentsOf(plain), job);
    const run = changedRun(
      plain,
      { ...own.values, ...(branch && { branch }) },
      job,
      on?.target,
    );
    const object = run?.object ?? plain;
    const { name } = object.metadata;
    return {
      title: run ? `Run ${job.name} with ${run.changed}` : `Run ${job.name}`,
      entityRef,
      findings: [
        ...own.findings,
        ...valueFindings(own.values),
        ...(on
          ? [...on.findings, ...run!.findings]
          : withoutBranch(argumentsOf(object))),
        ...atFormFields(await jobFindings(object, job, context), own.values),
        ...operatorFindings(object, source, context),
      ],
      requirements: [...requirements, ...(on?.requirements ?? [])],
      steps: [
        {
          id: 'run',
          verb: 'create',
          title: `Create ${object.kind} ${namespace}/${name} on cluster ${source}`,
          source,
          object,
          ...(branch && { runsOn: branch }),
        },
      ],
      definition: run?.definition ?? definitionOf(job.text),
      output: {
        name,
        source,
        namespace,
        ...(run && { changed: run.changed }),
        ...(branch && { branch }),
      },
    };
  },
};

/** What the person gave, with the date put into the arguments. */
function ownValues(
  { arguments: given, driver, executor, date, dateArgument }: Input,
  defined: readonly string[],
  job: Job,
): { values: RunValues & { date?: string }; findings: Finding[] } {
  const values = { driver, executor, ...(given && { arguments: given }) };
  if (!date) return { values, findings: [] };
  const { pattern, findings } = dateArgumentOf(dateArgument, job);
  if (!pattern) return { values, findings };
  const dated = withDateArgument(given ?? defined, pattern, new Date(date));
  return { values: { ...values, arguments: dated, date }, findings };
}

function refOf({ request, services }: PlanContext): string {
  const byResource =
    request.resourceId && services.index.get(request.resourceId)?.row.entityRef;
  return byResource || requireRef(request);
}
