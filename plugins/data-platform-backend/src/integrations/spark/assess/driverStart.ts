import { PodEvidence } from '@millrace/backstage-plugin-data-platform-node';
import {
  firstPullFailure,
  isBeingMade,
  mountFailed,
  waitingProblem,
} from '../../pods/containerWaiting';
import { plain } from '../../values/plain';
import { containerOf } from '../model/podEnd';
import { SparkAttempt } from '../model/sparkAttempt';
import {
  eventEvidence,
  unschedulableEvidence,
  waitingEvidence,
} from '../../pods/podEvidence';
import { objectEvidence } from './evidence';
import { IMAGE_REASONS, waitsForImage } from '../../pods/imagePull';
import { sparkImageProblem, sparkSchedulingProblem } from './sparkPods';
import { Verdict } from '../../verdicts/verdict';

/** A node may still come, by other work ending or by an autoscaler; after this a person should know. */
const NO_NODE_MS = 60_000;
/** Making a container takes seconds; minutes mean that something it mounts is missing. */
const SLOW_START_MS = 120_000;
const SUBMIT_MS = 60_000;

/** From the submission until the driver's container runs. */
export function judgeDriverStart(attempt: SparkAttempt): Verdict {
  const { driver } = attempt;
  if (!driver) {
    return judgeWithoutPod(attempt);
  }
  const container = containerOf(driver, 'driver');
  if (container && waitsForImage(container)) {
    const problem = sparkImageProblem(attempt, driver, container, 'driver');
    return {
      health: problem.final ? 'failed' : 'degraded',
      reason: problem.reason,
      message: `The driver cannot start: ${problem.clause}.`,
      nextStep: problem.nextStep,
      since: firstPullFailure(attempt.events, driver),
      sameCause: IMAGE_REASONS,
      evidence: [
        waitingEvidence(driver, container.waiting!),
        ...podEvents(attempt, driver),
        objectEvidence(attempt),
      ],
    };
  }
  return (
    judgeNoNode(attempt, driver) ??
    judgeWaiting(attempt, driver) ?? {
      health: 'progressing',
      reason: 'DriverStarting',
      message: 'The driver pod has a node, and its container is being started.',
      since: driver.createdAt,
      evidence: [objectEvidence(attempt)],
    }
  );
}

function judgeWithoutPod(attempt: SparkAttempt): Verdict {
  const since = attempt.submittedAt ?? attempt.createdAt;
  const vouched = attempt.ctx.complete?.includes('pods') ?? false;
  if (vouched && attempt.now - since > SUBMIT_MS) {
    return {
      health: 'degraded',
      reason: 'DriverMissing',
      message: 'Submitted, but there is no driver pod.',
      nextStep:
        'Ask the platform team whether the Spark operator is running, or run it again.',
      since,
      evidence: [objectEvidence(attempt), ...eventEvidence(attempt.events)],
    };
  }
  return {
    health: 'progressing',
    reason: 'Submitted',
    message: 'Submitted, and waiting for the driver pod.',
    since,
    evidence: [objectEvidence(attempt)],
  };
}

function judgeNoNode(
  attempt: SparkAttempt,
  driver: PodEvidence,
): Verdict | undefined {
  if (driver.node || driver.phase !== 'Pending') {
    return undefined;
  }
  if (!driver.unschedulable) {
    const waited = attempt.now - driver.createdAt;
    return {
      health: waited > SLOW_START_MS ? 'degraded' : 'progressing',
      reason: 'DriverPending',
      message:
        'The driver pod waits for a node; the scheduler gives no reason.',
      ...(waited > SLOW_START_MS && {
        nextStep: 'Ask the platform team whether the scheduler is running.',
      }),
      since: driver.createdAt,
      evidence: [unschedulableEvidence(driver), objectEvidence(attempt)],
    };
  }
  const problem = sparkSchedulingProblem(
    driver,
    'driver',
    attempt.size.driver,
    attempt.operator.settings,
  );
  const since = driver.unschedulable.since;
  return {
    health: attempt.now - since > NO_NODE_MS ? 'degraded' : 'progressing',
    reason: 'DriverUnschedulable',
    message: `The driver waits for a node: ${problem.clause}.`,
    nextStep: problem.nextStep,
    since,
    evidence: [
      unschedulableEvidence(driver),
      ...podEvents(attempt, driver),
      objectEvidence(attempt),
    ],
  };
}

function judgeWaiting(
  attempt: SparkAttempt,
  driver: PodEvidence,
): Verdict | undefined {
  const waiting = containerOf(driver, 'driver')?.waiting;
  if (!waiting) {
    return undefined;
  }
  const evidence = [
    waitingEvidence(driver, waiting),
    ...podEvents(attempt, driver),
    objectEvidence(attempt),
  ];
  const problem = waitingProblem(waiting, {
    environment: attempt.operator.settings.driver.environment,
    content: 'Spark',
  });
  if (problem) {
    return {
      health: 'failed',
      reason: problem.reason,
      message: `The driver cannot start: ${problem.clause}.`,
      nextStep: problem.nextStep,
      evidence,
    };
  }
  if (!isBeingMade({ waiting })) {
    return {
      health: 'degraded',
      reason: 'DriverWaiting',
      message: `The driver does not start: its container waits (${plain(
        waiting.reason,
        60,
      )}).`,
      nextStep: 'See the events of the driver pod.',
      evidence,
    };
  }
  if (attempt.now - driver.createdAt <= SLOW_START_MS) {
    return undefined;
  }
  const mount = mountFailed(attempt.events, driver);
  return {
    health: 'degraded',
    reason: mount ? 'VolumeNotMounted' : 'DriverStartSlow',
    message: mount
      ? 'The driver cannot start: a volume that it mounts is not available.'
      : 'The driver has a node, but its container takes unusually long to be made.',
    nextStep: mount
      ? 'Check that the Secrets, ConfigMaps and claims it mounts exist in the namespace.'
      : 'See the events of the driver pod; a large image takes its time.',
    since: driver.createdAt,
    evidence,
  };
}

function podEvents(attempt: SparkAttempt, pod: PodEvidence) {
  return eventEvidence(attempt.events, event => event.involved.uid === pod.uid);
}
