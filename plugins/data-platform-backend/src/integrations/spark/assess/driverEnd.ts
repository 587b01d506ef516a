import { durationOf, endedAt, SparkAttempt } from '../model/sparkAttempt';
import { formatDuration, plain, plural } from '../../values/plain';
import { endEvidence, eventEvidence } from '../../pods/podEvidence';
import { objectEvidence } from './evidence';
import { EXIT_HEAP, exitMeaning } from './exitCode';
import { memoryAllowed, raiseMemory } from './memoryRemedy';
import { executorsOutOfMemory, outOfMemoryEvidence } from './outOfMemory';
import { at, Verdict } from '../../verdicts/verdict';

/** A failure of the driver, without saying yet whether that is the end of the run. */
export type Failure = Pick<
  Verdict,
  'reason' | 'message' | 'nextStep' | 'operation' | 'evidence' | 'since'
>;

/** Why the driver failed, from its pod; from the operator's sentence only when the pod is gone. */
export function driverFailure(attempt: SparkAttempt): Failure {
  const evidence = [
    objectEvidence(attempt),
    ...endsOfDriver(attempt),
    ...outOfMemoryEvidence(executorsOutOfMemory(attempt)),
    ...eventEvidence(attempt.events),
  ];
  return { since: endedAt(attempt), ...cause(attempt), evidence };
}

function cause(attempt: SparkAttempt): Omit<Failure, 'evidence'> {
  const evicted = podReason(attempt);
  if (evicted) {
    return evicted;
  }
  const end = attempt.driverEnd ?? attempt.recordedEnd;
  if (!end || end.exitCode === 0) {
    return attempt.operator.unexplained(attempt);
  }
  const size = attempt.size.driver;
  const { settings } = attempt.operator;
  const duration = durationOf(attempt);
  const after =
    duration === undefined ? '' : ` after ${formatDuration(duration)}`;
  if (end.reason === 'OOMKilled') {
    const allowed = memoryAllowed(
      attempt.driver ?? attempt.goneDriver,
      'driver',
      size,
    );
    return {
      reason: 'DriverOutOfMemory',
      message: `The driver was killed for memory${after}: it needed more than the ${allowed} it may use (OOMKilled).`,
      nextStep: raiseMemory(settings.driver, size),
    };
  }
  if (end.exitCode === EXIT_HEAP) {
    return {
      reason: 'DriverOutOfMemory',
      message: `The driver ran out of heap${after}: \`${
        settings.driver.memory
      }\` is ${plain(size.memoryText, 20)} (exit code 52).`,
      nextStep: `Raise \`${settings.driver.memory}\` (now ${plain(
        size.memoryText,
        20,
      )}).`,
    };
  }
  const meaning = exitMeaning(end.exitCode, settings);
  const killed = executorsOutOfMemory(attempt);
  if (killed.length > 0) {
    const allowed = memoryAllowed(
      killed[0].pod,
      'executor',
      attempt.size.executor,
    );
    return {
      reason: 'ExecutorsOutOfMemory',
      message: `The driver ${meaning.words}${after}, and before that ${plural(
        killed.length,
        'executor',
      )} went over ${allowed} of memory and ${
        killed.length === 1 ? 'was' : 'were'
      } killed (OOMKilled).`,
      nextStep: raiseMemory(settings.executor, attempt.size.executor),
    };
  }
  return {
    reason: meaning.reason,
    message: `The driver ${meaning.words}${after}.`,
    nextStep: meaning.nextStep,
  };
}

function podReason(
  attempt: SparkAttempt,
): Omit<Failure, 'evidence'> | undefined {
  const pod = attempt.driver ?? attempt.goneDriver;
  const { driver } = attempt.operator.settings;
  switch (pod?.reason) {
    case 'Evicted':
      return {
        reason: 'DriverEvicted',
        message:
          'The driver was evicted: its node ran short of memory or disk.',
        nextStep: `Run it again; if it happens often, raise \`${driver.memoryOverhead}\` or ask the platform team for larger nodes.`,
      };
    case 'Preempting':
    case 'Preempted':
      return {
        reason: 'DriverPreempted',
        message: 'The driver had to make room for a pod of higher priority.',
        nextStep: `Run it again, or set \`${driver.priorityClass}\` to a higher class.`,
      };
    case 'NodeLost':
    case 'NodeShutdown':
    case 'Terminated':
    case 'Shutdown':
      return {
        reason: 'NodeLost',
        message: 'The driver was lost with its node.',
        nextStep: 'Run it again on another node.',
      };
    default:
      return undefined;
  }
}

function endsOfDriver(attempt: SparkAttempt) {
  const pod = attempt.driver ?? attempt.goneDriver;
  if (!pod) {
    return [];
  }
  const own = pod.reason
    ? [
        {
          kind: 'pod' as const,
          subject: `pod ${pod.name}`,
          reason: pod.reason,
          message: pod.message ?? pod.reason,
          ...at(attempt.driverEnd?.finishedAt),
        },
      ]
    : [];
  return attempt.driverEnd
    ? [...own, endEvidence(pod, attempt.driverEnd)]
    : own;
}
