import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import { JobRun } from './jobVerdict';
import { ago, lasting } from './timeWords';

/** The verdict on one run as it bears on its job now: live, or from the history when its object is gone. */
export function runVerdict(run: JobRun, now: number): Assessment {
  if (run.live) {
    return run.full ?? { ...run.assessment, evidence: [], remedies: [] };
  }
  const evidence = [
    {
      kind: 'history' as const,
      subject: `run ${run.name}`,
      reason: run.assessment.reason,
      message: run.assessment.message,
      ...(run.finishedAt && { at: run.finishedAt }),
    },
  ];
  const kept = { evidence, remedies: [], ...since(run) };
  switch (run.outcome) {
    case 'succeeded':
      return {
        health: 'healthy',
        outcome: 'succeeded',
        reason: 'Succeeded',
        message: `Succeeded${when(run, now)}${took(run)}; the object has expired on the cluster, this is from the portal's history.`,
        ...kept,
      };
    case 'failed':
      return {
        ...run.assessment,
        ...kept,
        health: 'failed',
        outcome: 'failed',
      };
    case 'cancelled':
      return { ...run.assessment, ...kept, outcome: 'cancelled' };
    default:
      return {
        health: 'unknown',
        reason: 'EndUnknown',
        message: `The latest run, ${run.name}, is no longer on the cluster and how it ended is not known.`,
        nextStep: 'Press Run now to know.',
        ...kept,
      };
  }
}

function since(run: JobRun): { since?: string } {
  const at = run.finishedAt ?? run.assessment.since;
  return at ? { since: at } : {};
}

function when(run: JobRun, now: number): string {
  const text = ago(run.finishedAt, now);
  return text ? ` ${text}` : '';
}

function took(run: JobRun): string {
  return run.durationSeconds === undefined
    ? ''
    : ` in ${lasting(run.durationSeconds)}`;
}
