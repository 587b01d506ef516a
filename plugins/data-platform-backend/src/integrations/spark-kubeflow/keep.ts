import { entriesAt, field, isRecord, textAt, textsAt } from './model/field';

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
/** Settings of Spark that verdicts need, each with the only shape that is kept: a switch or a size, never free text. */
const SPARK_CONF: Readonly<Record<string, RegExp>> = {
  'spark.eventLog.enabled': /^(true|false)$/,
  'spark.dynamicAllocation.enabled': /^(true|false)$/,
  'spark.dynamicAllocation.initialExecutors': /^\d{1,5}$/,
  'spark.dynamicAllocation.minExecutors': /^\d{1,5}$/,
  'spark.dynamicAllocation.maxExecutors': /^\d{1,5}$/,
  'spark.executor.instances': /^\d{1,5}$/,
  'spark.driver.memoryOverhead': /^\d{1,9}[a-z]{0,2}$/,
  'spark.executor.memoryOverhead': /^\d{1,9}[a-z]{0,2}$/,
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
const TEXT_MAX = 500;

type Kept = Record<string, unknown>;

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
  const sparkConf: Kept = {};
  for (const [key, shape] of Object.entries(SPARK_CONF)) {
    const value = field(spec, 'sparkConf', key);
    if (typeof value === 'string' && shape.test(value)) {
      sparkConf[key] = value;
    }
  }
  return {
    ...pick(spec, SPEC),
    driver: pick(field(spec, 'driver'), [...SIZE, 'podName']),
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
    sparkConf,
  };
}

function keepStatus(status: unknown): Kept {
  const message = textAt(status, 'applicationState', 'errorMessage');
  const executors: Kept = {};
  for (const [name, state] of entriesAt(status, 'executorState').slice(
    0,
    EXECUTORS_MAX,
  )) {
    if (typeof state === 'string' && name !== '__proto__') {
      executors[name] = state.slice(0, 20);
    }
  }
  return {
    ...pick(status, STATUS),
    applicationState: {
      ...pick(field(status, 'applicationState'), ['state']),
      ...(message && { errorMessage: redact(message.slice(0, MESSAGE_MAX)) }),
    },
    ...(Object.keys(executors).length > 0 && { executorState: executors }),
    driverInfo: pick(field(status, 'driverInfo'), [
      'podName',
      'webUIIngressAddress',
    ]),
  };
}

/** Scalars by name; text that is far too long is cut. */
function pick(value: unknown, keys: readonly string[]): Kept {
  const kept: Kept = {};
  if (isRecord(value)) {
    for (const key of keys) {
      const found = field(value, key);
      if (typeof found === 'string') {
        kept[key] = found.slice(0, TEXT_MAX);
      } else if (typeof found === 'number' || typeof found === 'boolean') {
        kept[key] = found;
      }
    }
  }
  return kept;
}

/** spark-submit may repeat its settings in its output; their values are no part of a cause. */
function redact(message: string): string {
  return message
    .replace(
      /([\w.-]*(?:password|passwd|secret|token|access[._-]?key|credential)[\w.-]*)(\s*[=:]\s*)("[^"]*"|[^\s,;]+)/gi,
      '$1$2***',
    )
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1***@');
}
