import { z } from 'zod';
import { OperationDefinition, PlanContext, refusedPlan } from '../definition';
import { mayOperate } from '../requirements';
import { requireRef } from '../requestRef';
import { jobFindings } from './jobFindings';
import { definitionOf, runObject } from './jobObjects';
import { jobOf } from './jobOf';

const input = z.strictObject({
  /** Where the domain lives on several clusters. */
  cluster: z.string().max(253).optional(),
});

/** Starts a run of a job from its definition, as the person. Acts on `entityRef`, or on the job of `resourceId`. */
export const sparkJobRun: OperationDefinition<z.infer<typeof input>> = {
  id: 'spark-job:run',
  title: 'Run now',
  requires: [],
  input,
  async plan({ cluster }, context) {
    const ref = refOf(context);
    const found = await jobOf(ref, cluster, context);
    if ('findings' in found) return refusedPlan(`Run ${ref}`, found.findings);
    const { job } = found;
    const { entityRef, ownerRef, domainRef, namespace, source } = job;
    const object = runObject(job, {
      actor: context.actor.userRef,
      now: context.now,
    });
    const { name } = object.metadata;
    return {
      title: `Run ${job.name}`,
      entityRef,
      findings: await jobFindings(object, job, context),
      requirements: [
        mayOperate({ ownerRef, domainRef, nature: 'run' }, `run ${entityRef}`),
      ],
      steps: [
        {
          id: 'run',
          verb: 'create',
          title: `Create SparkApplication ${namespace}/${name} on cluster ${source}`,
          source,
          object,
        },
      ],
      definition: definitionOf(job.text),
      output: { name, source, namespace },
    };
  },
};

function refOf({ request, services }: PlanContext): string {
  const byResource =
    request.resourceId && services.index.get(request.resourceId)?.row.entityRef;
  return byResource || requireRef(request);
}
