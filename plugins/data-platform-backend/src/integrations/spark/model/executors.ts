import {
  AssessContext,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { LABEL_SPARK_ROLE } from '../names';
import { containerOf, endOf } from './podEnd';

export type ExecutorPhase =
  | 'pending'
  | 'running'
  | 'completed'
  | 'failed'
  /** Removed on purpose (scaled down, driver gone) or vanished: tells nothing bad. */
  | 'removed';

/** One executor of the current attempt, from its pod where there is one, else from the object. */
export interface Executor {
  name: string;
  phase: ExecutorPhase;
  pod?: PodEvidence;
  /** Killed for memory. */
  outOfMemory: boolean;
  exitCode?: number;
  /** When it ended, epoch ms. */
  endedAt?: number;
}

/** Container ends by these when somebody stops it: SIGTERM, as in scaling down. */
const STOPPED_BY_SIGNAL = 143;

/**
 * All executors that are known of the current attempt. The pod outranks what the object says of it.
 * @param recorded - pods and their states as the object has them
 */
export function executorsOf(
  recorded: readonly (readonly [string, unknown])[],
  ctx: AssessContext,
): readonly Executor[] {
  const byName = new Map<string, Executor>();
  for (const [name, state] of recorded) {
    byName.set(name, {
      name,
      phase: phaseOfState(state),
      outOfMemory: false,
    });
  }
  const podsVouchedFor = ctx.complete?.includes('pods') ?? false;
  if (podsVouchedFor) {
    for (const executor of byName.values()) {
      if (executor.phase === 'running' || executor.phase === 'pending') {
        executor.phase = 'removed';
      }
    }
  }
  const gone = (ctx.gonePods ?? []).map(pod => ({ pod, gone: true }));
  const here = ctx.pods.map(pod => ({ pod, gone: false }));
  for (const { pod, gone: isGone } of [...gone, ...here]) {
    if (pod.labels[LABEL_SPARK_ROLE] === 'executor') {
      byName.set(pod.name, fromPod(pod, isGone));
    }
  }
  return [...byName.values()];
}

function phaseOfState(state: unknown): ExecutorPhase {
  switch (state) {
    case 'PENDING':
      return 'pending';
    case 'RUNNING':
      return 'running';
    case 'COMPLETED':
      return 'completed';
    case 'FAILED':
      return 'failed';
    default:
      return 'removed';
  }
}

function fromPod(pod: PodEvidence, gone: boolean): Executor {
  const end = endOf(pod, 'executor');
  const executor: Executor = {
    name: pod.name,
    pod,
    phase: phaseOfPod(pod, gone),
    outOfMemory: end?.reason === 'OOMKilled',
  };
  if (end) {
    executor.exitCode = end.exitCode;
    executor.endedAt = end.finishedAt;
  }
  return executor;
}

function phaseOfPod(pod: PodEvidence, gone: boolean): ExecutorPhase {
  const end = endOf(pod, 'executor');
  if (end) {
    if (end.reason === 'OOMKilled') {
      return 'failed';
    }
    if (end.exitCode === 0) {
      return 'completed';
    }
    return end.exitCode === STOPPED_BY_SIGNAL || pod.deletingSince !== undefined
      ? 'removed'
      : 'failed';
  }
  if (pod.phase === 'Failed') {
    return 'failed';
  }
  if (pod.phase === 'Succeeded') {
    return 'completed';
  }
  if (gone || pod.deletingSince !== undefined) {
    return 'removed';
  }
  return containerOf(pod, 'executor')?.running || pod.phase === 'Running'
    ? 'running'
    : 'pending';
}
