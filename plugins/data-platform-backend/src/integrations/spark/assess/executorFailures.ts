import { plural } from '../../values/plain';
import { SparkAttempt } from '../model/sparkAttempt';
import { endEvidence, eventEvidence } from '../../pods/podEvidence';
import { exitMeaning } from './exitCode';
import { memoryAllowed, raiseMemory } from './memoryRemedy';
import { executorsOutOfMemory, outOfMemoryEvidence } from './outOfMemory';
import type { ExecutorCounts } from './running';
import { Verdict } from '../../verdicts/verdict';

/** Failures count for this long; an executor that was replaced an hour ago is no news. */
const RECENT_MS = 600_000;
/** Spark replaces a lost executor by itself; as many as this within that time is a loop. */
const LOOP = 3;

/** Executors that fail while the driver goes on. Spark replaces them without end, so the object stays RUNNING. */
export function judgeExecutorFailures(
  attempt: SparkAttempt,
  counts: ExecutorCounts,
): Verdict | undefined {
  const recent = ({ endedAt }: { endedAt?: number }) =>
    endedAt === undefined || attempt.now - endedAt <= RECENT_MS;
  const killed = executorsOutOfMemory(attempt).filter(recent);
  const size = attempt.size.executor;
  const { settings } = attempt.operator;
  if (killed.length > 0) {
    const allowed = memoryAllowed(killed[0].pod, 'executor', size);
    return {
      health: 'degraded',
      reason: 'ExecutorsOutOfMemory',
      message: `Running with ${plural(
        counts.running,
        'executor',
      )}, but ${plural(
        killed.length,
        'executor',
      )} needed more than ${allowed} of memory and ${
        killed.length === 1 ? 'was' : 'were'
      } killed (OOMKilled).`,
      nextStep: raiseMemory(settings.executor, size),
      since: firstEnd(killed),
      evidence: [
        ...outOfMemoryEvidence(killed),
        ...eventEvidence(attempt.events),
      ],
    };
  }
  const failed = attempt.executors.filter(
    executor => executor.phase === 'failed' && recent(executor),
  );
  if (failed.length < LOOP) {
    return undefined;
  }
  const known = failed.find(executor => executor.exitCode !== undefined);
  const how = known
    ? `; the last known one ${exitMeaning(known.exitCode!, settings).words}`
    : '';
  return {
    health: 'degraded',
    reason: 'ExecutorsFailing',
    message: `Running with ${plural(
      counts.running,
      'executor',
    )}, but executors fail again and again: ${failed.length} so far${how}.`,
    nextStep:
      'Read the log of an executor that failed, and set `spark.executor.maxNumFailures` so that the job ends instead of trying for ever.',
    since: firstEnd(failed),
    evidence: [
      ...failed.slice(0, 5).flatMap(executor => {
        const end = executor.pod?.containers.find(
          container => container.terminated,
        )?.terminated;
        return executor.pod && end ? [endEvidence(executor.pod, end)] : [];
      }),
      ...eventEvidence(attempt.events),
    ],
  };
}

function firstEnd(
  executors: readonly { endedAt?: number }[],
): number | undefined {
  const times = executors
    .map(executor => executor.endedAt)
    .filter((time): time is number => time !== undefined);
  return times.length > 0 ? Math.min(...times) : undefined;
}
