import { plural } from '../../values/plain';
import { mayRetry } from '../../spark/model/restartPolicy';
import { SparkAttempt } from '../../spark/model/sparkAttempt';
import { eventEvidence } from '../../pods/podEvidence';
import { objectEvidence } from '../../spark/assess/evidence';
import { at, Verdict } from '../../verdicts/verdict';
import { refusalCause } from '../../spark/assess/refusalCause';
import { quotaLine } from '../../pods/quotaLine';

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
  const { reason, clause, nextStep } = refusalCause(
    tellingClause(attempt.errorMessage ?? ''),
    attempt,
  );
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
