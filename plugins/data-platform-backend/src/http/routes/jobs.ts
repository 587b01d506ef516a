import { NotFoundError } from '@backstage/errors';
import { Job } from '@millrace/backstage-plugin-data-platform-common';
import { Router } from 'express';
import { KnownEntity } from '../../join/types';
import { Viewer } from '../../permissions/Viewer';
import { JobNow } from '../../rollup/JobReader';
import { maskedYaml } from '../../rollup/maskedYaml';
import { scheduleOf } from '../../rollup/scheduleOf';
import { mayKnow } from '../../rollup/mayKnow';
import { oncePer } from '../../store/oncePer';
import { RouterDeps } from '../deps';
import { sendJson } from '../etag';
import { offersOfJob } from '../offersOfJob';
import { ref } from '../query';

const shownDefinition = oncePer(
  ({ definition }: KnownEntity) => definition && maskedYaml(definition),
);

/** GET /v1/jobs/{namespace}/{name}. */
export function addJobRoute(router: Router, deps: RouterDeps): void {
  const { index, jobs, sources, viewers } = deps;

  router.get('/v1/jobs/:namespace/:name', async (req, res) => {
    const viewer = await viewers.of(req);
    const { namespace, name } = req.params;
    const entityRef = ref('name', `component:${namespace}/${name}`);
    const entity = await visibleJob(deps, entityRef, viewer);
    const job = await jobs.read(entity, viewer.read.allows);
    const body: Job = {
      ...told(job),
      operations: await offersOfJob(deps, job, viewer),
      unverified: index
        .select({ unverifiedFor: entityRef }, viewer.read.allows)
        .map(resource => resource.row),
      version: index.version,
      warming: sources.warming() || index.settling,
    };
    sendJson(req, res, viewer, index.epoch, body);
  });
}

/**
 * A job that the viewer may know.
 * @throws NotFoundError - also where it exists but may not be seen: nobody learns which
 */
export async function visibleJob(
  { entities }: Pick<RouterDeps, 'entities'>,
  entityRef: string,
  viewer: Viewer,
): Promise<KnownEntity> {
  const entity = await entities.sought(entityRef);
  if (entity && mayKnow(entity, viewer.read.allows)) return entity;
  throw new NotFoundError(
    `There is no job ${entityRef}. If it was registered a moment ago, try again; else check that its type is spark-job.`,
  );
}

function told(
  job: JobNow,
): Omit<Job, 'operations' | 'version' | 'warming' | 'unverified'> {
  const { entity, definition, current, schedule } = job;
  return {
    entityRef: entity.entityRef,
    domainRef: entity.domainRef,
    productRef: entity.productRef,
    source: job.source,
    namespace: job.namespace,
    assessment: job.assessment,
    current: current?.row,
    schedule: schedule && scheduleOf(schedule),
    definition: shownDefinition(entity),
    definitionProblem: definition.problem,
    stale: job.stale,
  };
}
