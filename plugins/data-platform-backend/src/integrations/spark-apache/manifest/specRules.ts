import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { field, isRecord, numberAt, textAt } from '../../values/field';
import { PYTHON_RUNNER } from '../model/language';
import { confOf, thresholdOf } from '../model/sparkSize';
import {
  CONF_ACCOUNT,
  CONF_IMAGE,
  hasLifetime,
  WITHOUT_LIFETIME,
} from '../names';

/** Findings on the specification of a run, but for sizes and other settings. */
export function specFindings(spec: unknown, apiVersion?: string): Finding[] {
  if (!isRecord(spec)) {
    return [
      {
        level: 'error',
        field: 'spec',
        message: 'It is missing, or not a mapping.',
        remedy: 'Describe the application there.',
      },
    ];
  }
  const findings: Finding[] = [];
  const report = (
    level: Finding['level'],
    at: string,
    message: string,
    remedy: string,
  ) => findings.push({ level, field: `spec.${at}`, message, remedy });
  if (!textAt(spec, 'runtimeVersions', 'sparkVersion')) {
    report(
      'error',
      'runtimeVersions.sparkVersion',
      'The Spark version is missing.',
      'Write for example "4.0.1", the version in the image.',
    );
  }
  if (textAt(spec, 'deploymentMode') === 'ClientMode') {
    report(
      'error',
      'deploymentMode',
      'The operator does not run drivers in client mode.',
      'Leave it out.',
    );
  }
  if (field(spec, 'suspend') !== undefined) {
    report(
      'warning',
      'suspend',
      'Operators up to 1.0.0 do not know it; a run of this job begins when it is created.',
      'Leave it out.',
    );
  }
  if (!confOf(spec, CONF_IMAGE) && !ownImages(spec)) {
    report(
      'error',
      `sparkConf["${CONF_IMAGE}"]`,
      'The image is missing.',
      'Name an image that holds Spark and the application.',
    );
  }
  if (!confOf(spec, CONF_ACCOUNT)) {
    report(
      'warning',
      `sparkConf["${CONF_ACCOUNT}"]`,
      'Without a service account the driver runs as `default`, which usually may not make executors.',
      'Write spark, the account of every data domain.',
    );
  }
  findings.push(...fileFindings(spec), ...lifetimeFindings(spec, apiVersion));
  return findings;
}

function ownImages(spec: unknown): boolean {
  return ['driver', 'executor'].every(role =>
    confOf(spec, `spark.kubernetes.${role}.container.image`),
  );
}

/** The operator takes the first of these that is there. Source: SparkAppSubmissionWorker.buildDriverConf. */
function fileFindings(spec: unknown): Finding[] {
  const files = ['jars', 'pyFiles', 'sparkRFiles'].filter(key =>
    textAt(spec, key),
  );
  const runner = textAt(spec, 'mainClass') === PYTHON_RUNNER;
  if (runner && !textAt(spec, 'pyFiles')) {
    return [
      {
        level: 'error',
        field: 'spec.pyFiles',
        message: 'The Python file is missing.',
        remedy: 'Write where it lies, for example local:///opt/app/main.py.',
      },
    ];
  }
  if (files.length === 0 && !textAt(spec, 'mainClass')) {
    return [
      {
        level: 'error',
        field: 'spec.jars',
        message: 'The application file is missing.',
        remedy:
          'Write where it lies, in `jars` or `pyFiles`, for example local:///opt/app/main.py.',
      },
    ];
  }
  if (files.includes('jars') && !textAt(spec, 'mainClass')) {
    return [
      {
        level: 'warning',
        field: 'spec.mainClass',
        message: 'Without a main class the jar has to name it itself.',
        remedy: 'Write it, for example org.example.Orders.',
      },
    ];
  }
  return [];
}

function lifetimeFindings(
  spec: unknown,
  apiVersion: string | undefined,
): Finding[] {
  const findings: Finding[] = [];
  const at = 'spec.applicationTolerations';
  const ttl = numberAt(spec, 'applicationTolerations', 'ttlAfterStopMillis');
  if (ttl === undefined || ttl < 0) {
    findings.push({
      level: 'warning',
      field: `${at}.ttlAfterStopMillis`,
      message:
        'Finished runs stay on the cluster for ever and count against the quota until no new one may start.',
      remedy: hasLifetime(apiVersion)
        ? 'Set it, for example to 86400000 (a day); the history is kept here.'
        : WITHOUT_LIFETIME,
    });
  }
  const policy = textAt(
    spec,
    'applicationTolerations',
    'restartConfig',
    'restartPolicy',
  );
  if (policy === 'Always') {
    findings.push({
      level: 'warning',
      field: `${at}.restartConfig.restartPolicy`,
      message: 'With Always the job runs again and again, after a success too.',
      remedy: 'Write OnFailure, or Never.',
    });
  }
  const retain = textAt(spec, 'applicationTolerations', 'resourceRetainPolicy');
  if (retain === undefined || retain === 'Never') {
    findings.push({
      level: 'info',
      field: `${at}.resourceRetainPolicy`,
      message:
        'The operator deletes the driver with its log as soon as it has ended.',
      remedy: 'Write OnFailure, so that the log of a failure stays.',
    });
  }
  const { init, max, min } = thresholdOf(spec);
  if (max > 0 && (min > max || init > max)) {
    findings.push({
      level: 'error',
      field: `${at}.instanceConfig`,
      message: `It needs more executors (${Math.max(
        init,
        min,
      )}) than the ${max} it may have.`,
      remedy: 'Raise maxExecutors, or lower the others.',
    });
  }
  return findings;
}
