import { Executor } from '../model/executors';
import { plural } from '../../values/plain';
import { SparkAttempt } from '../model/sparkAttempt';
import { objectEvidence } from './evidence';
import { judgeExecutorFailures } from './executorFailures';
import { judgeMissingExecutors } from './missingExecutors';
import { at, Verdict } from '../../verdicts/verdict';

/** A driver that fails at its start does so in its first seconds: "running" is said after them, or with an executor. */
const STABLE_MS = 5_000;
/** Executors that are not there after this do not come by themselves. */
export const EXECUTORS_GRACE_MS = 60_000;

/** Counts of executors now. */
export interface ExecutorCounts {
  running: number;
  pending: readonly Executor[];
  completed: number;
  failed: number;
}

export function countExecutors(executors: readonly Executor[]): ExecutorCounts {
  const of = (phase: Executor['phase']) =>
    executors.filter(executor => executor.phase === phase);
  return {
    running: of('running').length,
    pending: of('pending'),
    completed: of('completed').length,
    failed: of('failed').length,
  };
}

/** The driver runs; what matters now are its executors. */
export function judgeRunning(attempt: SparkAttempt): Verdict {
  const { driver, now } = attempt;
  const startedAt =
    attempt.driverStartedAt ?? attempt.submittedAt ?? attempt.createdAt;
  const evidence = [
    objectEvidence(attempt),
    ...(driver
      ? [
          {
            kind: 'pod' as const,
            subject: `pod ${driver.name}`,
            message: 'The driver runs',
            ...at(attempt.driverStartedAt),
          },
        ]
      : []),
  ];
  if (driver?.deletingSince !== undefined) {
    return {
      health: 'degraded',
      reason: 'DriverBeingDeleted',
      message: 'The driver pod is being deleted, so this run is about to fail.',
      nextStep: 'Run it again when this run has ended.',
      since: driver.deletingSince,
      evidence,
    };
  }
  const vouched = attempt.ctx.complete?.includes('pods') ?? false;
  if (!driver && vouched && now - startedAt > EXECUTORS_GRACE_MS) {
    return {
      health: 'degraded',
      reason: 'DriverMissing',
      message:
        'The object says that this runs, but its driver pod is gone, and the operator has not recorded why.',
      nextStep: 'Ask the platform team whether the Spark operator is running.',
      evidence,
    };
  }
  const counts = countExecutors(attempt.executors);
  const trouble =
    judgeExecutorFailures(attempt, counts) ??
    judgeMissingExecutors(attempt, counts, startedAt);
  if (trouble) {
    return {
      ...trouble,
      evidence: [...(trouble.evidence ?? []), ...evidence],
    };
  }
  return {
    ...judgeWell(attempt, counts, startedAt),
    since: startedAt,
    evidence,
  };
}

function judgeWell(
  attempt: SparkAttempt,
  counts: ExecutorCounts,
  startedAt: number,
): Verdict {
  const { demand } = attempt.size;
  if (counts.running === 0 && attempt.now - startedAt < STABLE_MS) {
    return {
      health: 'progressing',
      reason: 'Starting',
      message: 'The driver has just started, and no executor runs yet.',
    };
  }
  if (demand.dynamic) {
    const range =
      demand.max === undefined
        ? `at least ${demand.min}`
        : `${demand.min} to ${demand.max}`;
    return {
      health: 'healthy',
      reason: 'Running',
      message: `Running with ${plural(
        counts.running,
        'executor',
      )} (dynamic, ${range}).`,
    };
  }
  const wanted = demand.initial;
  if (counts.running >= wanted) {
    return {
      health: 'healthy',
      reason: 'Running',
      message: `Running with ${counts.running} of ${plural(
        wanted,
        'executor',
      )}.`,
    };
  }
  if (counts.completed > 0 && counts.pending.length === 0) {
    const done = wanted === 1 ? 'its executor is' : 'the executors are';
    return {
      health: 'healthy',
      reason: 'Running',
      message:
        counts.running === 0
          ? `Running: ${done} done, and the driver is finishing its work.`
          : `Running with ${plural(
              counts.running,
              'executor',
            )}; the others are done.`,
    };
  }
  if (
    counts.running >= demand.min &&
    attempt.now - startedAt > EXECUTORS_GRACE_MS
  ) {
    return {
      health: 'healthy',
      reason: 'Running',
      message: `Running with ${counts.running} of ${plural(
        wanted,
        'executor',
      )}, which its definition tolerates (at least ${demand.min}).`,
    };
  }
  return {
    health: 'progressing',
    reason: 'ExecutorsStarting',
    message: `Running with ${counts.running} of ${plural(
      wanted,
      'executor',
    )}; ${startingWords(counts.running, wanted - counts.running)}.`,
  };
}

function startingWords(running: number, missing: number): string {
  if (missing === 1)
    return running === 0 ? 'it is starting' : 'the other is starting';
  return running === 0 ? 'they are starting' : 'the others are starting';
}
