import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import { JobRun } from './JobRun';

/** The verdict on one run as it bears on its job now: live, or from the history when its object is gone. */
export function runVerdict(run: JobRun): Assessment {
  if (run.live) {
    return run.full ?? { ...run.assessment, evidence: [], remedies: [] };
  }
  const { assessment, outcome, finishedAt } = run;
  const since = finishedAt ?? assessment.since;
  return {
    ...assessment,
    ...(outcome && { outcome }),
    ...(since && { since }),
    health: healthOf(run),
    evidence: [
      {
        kind: 'history',
        subject: `run ${run.name}`,
        reason: assessment.reason,
        message: assessment.message,
        ...(since && { at: since }),
      },
    ],
    remedies: [],
  };
}

/** How a run ended says how the job is; what it was seen in last, when nobody saw the end, does not. */
function healthOf({ outcome, assessment }: JobRun): Assessment['health'] {
  switch (outcome) {
    case 'succeeded':
      return 'healthy';
    case 'failed':
      return 'failed';
    case 'cancelled':
      return assessment.health;
    default:
      return 'unknown';
  }
}
