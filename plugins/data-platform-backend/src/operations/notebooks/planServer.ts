import {
  Finding,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { PlanContext } from '../definition';
import { namespaceLimits } from '../jobs/namespaceLimits';
import { liveQuery, readOrSay } from './clusterReads';
import { draftNotebook } from './draftNotebook';
import { draftWorkspace } from './draftWorkspace';
import { gpuFindings } from './gpuFindings';
import { NotebookInput } from './notebookInput';
import { PlannedVolume, ServerIdentity } from './NotebookPlan';
import { volumeCollisions } from './plannedVolumes';
import { roomFindings } from './roomFindings';
import { ServerDraft } from './ServerDraft';
import { storageClassFindings } from './storageClassFindings';
import { ServerPlace, volumeFindings } from './volumeFindings';

const COUNTS = {
  1: 'count/notebooks.kubeflow.org',
  2: 'count/workspaces.kubeflow.org',
} as const;

/** A server with its volumes, and everything that stands against it in its namespace. */
export async function planServer(
  input: NotebookInput,
  place: ServerPlace,
  identity: ServerIdentity,
  context: PlanContext,
): Promise<{
  object?: KubernetesManifest;
  volumes: readonly PlannedVolume[];
  findings: Finding[];
}> {
  const draft =
    input.generation === 1
      ? await draftNotebook(input, place, identity, context)
      : await draftWorkspace(input, place, identity, context);
  const { volumes, object } = draft;
  const findings = (
    await Promise.all([
      draft.findings,
      volumeCollisions(volumes, draft.shm),
      volumeFindings(volumes, place, context),
      classFindings(volumes, place, context),
      gpusOf(draft, place, context),
      roomOf(draft, COUNTS[input.generation], place, context),
    ])
  ).flat();
  return { object, volumes, findings };
}

async function classFindings(
  volumes: readonly PlannedVolume[],
  place: ServerPlace,
  context: PlanContext,
): Promise<Finding[]> {
  if (!volumes.some(({ create }) => create)) return [];
  const { live } = context.services.notebooks;
  const classes = await readOrSay(
    () => live.storageClasses(liveQuery(place, context)),
    'Storage classes',
    context.signal,
  );
  return [
    ...classes.findings,
    ...storageClassFindings(volumes, classes.value?.value),
  ];
}

/** Whether nodes offer the GPUs that a draft asks for. */
export async function gpusOf(
  { size, field }: Pick<ServerDraft, 'size' | 'field'>,
  { source }: { source: string },
  { services }: PlanContext,
): Promise<Finding[]> {
  if (!size?.gpu) return [];
  const gpus = await services.notebooks.gpus.of(source).catch(() => undefined);
  return gpuFindings(size.gpu, gpus, {
    key: field('gpu.key'),
    count: field('gpu.count'),
  });
}

async function roomOf(
  { size, volumes, field }: ServerDraft,
  count: string,
  { source, namespace }: ServerPlace,
  { services, signal }: PlanContext,
): Promise<Finding[]> {
  if (!size) return [];
  const cluster = services.clusters.get(source);
  const room = await namespaceLimits(cluster, namespace, signal);
  if (!room) {
    return [
      {
        level: 'info',
        message: `Quota and limits of namespace ${namespace} on cluster ${source} could not be read, so the size was not checked against them.`,
      },
    ];
  }
  const claims = volumes.flatMap(({ create, field: at }) =>
    create
      ? [
          {
            bytes: parseQuantity(create.size) ?? 0,
            storageClass: create.storageClass,
            field: at,
          },
        ]
      : [],
  );
  return roomFindings({ pod: size, claims, count, field }, room);
}
