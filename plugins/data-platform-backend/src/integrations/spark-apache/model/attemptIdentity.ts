import {
  KubernetesObject,
  PodEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { field, textAt, timeAt } from '../../values/field';
import { LABEL_APP_SELECTOR } from '../names';
import { applicationId } from './applicationId';
import { AttemptCounters, countersOf } from './restartRules';
import { confOf } from './sparkSize';
import { attemptStates, StateEntry } from './stateHistory';

/** Clocks of a cluster's machines differ a little; times are written in whole seconds. */
const CLOCK_SLACK_MS = 2_000;

/** Which attempt an object shows. */
export interface AttemptIdentity {
  counters: AttemptCounters;
  /** Id of the Spark application. */
  appId: string;
  /** Its states, newest first. */
  states: readonly StateEntry[];
  beganAt?: number;
}

/** While a restart is due, the object shows the attempt that has ended: nothing is there of the next one. */
export function attemptOf({
  spec,
  status,
  metadata,
}: KubernetesObject): AttemptIdentity {
  const due =
    textAt(status, 'currentState', 'currentStateSummary') ===
    'ScheduledToRestart';
  const summary = due ? 'previousAttemptSummary' : 'currentAttemptSummary';
  const counters = countersOf(field(status, summary, 'attemptInfo'));
  const states = attemptStates(status, due ? 'last' : 'current');
  return {
    counters,
    appId:
      confOf(spec, 'spark.app.id') ??
      applicationId(
        textAt(metadata, 'namespace') ?? '',
        textAt(metadata, 'name') ?? '',
        counters.id,
      ),
    states,
    beganAt: states.at(-1)?.at ?? timeAt(metadata, 'creationTimestamp'),
  };
}

/**
 * Whether a pod is of an attempt: Spark labels it with the id of its application, and that is another one for each attempt.
 * A pod without that label counts when it is not older than the attempt.
 */
export function isOfAttempt(
  pod: PodEvidence,
  { appId, beganAt }: AttemptIdentity,
): boolean {
  const ofPod = textAt(pod.labels, LABEL_APP_SELECTOR);
  return ofPod
    ? ofPod === appId
    : beganAt === undefined || pod.createdAt + CLOCK_SLACK_MS >= beganAt;
}
