import {
  Assessment,
  Evidence,
  severity,
  Staleness,
} from '@millrace/backstage-plugin-data-platform-common';
import { JobDefinition } from './jobDefinition';
import { JobRun } from './JobRun';
import { runVerdict } from './runVerdict';
import { ago, clock } from './timeWords';
import { withOperator } from './withOperator';

/** All that a job's verdict is made of. */
export interface JobState {
  title: string;
  definition: JobDefinition;
  /** Newest first; live ones with their verdict of now. */
  runs: readonly JobRun[];
  /** Verdict on the live schedule, if there is one. */
  schedule?: Assessment;
  /** Where it would run; undefined while no cluster is known for its domain. */
  source?: string;
  domainRef?: string;
  stale?: Staleness;
  /** Why earlier runs are not among `runs`, if so. */
  historyProblem?: string;
  /** That the operator which starts its runs is down, as a clause. */
  operatorTrouble?: string;
  warming: boolean;
  now: number;
}

/**
 * The verdict on a job. It is about now: what its latest run says, what its schedule says, and whether its definition
 * could run at all; the worst of them speaks, the others stand in the evidence.
 */
export function jobVerdict(job: JobState): Assessment {
  const verdict = withOperator(combine(job), job.operatorTrouble);
  return job.stale ? asOf(verdict, job.stale, job.now) : verdict;
}

function combine(job: JobState): Assessment {
  const latest = latestVerdict(job);
  const broken = definitionVerdict(job);
  const voices = [broken, latest, job.schedule].filter(
    (voice): voice is Assessment => voice !== undefined,
  );
  if (voices.length === 0) return neverRun(job);
  // A schedule that merely waits for its first time is a better answer than "has never run".
  const [loudest, ...others] = [...voices].sort(
    (a, b) => severity(b.health) - severity(a.health),
  );
  const running = latest?.health === 'progressing' && loudest === broken;
  return {
    ...loudest,
    ...(latest?.outcome && { outcome: latest.outcome }),
    ...(running && {
      health: 'degraded' as const,
      message: `A run is under way, but the next one cannot start. ${loudest.message}`,
    }),
    evidence: [
      ...loudest.evidence,
      ...others.flatMap(other => asEvidence(other, other === job.schedule)),
      ...historyEvidence(job),
    ],
  };
}

/** What the latest run that says something says. */
function latestVerdict(job: JobState): Assessment | undefined {
  const [latest, ...earlier] = job.runs;
  if (!latest) return undefined;
  const told = runVerdict(latest);
  if (latest.outcome === 'cancelled') {
    return afterCancelled(job, latest, earlier, told);
  }
  if (told.health !== 'progressing') return told;
  const before = earlier.find(
    run => run.outcome === 'succeeded' || run.outcome === 'failed',
  );
  if (before?.outcome !== 'failed') return told;
  return {
    ...told,
    message: `${told.message} The previous run failed.`,
    evidence: [...told.evidence, evidenceOf(before)],
  };
}

/** A run that somebody stopped says nothing about the job: the one before does. */
function afterCancelled(
  job: JobState,
  latest: JobRun,
  earlier: readonly JobRun[],
  told: Assessment,
): Assessment {
  const telling = earlier.find(run => run.outcome !== 'cancelled');
  const stopped = `The latest run was stopped${spaced(
    ago(latest.finishedAt, job.now),
  )}`;
  if (!telling) {
    return {
      ...told,
      health: 'unknown',
      outcome: 'cancelled',
      reason: 'NeverFinished',
      message: `${stopped}; no run has finished yet.`,
      nextStep: 'Press Run now.',
    };
  }
  const base = runVerdict(telling);
  return {
    ...base,
    message: `${stopped}; the one before: ${base.message}`,
    evidence: [...base.evidence, evidenceOf(latest)],
  };
}

function definitionVerdict(job: JobState): Assessment | undefined {
  const { problem, nextStep } = job.definition;
  if (!problem) return undefined;
  return {
    health: 'failed',
    reason: 'CannotRun',
    message: `${job.title} cannot run. ${problem}`,
    ...(nextStep && { nextStep }),
    evidence: [{ kind: 'object', subject: 'spec.manifest', message: problem }],
    remedies: nextStep ? [{ text: nextStep }] : [],
  };
}

function neverRun(job: JobState): Assessment {
  if (job.warming) {
    return {
      health: 'unknown',
      reason: 'Warming',
      message: 'The clusters are still being read.',
      evidence: [],
      remedies: [],
    };
  }
  if (job.historyProblem) {
    return {
      health: 'unknown',
      reason: 'HistoryUnreadable',
      message: `Whether ${job.title} has run is not known: nothing of it is live. ${job.historyProblem}`,
      nextStep: 'Ask the portal team to look at its database.',
      evidence: historyEvidence(job),
      remedies: [],
    };
  }
  if (!job.source) {
    const domain = job.domainRef ?? 'its domain';
    const nextStep = job.domainRef
      ? `Create the domain from its template, or label its namespace with millrace.dev/domain.`
      : 'Set spec.system to a data product that belongs to a domain.';
    return {
      health: 'unknown',
      reason: 'NoPlace',
      message: `${job.title} has never run: no namespace of ${domain} is known on any cluster.`,
      nextStep,
      evidence: [],
      remedies: [{ text: nextStep }],
    };
  }
  return {
    health: 'unknown',
    reason: 'NeverRun',
    message: `${job.title} has never run.`,
    nextStep: 'Press Run now.',
    evidence: [],
    remedies: [{ text: 'Press Run now.', operation: 'spark-job:run' }],
  };
}

function historyEvidence({ historyProblem }: JobState): Evidence[] {
  return historyProblem
    ? [{ kind: 'history', subject: 'earlier runs', message: historyProblem }]
    : [];
}

function asOf(verdict: Assessment, stale: Staleness, now: number): Assessment {
  return {
    ...verdict,
    message: `Showing the state of ${clock(stale.since, now)}: ${unstopped(
      stale.message,
    )}. ${verdict.message}`,
    evidence: [
      {
        kind: 'source',
        subject: 'cluster',
        message: stale.message,
        at: stale.since,
      },
      ...verdict.evidence,
    ],
  };
}

function asEvidence(verdict: Assessment, schedule: boolean): Evidence[] {
  if (verdict.health === 'healthy' && schedule) return [];
  return [
    {
      kind: 'object',
      subject: schedule ? 'schedule' : 'latest run',
      reason: verdict.reason,
      message: verdict.message,
      ...(verdict.since && { at: verdict.since }),
    },
    ...verdict.evidence,
  ];
}

function evidenceOf(run: JobRun): Evidence {
  return {
    kind: run.live ? 'object' : 'history',
    subject: `run ${run.name}`,
    reason: run.assessment.reason,
    message: run.assessment.message,
    ...(run.finishedAt && { at: run.finishedAt }),
  };
}

function spaced(text: string | undefined): string {
  return text ? ` ${text}` : '';
}

function unstopped(sentence: string): string {
  return sentence.replace(/\.\s*$/, '');
}
