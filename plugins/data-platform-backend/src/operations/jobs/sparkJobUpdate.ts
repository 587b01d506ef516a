import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { z } from 'zod';
import { ownOrAdminister } from '../belonging';
import {
  ClusterStep,
  OperationDefinition,
  PlanContext,
  refusedPlan,
} from '../definition';
import { errorAt } from '../findings';
import { readManifest } from '../generic/readManifest';
import { mergePatch } from '../mergePatch';
import { notYet } from '../notYet';
import { requireRef } from '../requestRef';
import { mayRegister } from '../requirements';
import { jobFindings } from './jobFindings';
import { isSchedule, JobIdentity, scheduleObject } from './jobObjects';
import { Job, jobOf } from './jobOf';
import { checkStep, scheduleStep } from './sparkJobCreate';

const input = z.strictObject({
  manifest: z.string({ error: 'Give a manifest.' }).min(1).max(200_000),
});

/**
 * Replaces the definition of a registered job. Runs that exist are never touched: it is the next run's definition. A
 * schedule on the cluster is changed with it, as the person; that too acts on its next run only.
 */
export const sparkJobUpdate: OperationDefinition<z.infer<typeof input>> = {
  id: 'spark-job:update',
  title: 'Change definition',
  requires: [mayRegister],
  input,
  async plan(values, context) {
    const ref = requireRef(context.request);
    const title = `Change the definition of ${ref}`;
    const { manifest, findings } = readManifest(values.manifest, 'manifest');
    if (!manifest) return refusedPlan(title, findings);
    const found = await jobOf(ref, undefined, context);
    if ('findings' in found) return refusedPlan(title, found.findings);
    const { job } = found;
    const foreign = await foreignFinding(job, context);
    if (foreign) return refusedPlan(title, [foreign]);
    const next: JobIdentity = { ...job, manifest, text: values.manifest };
    findings.push(
      ...nameFindings(job, manifest),
      ...notYet(await jobFindings(manifest, job, context)),
    );
    return {
      title,
      entityRef: job.entityRef,
      subject: job.entityRef,
      findings,
      requirements: ownOrAdminister(job, context, 'change the definition of'),
      checks: isSchedule(manifest)
        ? []
        : [checkStep(next, job.source, context)],
      steps: [
        ...(await scheduleChange(job, next, context)),
        {
          id: 'register',
          verb: 'register',
          title: `Replace the definition of Component ${job.name} in the catalog`,
          replaces: true,
          entity: {
            ...job.entity,
            spec: { ...job.entity.spec, manifest: values.manifest },
          },
        },
      ],
      output: { name: job.name },
    };
  },
};

async function foreignFinding(
  { entityRef }: Job,
  { services }: PlanContext,
): Promise<Finding | undefined> {
  if (await services.entities.get(entityRef)) return undefined;
  const location = await services.catalog.foreignLocation(entityRef);
  return errorAt(
    'entityRef',
    `${entityRef} was not registered here; it comes from ${
      location ?? 'elsewhere'
    }.`,
    'Change its definition there.',
  );
}

function nameFindings(job: Job, manifest: KubernetesManifest): Finding[] {
  const before = job.manifest.metadata.name;
  const after = manifest.metadata.name;
  if (before === after) return [];
  return [
    errorAt(
      'metadata.name',
      `The name cannot change from "${before}" to "${after}": runs and history are found by it.`,
      'Keep the name, or create another job.',
    ),
  ];
}

/** What has to happen to the schedule on the cluster, as it stands there now. */
async function scheduleChange(
  job: Job,
  next: JobIdentity,
  { writerFor, signal }: PlanContext,
): Promise<ClusterStep[]> {
  if (!isSchedule(job.manifest) && !isSchedule(next.manifest)) return [];
  const object = scheduleObject(isSchedule(next.manifest) ? next : job);
  const { apiVersion, kind } = object;
  const { name, namespace } = object.metadata;
  const live = await writerFor(job.source).read(
    { apiVersion, kind, name, namespace },
    { identity: 'user', signal },
  );
  if (!live)
    return isSchedule(next.manifest) ? [scheduleStep(next, job.source)] : [];
  const target = {
    apiVersion,
    kind,
    plural: 'scheduledsparkapplications',
    namespace,
    name,
    uid: live.metadata.uid,
  };
  const where = `${kind} ${namespace}/${name} on cluster ${job.source}`;
  const common = { id: 'schedule', source: job.source, target };
  if (!isSchedule(next.manifest)) {
    return [{ ...common, verb: 'delete', title: `Delete ${where}` }];
  }
  const { labels, annotations } = object.metadata;
  return [
    {
      ...common,
      verb: 'patch',
      title: `Change ${where}; its next run is the first to have it`,
      patch: {
        metadata: { labels, annotations },
        spec: mergePatch(live.spec, object.spec),
      },
    },
  ];
}
