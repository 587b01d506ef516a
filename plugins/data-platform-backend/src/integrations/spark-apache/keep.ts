import { Kept, pick } from '../values/pick';
import {
  ALLOCATION_CONF,
  ConfShapes,
  NUMBERS_CONF,
  pickConf,
  SIZE_SHAPE,
} from '../spark/keep/pickConf';
import { redact } from '../values/redact';
import { entriesAt, field, textAt } from '../values/field';
import { keepPodStatus } from './keepPodStatus';
import { languageOf } from './model/language';
import { CONF_ACCOUNT, CONF_IMAGE } from './names';

const CORES = /^\d{1,6}(\.\d{1,3})?m?$/;
const FACTOR = /^\d{1,3}(\.\d{1,4})?$/;
const NAME = /^[a-z0-9][a-z0-9.-]{0,252}$/;
/** Of an image: no user, no query, no spaces. */
const IMAGE = /^[\w.:/{}-]{1,300}(@sha256:[0-9a-f]{64})?$/;

/** What other operators have fields for stands in the settings here. */
const SPARK_CONF: ConfShapes = {
  ...NUMBERS_CONF,
  ...ALLOCATION_CONF,
  ...sizes('driver'),
  ...sizes('executor'),
  'spark.kubernetes.memoryOverheadFactor': FACTOR,
  [CONF_IMAGE]: IMAGE,
  'spark.kubernetes.driver.container.image': IMAGE,
  'spark.kubernetes.executor.container.image': IMAGE,
  [CONF_ACCOUNT]: NAME,
  'spark.kubernetes.authenticate.executor.serviceAccountName': NAME,
  'spark.kubernetes.driver.pod.name': NAME,
  'spark.app.id': /^[\w.-]{1,63}$/,
};

function sizes(role: string): ConfShapes {
  return {
    [`spark.${role}.cores`]: CORES,
    [`spark.${role}.memory`]: SIZE_SHAPE,
    [`spark.${role}.memoryOverhead`]: SIZE_SHAPE,
    [`spark.${role}.memoryOverheadFactor`]: FACTOR,
    [`spark.kubernetes.${role}.request.cores`]: CORES,
    [`spark.kubernetes.${role}.limit.cores`]: CORES,
  };
}

const TOLERATIONS: Readonly<Record<string, readonly string[]>> = {
  applicationTimeoutConfig: [
    'driverStartTimeoutMillis',
    'driverReadyTimeoutMillis',
    'executorStartTimeoutMillis',
  ],
  instanceConfig: ['initExecutors', 'minExecutors', 'maxExecutors'],
  restartConfig: [
    'restartPolicy',
    'maxRestartAttempts',
    'maxRestartOnFailure',
    'maxRestartOnSchedulingFailure',
    'restartBackoffMillis',
    'restartBackoffMillisForFailure',
    'restartBackoffMillisForSchedulingFailure',
    'restartCounterResetMillis',
  ],
};
const MESSAGE_MAX = 4_000;
/** A long life has many states; the end of it is what counts. */
const STATES_MAX = 40;

/** The part of a SparkApplication that may enter memory: sizes, policies and states; no arguments, files or other settings. */
export function keepSparkApplication(object: unknown): Kept {
  const spec = field(object, 'spec');
  const status = field(object, 'status');
  const tolerations = field(spec, 'applicationTolerations');
  return {
    spec: {
      ...pick(spec, ['suspend']),
      language: languageOf(spec),
      runtimeVersions: pick(field(spec, 'runtimeVersions'), ['sparkVersion']),
      sparkConf: pickConf(spec, SPARK_CONF),
      applicationTolerations: {
        ...pick(tolerations, [
          'resourceRetainPolicy',
          'resourceRetainDurationMillis',
          'ttlAfterStopMillis',
        ]),
        ...Object.fromEntries(
          Object.entries(TOLERATIONS).map(([key, fields]) => [
            key,
            pick(field(tolerations, key), fields),
          ]),
        ),
      },
      ...keepIngress(spec),
    },
    status: {
      currentState: keepState(field(status, 'currentState')),
      stateTransitionHistory: keepHistory(status),
      currentAttemptSummary: keepAttempt(
        field(status, 'currentAttemptSummary'),
      ),
      previousAttemptSummary: keepAttempt(
        field(status, 'previousAttemptSummary'),
      ),
    },
  };
}

function keepAttempt(summary: unknown): Kept {
  return {
    attemptInfo: pick(field(summary, 'attemptInfo'), [
      'id',
      'restartCounter',
      'failureRestartCounter',
      'schedulingFailureRestartCounter',
    ]),
    stateTransitionHistory: keepHistory(summary),
  };
}

/** The newest states, under their own numbers. */
export function keepHistory(value: unknown): Kept {
  return Object.fromEntries(
    entriesAt(value, 'stateTransitionHistory')
      .filter(([key]) => /^\d{1,15}$/.test(key))
      .sort(([a], [b]) => Number(b) - Number(a))
      .slice(0, STATES_MAX)
      .map(([key, state]) => [key, keepState(state)]),
  );
}

export function keepState(state: unknown): Kept {
  const message = textAt(state, 'message');
  const driver = field(state, 'lastObservedDriverStatus');
  return {
    ...pick(state, ['currentStateSummary', 'lastTransitionTime']),
    ...(message && { message: redact(message.slice(0, MESSAGE_MAX)) }),
    ...(driver !== undefined && {
      lastObservedDriverStatus: keepPodStatus(driver),
    }),
  };
}

/** The host of the first ingress, for the link to the Spark UI. */
function keepIngress(spec: unknown): Kept {
  const list = field(spec, 'driverServiceIngressList');
  const ingress = field(
    Array.isArray(list) ? list[0] : undefined,
    'ingressSpec',
  );
  const rules = field(ingress, 'rules');
  const host = textAt(Array.isArray(rules) ? rules[0] : undefined, 'host');
  const tls = field(ingress, 'tls') !== undefined;
  return host && host.length <= 253
    ? {
        driverServiceIngressList: [
          { ingressSpec: { rules: [{ host }], ...(tls && { tls: [] }) } },
        ],
      }
    : {};
}
