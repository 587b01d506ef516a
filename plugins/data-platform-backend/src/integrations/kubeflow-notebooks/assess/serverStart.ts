import {
  ContainerEvidence,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { claimTrouble } from '../../pods/claimTrouble';
import {
  firstPullFailure,
  isBeingMade,
  mountFailed,
  waitingProblem,
} from '../../pods/containerWaiting';
import {
  IMAGE_REASONS,
  imageProblem,
  waitsForImage,
} from '../../pods/imagePull';
import { unschedulableEvidence, waitingEvidence } from '../../pods/podEvidence';
import { schedulingProblem } from '../../pods/unschedulable';
import { code, plain } from '../../values/plain';
import { NotebookServer } from '../model/server';
import { pullingSince } from './pulling';
import { objectEvidence, ServerVerdict, warnings } from './serverVerdict';

/** A node may still come, by other work ending or by an autoscaler; after this a person should know. */
const NO_NODE_MS = 60_000;
/** Making a container takes seconds, unless the image has to be pulled. */
const SLOW_START_MS = 120_000;
/** Images of notebook servers are several GB. */
const SLOW_PULL_MS = 15 * 60_000;

/** From the pod until its container runs; undefined once it does. */
export function judgeStart(
  server: NotebookServer,
  pod: PodEvidence,
): ServerVerdict | undefined {
  const { container } = server;
  const stuck = pod.containers.find(waitsForImage);
  if (stuck) {
    return judgeImage(server, pod, stuck);
  }
  if (!pod.node && container?.running === undefined) {
    return judgeNoNode(server, pod);
  }
  const waiting = pod.containers.find(
    each => each.waiting && !isBeingMade(each),
  );
  if (waiting?.waiting) {
    return judgeWaiting(server, pod, waiting, waiting.waiting);
  }
  return container?.running ? undefined : judgeBeingMade(server, pod);
}

function judgeImage(
  server: NotebookServer,
  pod: PodEvidence,
  container: ContainerEvidence,
): ServerVerdict {
  const { ask, settings, ctx } = server;
  const problem = imageProblem(
    {
      settings,
      image: ask.image,
      serviceAccount: ask.serviceAccount,
      events: ctx.events,
      previous: ctx.previous,
    },
    pod,
    container,
  );
  return {
    state: 'failed',
    health: problem.final ? 'failed' : 'degraded',
    reason: problem.reason,
    message: `The server cannot start: ${problem.clause}.`,
    nextStep: problem.nextStep,
    since: firstPullFailure(ctx.events, pod),
    sameCause: IMAGE_REASONS,
    evidence: [
      waitingEvidence(pod, container.waiting!),
      ...warnings(server),
      objectEvidence(server),
    ],
  };
}

/** The scheduler waits for volumes as well: the claim itself tells why it has none. */
function judgeNoNode(server: NotebookServer, pod: PodEvidence): ServerVerdict {
  const { ctx, ask, settings } = server;
  const { unschedulable } = pod;
  const claims = ask.volumes.map(({ claim }) => claim);
  const volume = claimTrouble(claims, ctx);
  const waited = ctx.now - (unschedulable?.since ?? pod.createdAt);
  const evidence = [
    unschedulableEvidence(pod),
    ...warnings(server),
    objectEvidence(server),
  ];
  if (volume && (unschedulable || volume.final)) {
    const health = failing(volume.final, waited);
    return {
      state: volume.final ? 'failed' : 'starting',
      health,
      reason: volume.reason,
      message: volume.final
        ? `The server cannot start: ${volume.clause}.`
        : `The server waits for a volume: ${volume.clause}.`,
      ...(health !== 'progressing' && { nextStep: volume.nextStep }),
      since: volume.since ?? unschedulable?.since ?? pod.createdAt,
      sameCause: ['ServerUnschedulable', 'VolumeUnbound', 'VolumeMissing'],
      evidence: [...volume.evidence, ...evidence],
    };
  }
  if (!unschedulable) {
    return {
      state: 'starting',
      health: waited > SLOW_START_MS ? 'degraded' : 'progressing',
      reason: 'ServerPending',
      message: 'The server waits for a node; the scheduler gives no reason.',
      ...(waited > SLOW_START_MS && {
        nextStep: 'Ask the platform team whether the scheduler runs.',
      }),
      since: pod.createdAt,
      evidence,
    };
  }
  const problem = schedulingProblem(
    pod,
    ask.cpu > 0 ? ask : undefined,
    settings,
    settings,
  );
  return {
    state: 'starting',
    health: waited > NO_NODE_MS ? 'degraded' : 'progressing',
    reason: 'ServerUnschedulable',
    message: `The server waits for a node: ${problem.clause}.`,
    nextStep: problem.nextStep,
    since: unschedulable.since,
    evidence,
  };
}

function failing(final: boolean, waited: number) {
  if (final) return 'failed';
  return waited > NO_NODE_MS ? 'degraded' : 'progressing';
}

function judgeWaiting(
  server: NotebookServer,
  pod: PodEvidence,
  container: ContainerEvidence,
  waiting: NonNullable<ContainerEvidence['waiting']>,
): ServerVerdict {
  const { settings } = server;
  const problem = waitingProblem(waiting, {
    environment: settings.environment,
    content: 'a notebook server',
  });
  const which =
    container === server.container
      ? ''
      : ` (container ${code(container.name)})`;
  return {
    state: 'failed',
    health: 'failed',
    reason: problem?.reason ?? 'ServerWaiting',
    message: problem
      ? `The server cannot start: ${problem.clause}${which}.`
      : `The server does not start: its container waits (${plain(
          waiting.reason,
          60,
        )})${which}.`,
    nextStep: problem?.nextStep ?? 'See the events of its pod.',
    evidence: [
      waitingEvidence(pod, waiting),
      ...warnings(server),
      objectEvidence(server),
    ],
  };
}

/** It has a node: the image is pulled, volumes are mounted, init containers run. */
function judgeBeingMade(
  server: NotebookServer,
  pod: PodEvidence,
): ServerVerdict {
  const { ctx } = server;
  const waited = ctx.now - pod.createdAt;
  const pulling = pullingSince(server, pod);
  const evidence = [...warnings(server), objectEvidence(server)];
  if (pulling !== undefined) {
    const slow = ctx.now - pulling > SLOW_PULL_MS;
    const image = server.container?.image ?? server.ask.image;
    return {
      state: 'starting',
      health: slow ? 'degraded' : 'progressing',
      reason: 'ImagePulling',
      message: `The server is starting: image ${code(
        image ?? 'unknown',
      )} is being pulled.`,
      ...(slow && {
        nextStep:
          'Ask the platform team whether the registry is slow; a smaller image starts sooner.',
      }),
      since: pulling,
      evidence,
    };
  }
  const base = { state: 'starting' as const, since: pod.createdAt, evidence };
  if (waited <= SLOW_START_MS) {
    return {
      ...base,
      health: 'progressing',
      reason: 'ServerStarting',
      message: 'The server has a node, and its container is being started.',
    };
  }
  const mount = mountFailed(ctx.events, pod);
  return {
    ...base,
    health: 'degraded',
    reason: mount ? 'VolumeNotMounted' : 'ServerStartSlow',
    message: mount
      ? 'The server cannot start: a volume that it mounts is not available.'
      : 'The server has a node, but its container takes unusually long to be made.',
    nextStep: mount
      ? 'Check that no other node holds the volume, and that the Secrets and ConfigMaps it mounts exist.'
      : 'See the events of its pod; a large image takes its time.',
    sameCause: ['ServerStarting', 'VolumeNotMounted', 'ServerStartSlow'],
  };
}
