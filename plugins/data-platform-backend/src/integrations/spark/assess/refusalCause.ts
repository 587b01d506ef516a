import { code, plain } from '../model/plain';
import { SparkAttempt } from '../model/sparkAttempt';

/** Why a submission was refused. */
export interface RefusalCause {
  reason: string;
  /** Clause: "service account `spark` does not exist in namespace `sales`". */
  clause: string;
  nextStep: string;
}

/**
 * Why the API server refused the driver pod, from its own text. The text only chooses the words and the remedy.
 * @param text - the line that tells, without what wraps it
 */
export function refusalCause(
  text: string,
  attempt: SparkAttempt,
): RefusalCause {
  const { settings } = attempt.operator;
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
      nextStep: `Correct \`${settings.serviceAccount}\`, or ask the platform team to create that account.`,
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
      nextStep: `Set \`${settings.driver.cpuLimit}\` to at least \`${settings.driver.cpu}\`, or ask the platform team to drop the default CPU limit of the LimitRange.`,
    };
  }
  if (/(maximum|minimum) (cpu|memory) usage per (container|pod)/i.test(text)) {
    return {
      reason: 'LimitRangeExceeded',
      clause: `the driver is outside of what the namespace's LimitRange allows, ${said(
        text,
        /(maximum|minimum) (cpu|memory) usage/i,
      )}`,
      nextStep: `Change the size in \`${settings.driver.whole}\`.`,
    };
  }
  if (/violates PodSecurity/i.test(text)) {
    return {
      reason: 'PodSecurityViolation',
      clause: 'the driver pod breaks the Pod Security rules of the namespace',
      nextStep: `Set the security context that the rules ask for in \`${settings.driver.securityContext}\`.`,
    };
  }
  if (/batch scheduler/i.test(text)) {
    return {
      reason: 'BatchSchedulerMissing',
      clause: `the batch scheduler that it names is not available, ${said(
        text,
        /batch scheduler/i,
      )}`,
      nextStep: `Correct \`${settings.batchScheduler}\`, or ask the platform team to install it.`,
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

/** The text from the phrase that tells, as a quote. */
function said(text: string, phrase: RegExp): string {
  const found = phrase.exec(text);
  return `it says: ${plain(text.slice(found?.index ?? 0), 140)}`;
}
