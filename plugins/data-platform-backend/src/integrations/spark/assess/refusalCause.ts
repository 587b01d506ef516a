import { Refusal, podRefusal, said } from '../../pods/podRefusal';
import { plain } from '../../values/plain';
import { SparkAttempt } from '../model/sparkAttempt';

/**
 * Why the API server refused the driver pod, from its own text. The text only chooses the words and the remedy.
 * @param text - the line that tells, without what wraps it
 */
export function refusalCause(text: string, attempt: SparkAttempt): Refusal {
  const { settings } = attempt.operator;
  const known = podRefusal(text, {
    namespace: attempt.namespace,
    who: 'the driver',
    others: 'other runs',
    settings: { ...settings.driver, serviceAccount: settings.serviceAccount },
  });
  if (known) {
    return known;
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
