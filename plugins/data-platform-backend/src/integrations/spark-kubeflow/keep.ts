import { Kept, pick } from '../values/pick';
import {
  ALLOCATION_CONF,
  NUMBERS_CONF,
  pickConf,
  SIZE_SHAPE,
} from '../spark/keep/pickConf';
import { redact } from '../values/redact';
import { entriesAt, field, textAt, textsAt } from '../values/field';
import { webhookAsks } from './model/webhookAsks';

const SIZE = [
  'cores',
  'coreRequest',
  'coreLimit',
  'memory',
  'memoryLimit',
  'memoryOverhead',
  'serviceAccount',
  'image',
];
const SPEC = [
  'type',
  'sparkVersion',
  'image',
  'suspend',
  'timeToLiveSeconds',
  'memoryOverheadFactor',
  'batchScheduler',
];
/** Settings that count here as well as the fields of `spec`. */
const SPARK_CONF = {
  ...NUMBERS_CONF,
  ...ALLOCATION_CONF,
  'spark.driver.memoryOverhead': SIZE_SHAPE,
  'spark.executor.memoryOverhead': SIZE_SHAPE,
};
const STATUS = [
  'executionAttempts',
  'submissionAttempts',
  'submissionID',
  'sparkApplicationId',
  'lastSubmissionAttemptTime',
  'terminationTime',
];
const EXECUTORS_MAX = 2_000;
const MESSAGE_MAX = 4_000;

/** The part of a SparkApplication that may enter memory: sizes, policies and states; no environment, arguments or settings. */
export function keepSparkApplication(object: unknown): Kept {
  return {
    spec: keepSparkSpec(field(object, 'spec')),
    status: keepStatus(field(object, 'status')),
  };
}

/** The same of a ScheduledSparkApplication. */
export function keepScheduledSparkApplication(object: unknown): Kept {
  const spec = field(object, 'spec');
  const status = field(object, 'status');
  return {
    spec: {
      ...pick(spec, [
        'schedule',
        'timeZone',
        'suspend',
        'concurrencyPolicy',
        'successfulRunHistoryLimit',
        'failedRunHistoryLimit',
      ]),
      template: keepSparkSpec(field(spec, 'template')),
    },
    status: {
      ...pick(status, [
        'scheduleState',
        'reason',
        'lastRun',
        'nextRun',
        'lastRunName',
      ]),
      pastSuccessfulRunNames: textsAt(status, 'pastSuccessfulRunNames').slice(
        0,
        20,
      ),
      pastFailedRunNames: textsAt(status, 'pastFailedRunNames').slice(0, 20),
    },
  };
}

function keepSparkSpec(spec: unknown): Kept {
  return {
    ...pick(spec, SPEC),
    driver: {
      ...pick(field(spec, 'driver'), [...SIZE, 'podName']),
      webhookAsks: webhookAsks(field(spec, 'driver')),
    },
    executor: pick(field(spec, 'executor'), [...SIZE, 'instances']),
    dynamicAllocation: pick(field(spec, 'dynamicAllocation'), [
      'enabled',
      'initialExecutors',
      'minExecutors',
      'maxExecutors',
    ]),
    restartPolicy: pick(field(spec, 'restartPolicy'), [
      'type',
      'onFailureRetries',
      'onFailureRetryInterval',
      'onSubmissionFailureRetries',
      'onSubmissionFailureRetryInterval',
    ]),
    sparkConf: pickConf(spec, SPARK_CONF),
  };
}

function keepStatus(status: unknown): Kept {
  const message = textAt(status, 'applicationState', 'errorMessage');
  // Without a prototype, and thus without a hidden class of its own for every set of names.
  const executors: Kept = Object.create(null);
  for (const [name, state] of entriesAt(status, 'executorState').slice(
    0,
    EXECUTORS_MAX,
  )) {
    if (typeof state === 'string' && name !== '__proto__') {
      executors[name] = state.slice(0, 20);
    }
  }
  return Object.assign(pick(status, STATUS), {
    applicationState: Object.assign(
      pick(field(status, 'applicationState'), ['state']),
      message && { errorMessage: redact(message.slice(0, MESSAGE_MAX)) },
    ),
    ...(Object.keys(executors).length > 0 && { executorState: executors }),
    driverInfo: pick(field(status, 'driverInfo'), [
      'podName',
      'webUIIngressAddress',
    ]),
  });
}
