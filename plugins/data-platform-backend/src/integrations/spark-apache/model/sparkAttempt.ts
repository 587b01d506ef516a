import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { attemptEvidence } from '../../spark/model/attemptEvidence';
import { executorsOf } from '../../spark/model/executors';
import { field, flagAt, textAt, timeAt } from '../../values/field';
import { readOnce } from '../../spark/model/readOnce';
import { SparkAttempt } from '../../spark/model/sparkAttempt';
import { CONF_ACCOUNT, CONF_IMAGE } from '../names';
import { isOfAttempt } from './attemptIdentity';
import { apacheOperator } from './apacheOperator';
import { isInitial, isStopping, isTerminated } from './applicationState';
import { AttemptEnd, attemptEnd } from './attemptEnd';
import { attemptOf } from './attemptIdentity';
import { observedDriver } from './observedDriver';
import { restartFollows, restartRules } from './restartRules';
import { confOf, sparkSize } from './sparkSize';
import { currentState, StateEntry } from './stateHistory';

/** One attempt of a SparkApplication of this operator. */
export interface ApacheAttempt extends SparkAttempt {
  /** The state now, with its time. */
  current?: StateEntry;
  end?: AttemptEnd;
}

/** Reads an attempt. Total: whatever lacks or has the wrong shape is left out. */
export const sparkAttempt = readOnce(readAttempt);

function readAttempt(
  object: KubernetesObject,
  ctx: AssessContext,
): ApacheAttempt {
  const { status, spec, metadata } = object;
  const identity = attemptOf(object);
  const { counters, appId, states, beganAt } = identity;
  const current = currentState(status);
  const state = current?.state ?? '';
  const deleting = field(metadata, 'deletionTimestamp') !== undefined;
  const end = attemptEnd(status, deleting);
  const recorded = states.find(({ driver }) => driver !== undefined)?.driver;
  const evidence = attemptEvidence(
    object,
    ctx,
    pod => isOfAttempt(pod, identity),
    observedDriver(recorded ?? end?.entry.driver, {
      name:
        confOf(spec, 'spark.kubernetes.driver.pod.name') ?? `${appId}-driver`,
      namespace: textAt(metadata, 'namespace') ?? '',
      createdAt: beganAt ?? ctx.firstSeen,
    }),
  );
  const endState = end?.entry.state ?? 'Failed';
  const endedAt = end?.entry.at;
  const lasted =
    endedAt !== undefined && beganAt !== undefined
      ? endedAt - beganAt
      : undefined;
  const image = imageOf(spec);
  return {
    ...evidence,
    operator: apacheOperator,
    current,
    end,
    state,
    over:
      isTerminated(state) ||
      (isStopping(state) && !restartFollows(spec, state, counters, lasted)),
    errorMessage: end?.entry.message ?? current?.message,
    submissionId: current && `attempt-${counters.id}`,
    applicationId: current && appId,
    executions: current && counters.restarts + (end?.earlier ? 0 : 1),
    submittedAt:
      states.find(entry => entry.state === 'DriverRequested')?.at ??
      states.find(entry => isInitial(entry.state))?.at ??
      timeAt(metadata, 'creationTimestamp'),
    noticedEndAt: endedAt,
    driverStartedAt: evidence.driverStartedAt ?? driverSeenAt(states),
    suspendAsked: flagAt(spec, 'suspend'),
    executors: executorsOf([], evidence.ctx),
    image: {
      driver: confOf(spec, 'spark.kubernetes.driver.container.image') ?? image,
      executor:
        confOf(spec, 'spark.kubernetes.executor.container.image') ?? image,
    },
    serviceAccount: {
      driver: confOf(spec, CONF_ACCOUNT),
      executor: confOf(
        spec,
        'spark.kubernetes.authenticate.executor.serviceAccountName',
      ),
    },
    size: sparkSize(spec),
    restart: restartRules(spec, endState),
  };
}

/** When the operator saw the driver run first. */
function driverSeenAt(states: readonly StateEntry[]): number | undefined {
  return states
    .filter(({ state }) =>
      /^(Driver(Started|Ready)|Initialized|Running)/.test(state),
    )
    .at(-1)?.at;
}

/** The operator puts the version into the image's name. Source: SparkAppSubmissionWorker.buildDriverConf. */
function imageOf(spec: unknown): string | undefined {
  return confOf(spec, CONF_IMAGE)?.replace(
    '{{SPARK_VERSION}}',
    textAt(spec, 'runtimeVersions', 'sparkVersion') ?? '',
  );
}
