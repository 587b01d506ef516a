import { durationOf, endedAt, SparkAttempt } from '../model/sparkAttempt';
import { formatDuration, plural } from '../../values/plain';
import { mayRetry } from '../model/restartPolicy';
import { driverFailure, Failure } from './driverEnd';
import { endEvidence } from '../../pods/podEvidence';
import { objectEvidence } from './evidence';
import { memoryAllowed, raiseMemory } from './memoryRemedy';
import { executorsOutOfMemory, outOfMemoryEvidence } from './outOfMemory';
import { Verdict } from '../../verdicts/verdict';

/** The operator records an end within seconds; after this it has stopped watching. */
const RECORD_MS = 30_000;

/** The driver ended with success. Executors lost on the way are told: next time they may cost the run. */
export function judgeSuccess(attempt: SparkAttempt): Verdict {
  const duration = durationOf(attempt);
  const took = duration === undefined ? '' : ` in ${formatDuration(duration)}`;
  const base = {
    health: 'healthy' as const,
    outcome: 'succeeded' as const,
    reason: 'Succeeded',
    since: endedAt(attempt),
  };
  const evidence = [objectEvidence(attempt), ...endOfDriver(attempt)];
  const killed = executorsOutOfMemory(attempt);
  const { executor, demand } = attempt.size;
  const { settings } = attempt.operator;
  if (killed.length > 0) {
    return {
      ...base,
      message: `Succeeded${took}, although ${plural(
        killed.length,
        'executor',
      )} went over ${memoryAllowed(
        killed[0].pod,
        'executor',
        executor,
      )} of memory and ${
        killed.length === 1 ? 'was' : 'were'
      } killed on the way (OOMKilled).`,
      nextStep: raiseMemory(settings.executor, executor),
      evidence: [...outOfMemoryEvidence(killed), ...evidence],
    };
  }
  if (
    attempt.operator.recordsExecutors &&
    !demand.dynamic &&
    attempt.executors.length === 0
  ) {
    return {
      ...base,
      message: `Succeeded${took}, without any executor on record.`,
      evidence,
    };
  }
  return { ...base, message: `Succeeded${took}.`, evidence };
}

/** The driver's container has ended, and the object does not say so yet: the pod outranks it. */
export function judgeUnrecordedEnd(attempt: SparkAttempt): Verdict {
  const end = attempt.driverEnd;
  const late =
    end?.finishedAt !== undefined && attempt.now - end.finishedAt > RECORD_MS;
  const { trouble } = attempt.ctx.operator ?? {};
  const unrecorded = trouble
    ? `; its end is not recorded, for ${trouble}.`
    : '; the operator has not recorded it.';
  if (end ? end.exitCode === 0 : attempt.driver?.phase === 'Succeeded') {
    const success = judgeSuccess(attempt);
    return {
      ...success,
      reason: late ? 'SucceededUnrecorded' : 'Succeeded',
      message: late
        ? success.message.replace(/\.$/, unrecorded)
        : success.message,
      ...(late && {
        nextStep: trouble
          ? 'Ask the platform team to bring the operator back; the run itself is done.'
          : 'Ask the platform team whether the Spark operator is running.',
      }),
    };
  }
  const failure = judgeFailure(attempt);
  return {
    ...failure,
    message: late
      ? failure.message.replace(/\.$/, unrecorded)
      : failure.message,
  };
}

/**
 * The run failed: with attempts left the operator tries again, else that was it.
 * @param failure - why; without it what the driver tells
 */
export function judgeFailure(
  attempt: SparkAttempt,
  failure: Failure = driverFailure(attempt),
): Verdict {
  const { executions = 1, restart, over } = attempt;
  const final = over || !mayRetry(executions, restart.maxExecutions);
  if (!final) {
    const again = attempt.ctx.operator?.trouble
      ? 'nobody tries again yet'
      : 'the operator will try again';
    return {
      ...failure,
      health: 'degraded',
      message: `${attemptOf(attempt)} failed, and ${again}: ${lowerFirst(
        failure.message,
      )}`,
    };
  }
  return {
    ...failure,
    health: 'failed',
    outcome: 'failed',
    message:
      executions > 1
        ? `${failure.message.replace(
            /\.$/,
            '',
          )}; that was attempt ${executions}${ofMax(attempt)}.`
        : failure.message,
  };
}

/** `Attempt 1 of 2`. A resume counts as an attempt too, so the number may go beyond. */
export function attemptOf(attempt: SparkAttempt): string {
  return `Attempt ${attempt.executions ?? 1}${ofMax(attempt)}`;
}

function ofMax({ restart, executions = 1 }: SparkAttempt): string {
  return restart.maxExecutions !== undefined &&
    executions <= restart.maxExecutions &&
    restart.maxExecutions > 1
    ? ` of ${restart.maxExecutions}`
    : '';
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function endOfDriver(attempt: SparkAttempt) {
  const pod = attempt.driver ?? attempt.goneDriver;
  return pod && attempt.driverEnd ? [endEvidence(pod, attempt.driverEnd)] : [];
}
