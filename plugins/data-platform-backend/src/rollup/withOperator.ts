import { Assessment } from '@millrace/backstage-plugin-data-platform-common';

/**
 * Says of a job whose operator is down that no run can start. The job itself is as well as it was: a cluster whose
 * operator is down makes no job fail, and its banner says so once for all.
 *
 * @param trouble - `the Kubeflow Spark operator of cluster eu-1 seems to be down since 10:02 UTC`
 */
export function withOperator(
  verdict: Assessment,
  trouble: string | undefined,
): Assessment {
  if (!trouble || verdict.message.includes(trouble)) return verdict;
  const sentence = `No new run can start: ${trouble}.`;
  const quiet = verdict.health === 'healthy' || verdict.health === 'suspended';
  return {
    ...verdict,
    ...(quiet && { message: `${verdict.message} ${sentence}` }),
    evidence: [
      ...verdict.evidence,
      { kind: 'source', subject: 'operator', message: sentence },
    ],
  };
}
