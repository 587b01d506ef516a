import {
  AssessContext,
  EventEvidence,
  KubernetesObject,
  PodEvidence,
  TerminatedEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { Executor } from './executors';
import { RestartPolicy } from './restartPolicy';
import { SparkOperator } from './sparkOperator';
import { SparkRole, SparkSize } from './sparkSize';

/**
 * One attempt of a SparkApplication, read once from the object and its evidence by its operator's rules. Times are epoch
 * milliseconds.
 */
export interface SparkAttempt {
  operator: SparkOperator;
  object: KubernetesObject;
  /** The context, narrowed to this attempt and its namespace. */
  ctx: AssessContext;
  now: number;
  name: string;
  namespace: string;
  createdAt: number;
  /** As the object says it; empty when it says nothing. */
  state: string;
  /** True in a state that the operator never leaves by itself. */
  over: boolean;
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
  /** How it ended by the operator's record, for when the pod is gone. */
  recordedEnd?: { exitCode: number; reason?: string };
  executors: readonly Executor[];
  events: readonly EventEvidence[];
  /** Image and service account that the definition asks for. */
  image: Readonly<Partial<Record<SparkRole, string>>>;
  serviceAccount: Readonly<Partial<Record<SparkRole, string>>>;
  size: SparkSize;
  restart: RestartPolicy;
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
