import {
  ContainerEvidence,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { isBeingMade } from '../../pods/containerWaiting';
import { plain, plural } from '../../values/plain';
import { containerOf } from '../model/podEnd';
import { PodSize, SparkRole } from '../model/sparkSize';
import {
  endEvidence,
  eventEvidence,
  unschedulableEvidence,
  waitingEvidence,
} from '../../pods/podEvidence';
import { EXIT_HEAP, exitMeaning } from './exitCode';
import { IMAGE_REASONS, waitsForImage } from '../../pods/imagePull';
import {
  sparkImageProblem,
  sparkSchedulingProblem,
  SparkScene,
} from './sparkPods';
import { memoryAllowed } from './memoryRemedy';
import { Verdict } from '../../verdicts/verdict';

/** A node may still come; after this a person should know. */
const NO_NODE_MS = 60_000;
/** A server that is not ready after this will hardly become so. */
const NOT_READY_MS = 300_000;

/** A pod that is to run for as long as its service does. */
export interface ServicePod {
  scene: SparkScene;
  pod: PodEvidence;
  /** For sentences: `The Connect server`. */
  who: string;
  /** Short name for reasons: `Server`. */
  noun: string;
  role: SparkRole;
  /** Where the definition tells it. */
  size?: PodSize;
  now: number;
}

/** What keeps a pod of a service from serving; undefined when it serves. */
export function servicePodTrouble(service: ServicePod): Verdict | undefined {
  const { scene, pod, who, noun, role, now } = service;
  const container = containerOf(pod, role);
  const events = eventEvidence(
    scene.events,
    event => event.involved.uid === pod.uid,
  );
  if (container && waitsForImage(container)) {
    const problem = sparkImageProblem(scene, pod, container, role);
    return {
      health: problem.final ? 'failed' : 'degraded',
      reason: problem.reason,
      message: `${who} cannot start: ${problem.clause}.`,
      nextStep: problem.nextStep,
      sameCause: IMAGE_REASONS,
      evidence: [waitingEvidence(pod, container.waiting!), ...events],
    };
  }
  if (pod.unschedulable && !pod.node) {
    const problem = sparkSchedulingProblem(
      pod,
      role,
      service.size,
      scene.operator.settings,
    );
    const { since } = pod.unschedulable;
    return {
      health: now - since > NO_NODE_MS ? 'degraded' : 'progressing',
      reason: `${noun}Unschedulable`,
      message: `${who} waits for a node: ${problem.clause}.`,
      nextStep: problem.nextStep,
      since,
      evidence: [unschedulableEvidence(pod), ...events],
    };
  }
  const ended = endOf(service, container);
  if (ended) {
    return { ...ended, evidence: [...(ended.evidence ?? []), ...events] };
  }
  if (container?.waiting && !isBeingMade(container)) {
    return {
      health: 'failed',
      reason: `${noun}CannotRun`,
      message: `${who} cannot start: its container waits (${plain(
        container.waiting.reason,
        60,
      )}).`,
      nextStep: 'See the events of its pod.',
      evidence: [waitingEvidence(pod, container.waiting), ...events],
    };
  }
  if (container?.ready) {
    return undefined;
  }
  const waited = now - pod.createdAt;
  return {
    health: waited > NOT_READY_MS ? 'degraded' : 'progressing',
    reason: `${noun}Starting`,
    message: container?.running
      ? `${who} runs, and does not answer yet.`
      : `${who} is being started.`,
    ...(waited > NOT_READY_MS && {
      nextStep: 'Read its log: the cause stands there.',
    }),
    since: pod.createdAt,
    evidence: events,
  };
}

/** It has ended, or ends again and again. */
function endOf(
  { scene, pod, who, noun, role, size }: ServicePod,
  container: ContainerEvidence | undefined,
): Verdict | undefined {
  const looping = container?.waiting?.reason === 'CrashLoopBackOff';
  const end =
    container?.terminated ?? (looping ? container?.lastTerminated : undefined);
  if (!end && !looping) {
    return pod.phase === 'Failed'
      ? {
          health: 'failed',
          reason: `${noun}Failed`,
          message: `${who} has failed${
            pod.reason ? ` (${plain(pod.reason, 60)})` : ''
          }.`,
          nextStep: 'See the events of its pod.',
        }
      : undefined;
  }
  const times = container?.restarts ?? 0;
  const again =
    times > 0 ? `, and has been restarted ${plural(times, 'time')}` : '';
  const evidence = end ? [endEvidence(pod, end)] : [];
  const { settings } = scene.operator;
  if (end?.reason === 'OOMKilled' || end?.exitCode === EXIT_HEAP) {
    return {
      health: 'failed',
      reason: `${noun}OutOfMemory`,
      message: `${who} was killed for memory${again}${
        size
          ? `: it needed more than the ${memoryAllowed(
              pod,
              role,
              size,
            )} it may use`
          : ''
      }.`,
      nextStep: `Raise \`${settings[role].memory}\`${
        size ? ` (now ${plain(size.memoryText, 20)})` : ''
      }.`,
      since: end.finishedAt,
      evidence,
    };
  }
  return {
    health: 'failed',
    reason: `${noun}Failed`,
    message: end
      ? `${who} ${exitMeaning(end.exitCode, settings).words}${again}.`
      : `${who} ends again and again.`,
    nextStep: 'Read the end of its log: the cause stands there.',
    since: end?.finishedAt,
    evidence,
  };
}
