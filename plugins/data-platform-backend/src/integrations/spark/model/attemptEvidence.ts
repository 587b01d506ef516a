import {
  AssessContext,
  KubernetesObject,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { LABEL_SPARK_ROLE } from '../names';
import { textAt, timeAt } from '../../values/field';
import { containerOf, endOf } from './podEnd';
import type { SparkAttempt } from './sparkAttempt';

/** The part of an attempt that its pods tell, the same for every operator. */
export type AttemptEvidence = Pick<
  SparkAttempt,
  | 'object'
  | 'ctx'
  | 'now'
  | 'name'
  | 'namespace'
  | 'createdAt'
  | 'driver'
  | 'goneDriver'
  | 'driverStartedAt'
  | 'driverEnd'
  | 'events'
>;

/**
 * Narrows the context to one attempt and finds its driver.
 * @param belongs - whether a pod is of this attempt
 * @param recorded - the driver as the operator recorded it; counts when no pod of it is known
 */
export function attemptEvidence(
  object: KubernetesObject,
  ctx: AssessContext,
  belongs: (pod: PodEvidence) => boolean,
  recorded?: PodEvidence,
): AttemptEvidence {
  const { metadata } = object;
  const here = (item: { namespace: string }) =>
    item.namespace === metadata?.namespace;
  const own: AssessContext = {
    ...ctx,
    quotas: ctx.quotas.filter(here),
    limitRanges: ctx.limitRanges.filter(here),
    pods: ctx.pods.filter(belongs),
    gonePods: (ctx.gonePods ?? []).filter(belongs),
  };
  const driver = newest(own.pods.filter(isDriver));
  const vanished = newest((own.gonePods ?? []).filter(isDriver));
  // Of two accounts of one pod the one that knows its end is the later one.
  const goneDriver = endOf(vanished, 'driver')
    ? vanished
    : recorded ?? vanished;
  const seen = driver ?? goneDriver;
  const driverEnd = endOf(seen, 'driver');
  return {
    object,
    ctx: own,
    now: ctx.now,
    name: textAt(metadata, 'name') ?? '',
    namespace: textAt(metadata, 'namespace') ?? '',
    createdAt: Math.min(
      timeAt(metadata, 'creationTimestamp') ?? ctx.firstSeen,
      ctx.now,
    ),
    driver,
    goneDriver: driver ? undefined : goneDriver,
    driverStartedAt:
      containerOf(seen, 'driver')?.running?.startedAt ?? driverEnd?.startedAt,
    driverEnd,
    events: ctx.events,
  };
}

function isDriver(pod: PodEvidence): boolean {
  return pod.labels[LABEL_SPARK_ROLE] === 'driver';
}

function newest(pods: readonly PodEvidence[]): PodEvidence | undefined {
  return pods.reduce<PodEvidence | undefined>(
    (best, pod) => (best && best.createdAt >= pod.createdAt ? best : pod),
    undefined,
  );
}
