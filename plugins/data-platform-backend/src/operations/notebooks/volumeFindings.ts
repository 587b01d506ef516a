import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { claimEvidence } from '../../sources/evidence/claimEvidence';
import { ClusterRefusal } from '../ClusterRefusal';
import { PlanContext } from '../definition';
import { errorAt } from '../findings';
import { PlannedVolume } from './NotebookPlan';

/** Where the server will live. */
export interface ServerPlace {
  source: string;
  namespace: string;
  domainRef: string;
}

/** What stands against mounting these volumes, read as the person. */
export async function volumeFindings(
  volumes: readonly PlannedVolume[],
  place: ServerPlace,
  context: PlanContext,
): Promise<Finding[]> {
  const found = await Promise.all(
    volumes.map(volume => oneVolume(volume, place, context)),
  );
  return found.flat();
}

async function oneVolume(
  volume: PlannedVolume,
  place: ServerPlace,
  context: PlanContext,
): Promise<Finding[]> {
  const { claim, create, field, role } = volume;
  const at = role === 'home' || create ? field : `${field}.claim`;
  let live: unknown;
  try {
    live = await readClaim(claim, place, context);
  } catch (error) {
    if (!(error instanceof ClusterRefusal)) throw error;
    return error.findings().map(finding => ({ ...finding, field: at }));
  }
  if (create) {
    return live
      ? [
          errorAt(
            at,
            `There is a volume ${claim} in namespace ${place.namespace} already.`,
            'Choose it as an existing volume, or choose another name.',
          ),
        ]
      : [];
  }
  const known = claimEvidence(live);
  if (!known) {
    return [
      errorAt(
        at,
        `Namespace ${place.namespace} of ${place.domainRef} has no volume ${claim}; volumes of other domains cannot be mounted.`,
        'Choose one from the list, or make a new one.',
      ),
    ];
  }
  if (known.deletingSince !== undefined) {
    return [errorAt(at, `Volume ${claim} is being deleted.`)];
  }
  return usedByOthers(known.accessModes, claim, at, place, context);
}

/** Who else has a volume that not everybody may mount at once. */
function usedByOthers(
  accessModes: readonly string[],
  claim: string,
  at: string,
  { source, namespace }: ServerPlace,
  { services }: PlanContext,
): Finding[] {
  if (accessModes.some(mode => mode.endsWith('Many'))) return [];
  const users = services.index.claimUsers(source, namespace, claim);
  const running = users.filter(
    ({ workbench }) => workbench && workbench.state !== 'stopped',
  );
  const names = (some: typeof users) =>
    some.map(({ row }) => row.name).join(', ');
  if (running.length > 0) {
    return [inUse(accessModes, claim, at, names(running))];
  }
  return users.length > 0
    ? [
        {
          level: 'warning',
          field: at,
          message: `Volume ${claim} belongs to ${names(
            users,
          )} as well, which is stopped: on two nodes they cannot run at once.`,
        },
      ]
    : [];
}

/** ReadWriteOncePod is held by a pod, ReadWriteOnce by a node: whether both land on the same one is the scheduler's. */
function inUse(
  accessModes: readonly string[],
  claim: string,
  at: string,
  names: string,
): Finding {
  return accessModes.includes('ReadWriteOncePod')
    ? errorAt(
        at,
        `Volume ${claim} can be mounted by one server at a time, and ${names} has it.`,
        'Stop that one first, or choose another volume.',
      )
    : {
        level: 'warning',
        field: at,
        message: `Volume ${claim} can be mounted on one node at a time, and ${names} has it: on another node this server will not start.`,
        remedy: 'Stop that one first, or choose another volume.',
      };
}

function readClaim(
  name: string,
  { source, namespace }: ServerPlace,
  { writerFor, signal }: PlanContext,
) {
  return writerFor(source).read(
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name },
    { identity: 'user', signal },
  );
}
