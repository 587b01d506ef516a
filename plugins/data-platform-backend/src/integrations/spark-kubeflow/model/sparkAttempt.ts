import {
  AssessContext,
  EventEvidence,
  KubernetesObject,
  PodEvidence,
  TerminatedEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { LABEL_SPARK_ROLE } from '../names';
import { belongsToAttempt } from '../related';
import { Executor, executorsOf } from './executors';
import { countAt, flagAt, textAt, timeAt } from './field';
import { containerOf, endOf } from './podEnd';
import { RestartPolicy, restartPolicy } from './restartPolicy';
import { SparkSize, sparkSize } from './sparkSize';

/** One attempt of a SparkApplication, read once from the object and its evidence. Times are epoch milliseconds. */
export interface SparkAttempt {
  object: KubernetesObject;
  ctx: AssessContext;
  now: number;
  name: string;
  namespace: string;
  createdAt: number;
  /** As the object says it; empty when it says nothing. */
  state: string;
  errorMessage?: string;
  submissionId?: string;
  applicationId?: string;
  /** How often it was executed; counts resumes too. Absent when nothing was ever executed. */
  executions?: number;
  submissions?: number;
  submittedAt?: number;
  /** When the operator noticed the end; later than the end itself. */
  noticedEndAt?: number;
  /** What `spec.suspend` asks for. */
  suspendAsked: boolean;
  driver?: PodEvidence;
  /** The driver as it was seen last, when its pod has vanished. */
  goneDriver?: PodEvidence;
  driverStartedAt?: number;
  /** How the driver's container ended; outranks `state`. */
  driverEnd?: TerminatedEvidence;
  executors: readonly Executor[];
  events: readonly EventEvidence[];
  size: SparkSize;
  restart: RestartPolicy;
}

/** Reads an attempt. Total: whatever lacks or has the wrong shape is left out. */
export function sparkAttempt(
  object: KubernetesObject,
  ctx: AssessContext,
): SparkAttempt {
  const { status, spec, metadata } = object;
  const mine = (pod: PodEvidence) => belongsToAttempt(pod, object);
  const here = (item: { namespace: string }) =>
    item.namespace === metadata?.namespace;
  const own: AssessContext = {
    ...ctx,
    quotas: ctx.quotas.filter(here),
    limitRanges: ctx.limitRanges.filter(here),
    pods: ctx.pods.filter(mine),
    gonePods: (ctx.gonePods ?? []).filter(mine),
  };
  const driver = newest(own.pods.filter(isDriver));
  const goneDriver = newest((own.gonePods ?? []).filter(isDriver));
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
    state: textAt(status, 'applicationState', 'state') ?? '',
    errorMessage: textAt(status, 'applicationState', 'errorMessage'),
    submissionId: textAt(status, 'submissionID'),
    applicationId: textAt(status, 'sparkApplicationId'),
    executions: countAt(status, 'executionAttempts'),
    submissions: countAt(status, 'submissionAttempts'),
    submittedAt: timeAt(status, 'lastSubmissionAttemptTime'),
    noticedEndAt: timeAt(status, 'terminationTime'),
    suspendAsked: flagAt(spec, 'suspend'),
    driver,
    goneDriver: driver ? undefined : goneDriver,
    driverStartedAt:
      containerOf(seen, 'driver')?.running?.startedAt ?? driverEnd?.startedAt,
    driverEnd,
    executors: executorsOf(object, own),
    events: ctx.events,
    size: sparkSize(spec),
    restart: restartPolicy(spec),
  };
}

/** When the attempt ended: by the driver's container, else when the operator noticed. */
export function endedAt(attempt: SparkAttempt): number | undefined {
  return attempt.driverEnd?.finishedAt ?? attempt.noticedEndAt;
}

/** How long the driver ran, in ms; undefined when start or end is not known. */
export function durationOf(attempt: SparkAttempt): number | undefined {
  const start = attempt.driverStartedAt ?? attempt.submittedAt;
  const end = endedAt(attempt);
  return start !== undefined && end !== undefined && end >= start
    ? end - start
    : undefined;
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
