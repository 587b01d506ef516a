import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { Notice } from './Notice';

/** Verdicts on a schedule that only repeat what its runs say of themselves. */
const SAID_BY_RUNS: ReadonlySet<string> = new Set([
  'LastRunFailed',
  'CurrentRunInTrouble',
]);

/**
 * What a verdict means for the owner of the job, if anything. Nobody is told of what belongs to no job for certain, of
 * what may no longer be true, and of what a newer run has overtaken.
 */
export function noticeOf(
  row: PlatformResource,
  runId?: string,
  series?: string,
): Notice | undefined {
  const { entityRef, claim, stale, superseded, assessment } = row;
  if (!entityRef || claim !== 'verified' || stale || superseded) {
    return undefined;
  }
  const state = stateOf(row, series);
  return (
    state && {
      entityRef,
      topic: topicOf(row, series),
      state,
      cause: assessment.reason,
      row,
      ...(runId && { runId }),
    }
  );
}

/** What a verdict means by itself; undefined: nothing that an owner is told of. */
export function stateOf(
  row: PlatformResource,
  series?: string,
): Notice['state'] | undefined {
  switch (row.nature) {
    case 'run':
      return stateOfRun(row, series);
    case 'workbench':
      return stateOfServer(row);
    default:
      return stateOfSchedule(row);
  }
}

function topicOf({ nature }: PlatformResource, series?: string): string {
  if (nature === 'workbench') return 'server';
  if (nature !== 'run') return 'schedule';
  return series ? `series ${series}` : 'run';
}

/** A run that cannot start, for an image that does not exist say: no operator ever says that it failed. */
export function cannotStart({ nature, assessment }: PlatformResource): boolean {
  const { health, outcome } = assessment;
  return nature === 'run' && health === 'failed' && outcome === undefined;
}

/** A run of a back-fill that succeeds says nothing about the next run of the job. */
function stateOfRun(
  row: PlatformResource,
  series: string | undefined,
): Notice['state'] | undefined {
  const { outcome } = row.assessment;
  if (outcome === 'failed' || cannotStart(row)) return 'trouble';
  return outcome === 'succeeded' && !series ? 'recovered' : undefined;
}

function stateOfSchedule({
  nature,
  assessment,
}: PlatformResource): Notice['state'] | undefined {
  if (nature !== 'schedule') return undefined;
  const { health, reason } = assessment;
  if (health === 'failed' || health === 'degraded') {
    return SAID_BY_RUNS.has(reason) ? 'recovered' : 'trouble';
  }
  return health === 'healthy' ? 'recovered' : undefined;
}

/** A notebook server that does not start or crashes; one that somebody stops is neither trouble nor its end. */
function stateOfServer({
  assessment,
}: PlatformResource): Notice['state'] | undefined {
  if (assessment.health === 'failed') return 'trouble';
  return assessment.health === 'healthy' ? 'recovered' : undefined;
}
