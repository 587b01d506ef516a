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
  const state =
    row.nature === 'run' ? stateOfRun(row, series) : stateOfSchedule(row);
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

function topicOf({ nature }: PlatformResource, series?: string): string {
  if (nature !== 'run') return 'schedule';
  return series ? `series ${series}` : 'run';
}

/** A run of a back-fill that succeeds says nothing about the next run of the job. */
function stateOfRun(
  { assessment }: PlatformResource,
  series: string | undefined,
): Notice['state'] | undefined {
  if (assessment.outcome === 'failed') return 'trouble';
  return assessment.outcome === 'succeeded' && !series
    ? 'recovered'
    : undefined;
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
