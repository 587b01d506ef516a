import { objectEvidence } from '../../spark/assess/evidence';
import { countExecutors, judgeRunning } from '../../spark/assess/running';
import { Verdict } from '../../verdicts/verdict';
import { plural } from '../../values/plain';
import { ApacheAttempt } from '../model/sparkAttempt';
import { thresholdOf } from '../model/sparkSize';

const THRESHOLD = 'spec.applicationTolerations.instanceConfig';

/**
 * The driver runs. Its pods tell how well; the operator's own count adds what it holds against the application: it counts
 * executors that are ready, and stops an application that does not get its first ones in time.
 */
export function judgeCapacity(attempt: ApacheAttempt): Verdict {
  const verdict = judgeRunning(attempt);
  if (verdict.health !== 'healthy' && verdict.health !== 'progressing') {
    return verdict;
  }
  const { init, min } = thresholdOf(attempt.object.spec);
  const { running } = countExecutors(attempt.executors);
  const since = attempt.current?.at;
  const evidence = verdict.evidence ?? [objectEvidence(attempt)];
  switch (attempt.state) {
    case 'DriverReady':
    case 'InitializedBelowThresholdExecutors':
      return init > running
        ? {
            health: 'progressing',
            reason: 'ExecutorsStarting',
            message: `Running with ${running} of the ${plural(
              init,
              'executor',
            )} that it needs to begin.`,
            since,
            evidence,
          }
        : verdict;
    case 'RunningWithBelowThresholdExecutors':
      return {
        health: 'degraded',
        reason: 'ExecutorsBelowThreshold',
        message: `Running with ${plural(running, 'executor')}${
          min > running ? `, fewer than the ${min} that it needs` : ''
        }: the operator counts too few that are ready.`,
        nextStep: `See why executors were lost, or lower \`${THRESHOLD}.minExecutors\`.`,
        since,
        evidence,
      };
    default:
      return verdict;
  }
}
