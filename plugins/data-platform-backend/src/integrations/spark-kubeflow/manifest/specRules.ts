import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { countAt, field, isRecord, numberAt, textAt } from '../../values/field';
import { plain } from '../../values/plain';

const LANGUAGES = ['Java', 'Scala', 'Python', 'R'];

/** Findings on the specification of a run, but for sizes and sparkConf. */
export function specFindings(spec: unknown, path: string): Finding[] {
  if (!isRecord(spec)) {
    return [
      {
        level: 'error',
        field: path,
        message: 'It is missing, or not a mapping.',
        remedy: 'Describe the application there.',
      },
    ];
  }
  const findings: Finding[] = [];
  const report = (
    level: Finding['level'],
    key: string,
    message: string,
    remedy: string,
  ) => findings.push({ level, field: `${path}.${key}`, message, remedy });
  const language = textAt(spec, 'type');
  if (!language || !LANGUAGES.includes(language)) {
    report(
      'error',
      'type',
      language
        ? `'${plain(language, 40)}' is no language that the operator runs.`
        : 'The language is missing.',
      'Write Java, Scala, Python or R.',
    );
  }
  if (!textAt(spec, 'sparkVersion')) {
    report(
      'error',
      'sparkVersion',
      'The Spark version is missing.',
      'Write for example "4.0.0", the version in the image.',
    );
  }
  if (!textAt(spec, 'mainApplicationFile')) {
    report(
      'error',
      'mainApplicationFile',
      'The application file is missing.',
      'Write where it lies, for example local:///opt/spark/app/main.py.',
    );
  }
  for (const role of ['driver', 'executor']) {
    if (!isRecord(spec[role])) {
      report(
        'error',
        role,
        `The ${role} is missing.`,
        `Write at least \`${role}: {}\` with its size.`,
      );
    }
    if (
      spec.nodeSelector !== undefined &&
      field(spec, role, 'nodeSelector') !== undefined
    ) {
      report(
        'error',
        `${role}.nodeSelector`,
        `The operator refuses a node selector for all together with one for the ${role}.`,
        `Keep either ${path}.nodeSelector or those of driver and executor.`,
      );
    }
  }
  if (
    !textAt(spec, 'image') &&
    !(textAt(spec, 'driver', 'image') && textAt(spec, 'executor', 'image'))
  ) {
    report(
      'error',
      'image',
      'The image is missing.',
      'Name an image that holds Spark and the application.',
    );
  }
  if (field(spec, 'driver', 'podName') !== undefined) {
    report(
      'warning',
      'driver.podName',
      'With a fixed pod name two runs cannot exist at a time.',
      'Leave it out.',
    );
  }
  return [...findings, ...lifetimeFindings(spec, path)];
}

function lifetimeFindings(spec: unknown, path: string): Finding[] {
  const findings: Finding[] = [];
  const ttl = numberAt(spec, 'timeToLiveSeconds');
  if (ttl === undefined || ttl <= 0) {
    findings.push({
      level: 'warning',
      field: `${path}.timeToLiveSeconds`,
      message:
        'Finished runs stay on the cluster for ever and count against the quota until no new one may start.',
      remedy: 'Set it, for example to 86400 (a day); the history is kept here.',
    });
  }
  const retries = countAt(spec, 'restartPolicy', 'onFailureRetries');
  if (
    textAt(spec, 'restartPolicy', 'type') === 'OnFailure' &&
    retries === undefined
  ) {
    findings.push({
      level: 'warning',
      field: `${path}.restartPolicy.onFailureRetries`,
      message: 'OnFailure without a number of retries means none.',
      remedy: 'Set onFailureRetries, or write `type: Never`.',
    });
  }
  if (textAt(spec, 'restartPolicy', 'type') === 'Always') {
    findings.push({
      level: 'warning',
      field: `${path}.restartPolicy.type`,
      message: 'With Always the job runs again and again, after a success too.',
      remedy: 'Write OnFailure, or Never.',
    });
  }
  return findings;
}
