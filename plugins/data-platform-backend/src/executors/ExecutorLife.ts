import { parseQuantity } from '@millrace/backstage-plugin-data-platform-common';
import { PodEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { containerOf } from '../integrations/spark/model/podEnd';

const GIB = 2 ** 30;

/** The life of one executor's pod in figures. Times are epoch milliseconds by the clock of the cluster. */
export interface ExecutorLife {
  /** Uid of the pod. */
  id: string;
  createdAt: number;
  /** Absent while it waits, and for good where it never ran. */
  startedAt?: number;
  /** Absent while it is there. */
  endedAt?: number;
  /** What the pod reserves, whether it uses it or not. */
  cores: number;
  gib: number;
  gpus: number;
}

/**
 * The life of an executor as its pod tells it.
 * @param now - where the pod does not tell when it ended, it was no later than this
 * @param gone - the pod has vanished; this is what was seen last
 */
export function executorLife(
  pod: PodEvidence,
  now: number,
  gone: boolean,
): ExecutorLife {
  const main = containerOf(pod, 'executor') ?? pod.containers[0];
  const ran = main?.running ?? main?.terminated ?? main?.lastTerminated;
  const over =
    gone ||
    main?.terminated !== undefined ||
    pod.phase === 'Succeeded' ||
    pod.phase === 'Failed';
  const endedAt = over
    ? main?.terminated?.finishedAt ?? Math.min(now, pod.deletingSince ?? now)
    : undefined;
  return {
    id: pod.uid,
    createdAt: pod.createdAt || (ran?.startedAt ?? now),
    ...(ran?.startedAt !== undefined && { startedAt: ran.startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    cores: amount(pod.requests.cpu),
    gib: amount(pod.requests.memory) / GIB,
    gpus: amount(pod.requests.gpu),
  };
}

/**
 * The same executor, told twice. An end that was only noticed is never earlier than the end itself, so that the
 * earliest counts; the order of tellings makes no difference.
 */
export function mergeLife(a: ExecutorLife, b: ExecutorLife): ExecutorLife {
  const startedAt = earliest(a.startedAt, b.startedAt);
  const endedAt = earliest(a.endedAt, b.endedAt);
  return {
    id: a.id,
    createdAt: Math.min(a.createdAt, b.createdAt),
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    cores: Math.max(a.cores, b.cores),
    gib: Math.max(a.gib, b.gib),
    gpus: Math.max(a.gpus, b.gpus),
  };
}

/** When it was created, ran and ended, in this order whatever the clocks of the nodes say; open ends are `until`. */
export function lifeTimes(
  life: ExecutorLife,
  until: number,
): { created: number; started: number | undefined; ended: number } {
  const { createdAt, startedAt, endedAt } = life;
  const started =
    startedAt === undefined ? undefined : Math.max(createdAt, startedAt);
  const ended = Math.max(endedAt ?? until, started ?? createdAt);
  return { created: createdAt, started, ended };
}

function earliest(a?: number, b?: number): number | undefined {
  return a === undefined || b === undefined ? a ?? b : Math.min(a, b);
}

function amount(quantity: string | undefined): number {
  const value = quantity === undefined ? 0 : parseQuantity(quantity) ?? 0;
  return Number.isFinite(value) && value > 0 ? value : 0;
}
