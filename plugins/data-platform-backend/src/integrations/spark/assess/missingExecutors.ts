import { Executor } from '../model/executors';
import { plural } from '../../values/plain';
import { containerOf } from '../model/podEnd';
import { SparkAttempt } from '../model/sparkAttempt';
import { unschedulableEvidence, waitingEvidence } from '../../pods/podEvidence';
import { IMAGE_REASONS, waitsForImage } from '../../pods/imagePull';
import { sparkImageProblem, sparkSchedulingProblem } from './sparkPods';
import type { ExecutorCounts } from './running';
import { shortfallOf } from '../../pods/shortfall';
import { Verdict } from '../../verdicts/verdict';

/** Executors come within seconds; what lacks after this does not come by itself. */
const GRACE_MS = 60_000;

/** The driver runs, and fewer executors than it wants do. */
export function judgeMissingExecutors(
  attempt: SparkAttempt,
  counts: ExecutorCounts,
  startedAt: number,
): Verdict | undefined {
  const { demand } = attempt.size;
  // Scaling down is no failure: only the lower bound is owed, which for a fixed number is that number.
  const wanted = demand.min;
  const { running } = counts;
  if (attempt.now - startedAt <= GRACE_MS || running >= wanted) {
    return undefined;
  }
  const stuck = counts.pending.filter(
    ({ pod }) => !pod || attempt.now - pod.createdAt > GRACE_MS,
  );
  const have =
    running === 0
      ? 'Running without executors'
      : `Running with ${running} of ${plural(wanted, 'executor')}`;
  const waiting = stuck.find(({ pod }) => pod);
  if (waiting) {
    return judgePending(attempt, waiting, have, stuck.length);
  }
  const present =
    running + counts.pending.length + counts.completed + counts.failed;
  const lacking = wanted - present;
  // Executors of a fixed number end with the job; one that is done is not a refused one.
  if (lacking <= 0 || (counts.completed > 0 && !demand.dynamic)) {
    return undefined;
  }
  return judgeRefused(attempt, have, lacking, startedAt);
}

/** The driver makes executors itself, so no controller writes an event: what refuses them is computed. */
function judgeRefused(
  attempt: SparkAttempt,
  have: string,
  lacking: number,
  startedAt: number,
): Verdict {
  const refusal = shortfallOf(
    'executor',
    attempt.size.executor,
    attempt.operator.settings.executor,
    attempt.ctx.quotas,
    attempt.ctx.limitRanges,
  );
  const evidence = attempt.driver
    ? [
        {
          kind: 'pod' as const,
          subject: `pod ${attempt.driver.name}`,
          message: `The driver runs, and ${plural(
            lacking,
            'executor',
          )} that it wants never appeared`,
        },
      ]
    : [];
  if (!refusal) {
    return {
      health: 'degraded',
      reason: 'ExecutorsMissing',
      message: `${have}: ${
        lacking === 1
          ? 'the missing one has'
          : `the ${lacking} missing ones have`
      } not appeared, and no quota or limit that is known here explains it.`,
      nextStep:
        "Read the driver's log for the refusal; the rights of its service account to make pods are the usual cause.",
      since: startedAt,
      sameCause: ['ExecutorsRefused'],
      evidence,
    };
  }
  return {
    health: 'degraded',
    reason: 'ExecutorsRefused',
    message: `${have}: ${refusal.clause}, so ${
      lacking === 1 ? 'the missing one is' : `the ${lacking} missing ones are`
    } probably refused.`,
    nextStep: refusal.nextStep,
    since: startedAt,
    sameCause: ['ExecutorsMissing'],
    evidence: [refusal.evidence, ...evidence],
  };
}

function judgePending(
  attempt: SparkAttempt,
  { pod }: Executor,
  have: string,
  count: number,
): Verdict {
  const them = count === 1 ? 'one waits' : `${count} wait`;
  const container = containerOf(pod, 'executor');
  if (pod && container && waitsForImage(container)) {
    const problem = sparkImageProblem(attempt, pod, container, 'executor');
    return {
      health: 'degraded',
      reason: problem.reason,
      message: `${have}: ${count === 1 ? 'one' : count} cannot start, because ${
        problem.clause
      }.`,
      nextStep: problem.nextStep,
      sameCause: IMAGE_REASONS,
      evidence: [waitingEvidence(pod, container.waiting!)],
    };
  }
  if (pod?.unschedulable) {
    const problem = sparkSchedulingProblem(
      pod,
      'executor',
      attempt.size.executor,
      attempt.operator.settings,
    );
    return {
      health: 'degraded',
      reason: 'ExecutorsUnschedulable',
      message: `${have}: ${them} for a node, because ${problem.clause}.`,
      nextStep: problem.nextStep,
      since: pod.unschedulable.since,
      evidence: [unschedulableEvidence(pod)],
    };
  }
  return {
    health: 'degraded',
    reason: 'ExecutorsPending',
    message: `${have}: ${them} to start.`,
    nextStep: 'See the events of the executor pods.',
    since: pod?.createdAt,
    evidence: pod
      ? [
          waitingEvidence(pod, {
            reason: container?.waiting?.reason ?? pod.phase,
            message: container?.waiting?.message,
          }),
        ]
      : [],
  };
}
