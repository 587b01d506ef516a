import {
  Run,
  RunDetail,
  RunPage,
} from '@millrace/backstage-plugin-data-platform-common';
import { Ago, assessments } from './assessments';
import { podFixtures } from './podFixtures';
import { DEFINITION, LOG } from './texts';

const MINUTES = [12, 11, 13, 12, 10, 14, 12, 12, 19, 11, 12, 13, 12, 11, 15];

/** Thirty runs of one job, newest first, the newest one as asked. */
export function runFixtures(
  ago: Ago,
  newest: 'failed' | 'running' | 'succeeded' = 'failed',
): Run[] {
  const verdicts = assessments(ago);
  return Array.from({ length: 30 }, (_, index) => {
    const started = 16 + index * 60 * 24;
    const minutes = MINUTES[index % MINUTES.length];
    const outcome = outcomeOf(index, newest);
    const running = outcome === undefined;
    return {
      id: `run-${index}`,
      resourceId: index < 4 ? `res-${index}` : undefined,
      source: 'eu-1',
      namespace: 'sales',
      group: 'sparkoperator.k8s.io',
      kind: 'SparkApplication',
      name: `orders-daily-${1718 - index}`,
      uid: `uid-${index}`,
      attempt: `attempt-${index}`,
      entityRef: 'component:default/orders-daily',
      trigger: index % 7 === 0 ? 'person' : 'schedule',
      by: index % 7 === 0 ? 'user:default/ada' : undefined,
      submittedAt: ago(started + 1),
      startedAt: ago(started),
      finishedAt: running ? undefined : ago(started - minutes),
      durationSeconds: running ? undefined : minutes * 60 + index,
      outcome,
      assessment: assessmentOf(outcome, verdicts, index),
      facts: [
        {
          key: 'executors',
          label: 'Executors',
          value: running ? '2/3' : '3/3',
        },
        { key: 'attempts', label: 'Attempts', value: '1' },
      ],
      live: index < 4,
      expired: index >= 4,
    };
  });
}

function outcomeOf(index: number, newest: string): Run['outcome'] {
  if (index === 0) {
    return newest === 'running' ? undefined : (newest as Run['outcome']);
  }
  if (index === 8 || index === 21) {
    return 'failed';
  }
  return index === 14 ? 'cancelled' : 'succeeded';
}

function assessmentOf(
  outcome: Run['outcome'],
  verdicts: ReturnType<typeof assessments>,
  index: number,
): Run['assessment'] {
  switch (outcome) {
    case undefined:
      return verdicts.running;
    case 'failed':
      return index === 0 ? verdicts.oomKilled : verdicts.badImage;
    case 'cancelled':
      return {
        health: 'healthy',
        outcome: 'cancelled',
        reason: 'Stopped',
        message: 'Stopped by ada.',
      };
    default:
      return { ...verdicts.succeeded, message: 'Succeeded with 3 executors.' };
  }
}

/** A page of runs with its statistics. */
export function runPageFixture(runs: Run[]): RunPage {
  const finished = runs.filter(run => run.outcome);
  return {
    items: runs,
    stats: {
      finished: finished.length,
      succeeded: finished.filter(run => run.outcome === 'succeeded').length,
      p50Seconds: 725,
      p95Seconds: 1140,
    },
  };
}

/** One run with all that the history keeps. */
export function runDetailFixture(ago: Ago, run: Run): RunDetail {
  const verdicts = assessments(ago);
  return {
    ...run,
    assessment: { evidence: [], remedies: [], ...run.assessment },
    changes: [
      {
        at: ago(17),
        health: 'progressing',
        reason: 'Submitted',
        message: 'Submitted to the cluster.',
      },
      {
        at: ago(16),
        health: 'progressing',
        reason: 'Running',
        message: 'Running with 3 of 3 executors.',
      },
      { ...verdicts.oomKilled, at: ago(4) },
    ],
    definition: DEFINITION,
    definitionIsCurrent: run.id === 'run-0',
    logTail: run.outcome === 'failed' ? LOG : undefined,
    pods: podFixtures(ago),
    links: [],
  };
}
