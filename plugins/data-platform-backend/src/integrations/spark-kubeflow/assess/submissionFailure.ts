import { code, plain, plural } from '../model/plain';
import { mayRetry } from '../model/restartPolicy';
import { SparkAttempt } from '../model/sparkAttempt';
import { eventEvidence, objectEvidence } from './evidence';
import { at, Verdict } from './verdict';
import { quotaLine } from './quotaLine';

/** True when spark-submit was refused: no pod ever existed, although the object names one. */
export function isSubmissionFailure(attempt: SparkAttempt): boolean {
  return (
    attempt.state === 'SUBMISSION_FAILED' ||
    (attempt.state === 'FAILED' &&
      /^failed (to submit spark application|during batch scheduler|to (configure|process))/.test(
        attempt.errorMessage ?? '',
      ))
  );
}

/** The submission was refused; the operator's long text holds the cause at its end. */
export function judgeSubmissionFailure(attempt: SparkAttempt): Verdict {
  const { reason, clause, nextStep } = submissionCause(attempt);
  const { submissions = 1, restart } = attempt;
  const retries =
    attempt.state === 'SUBMISSION_FAILED' &&
    mayRetry(submissions, restart.maxSubmissions);
  const counted = submissions > 1 ? ` ${plural(submissions, 'time')}` : '';
  const which =
    restart.maxSubmissions === undefined
      ? `Submission ${submissions}`
      : `Submission ${submissions} of ${restart.maxSubmissions}`;
  return {
    health: retries ? 'degraded' : 'failed',
    ...(!retries && { outcome: 'failed' as const }),
    reason,
    message: retries
      ? `${which} was refused, and the operator will try again: ${clause}.`
      : `The submission was refused${counted}: ${clause}.`,
    nextStep,
    since: attempt.noticedEndAt ?? attempt.submittedAt,
    evidence: [
      objectEvidence(attempt),
      ...attempt.ctx.quotas
        .filter(() => reason === 'QuotaExceeded')
        .map(quota => ({
          kind: 'quota' as const,
          subject: `ResourceQuota ${quota.name}`,
          message: quotaLine(quota),
          ...at(attempt.submittedAt),
        })),
      ...eventEvidence(attempt.events),
    ],
  };
}

interface Cause {
  reason: string;
  clause: string;
  nextStep: string;
}

/** The text only chooses the words and the remedy. */
function submissionCause(attempt: SparkAttempt): Cause {
  const text = tellingClause(attempt.errorMessage ?? '');
  const account =
    /service ?account\s+"?([\w./-]{1,120})"?[^"]{0,20}(?::|not found)/i.exec(
      text,
    )?.[1];
  if (/service ?account/i.test(text) && /not found/i.test(text)) {
    const name = account?.split('/').pop();
    return {
      reason: 'ServiceAccountMissing',
      clause: name
        ? `service account ${code(name)} does not exist in namespace ${code(
            attempt.namespace,
          )}`
        : 'its service account does not exist in the namespace',
      nextStep:
        'Correct `spec.driver.serviceAccount`, or ask the platform team to create that account.',
    };
  }
  if (/exceeded quota|must specify/i.test(text)) {
    return {
      reason: 'QuotaExceeded',
      clause: `the namespace's quota does not allow the driver pod, ${said(
        text,
        /exceeded quota|must specify/i,
      )}`,
      nextStep:
        'Free what other runs hold, make the driver smaller, or ask for more quota.',
    };
  }
  if (/must be less than or equal to (cpu|memory) limit/i.test(text)) {
    return {
      reason: 'LimitRangeConflict',
      clause:
        'the default limit of the namespace is lower than what the driver asks for',
      nextStep:
        'Set `spec.driver.coreLimit` to at least `spec.driver.cores`, or ask the platform team to drop the default CPU limit of the LimitRange.',
    };
  }
  if (/(maximum|minimum) (cpu|memory) usage per (container|pod)/i.test(text)) {
    return {
      reason: 'LimitRangeExceeded',
      clause: `the driver is outside of what the namespace's LimitRange allows, ${said(
        text,
        /(maximum|minimum) (cpu|memory) usage/i,
      )}`,
      nextStep: 'Change the size in `spec.driver`.',
    };
  }
  if (/violates PodSecurity/i.test(text)) {
    return {
      reason: 'PodSecurityViolation',
      clause: 'the driver pod breaks the Pod Security rules of the namespace',
      nextStep:
        'Set the security context that the rules ask for in `spec.driver.securityContext`.',
    };
  }
  if (/batch scheduler/i.test(text)) {
    return {
      reason: 'BatchSchedulerMissing',
      clause: `the batch scheduler that it names is not available, ${said(
        text,
        /batch scheduler/i,
      )}`,
      nextStep:
        'Correct `spec.batchScheduler`, or ask the platform team to install it.',
    };
  }
  if (/is forbidden/i.test(text)) {
    return {
      reason: 'SubmissionForbidden',
      clause: `the cluster does not allow it, ${said(text, /is forbidden/i)}`,
      nextStep:
        'Ask the platform team whether the Spark operator may create pods in this namespace.',
    };
  }
  if (/must be no more than 63|invalid label|is invalid/i.test(text)) {
    return {
      reason: 'SubmissionInvalid',
      clause: `the driver pod is not valid, ${said(
        text,
        /is invalid|must be/i,
      )}`,
      nextStep:
        'Use a shorter name for the job, and correct the field that the evidence names.',
    };
  }
  const clause = plain(text, 200);
  return {
    reason: 'SubmissionFailed',
    clause: clause || 'the operator does not say why',
    nextStep: 'Correct the definition, then run it again.',
  };
}

const WRAPPERS =
  /^(\s*(failed to submit spark application|failed to run spark-submit|failed during batch scheduler setup or check|Error from server \([A-Za-z]+\)|error when creating "STDIN"|error)\s*:\s*)+/;

/** The operator wraps its text several times; spark-submit's output ends with the cause. */
function tellingClause(errorMessage: string): string {
  const lines = errorMessage
    .slice(0, 8_000)
    .trim()
    .split('\n')
    .filter(line => line.trim() !== '');
  const telling =
    lines.find(line =>
      /exceeded quota|is forbidden|is invalid|not found|must specify|batch scheduler/i.test(
        line,
      ),
    ) ??
    lines.reverse().find(line => /exception|error|caused by/i.test(line)) ??
    lines[0] ??
    '';
  return /batch scheduler/.test(telling)
    ? telling
    : telling.replace(WRAPPERS, '');
}

/** The text from the phrase that tells, as a quote. */
function said(text: string, phrase: RegExp): string {
  const found = phrase.exec(text);
  return `it says: ${plain(text.slice(found?.index ?? 0), 140)}`;
}
