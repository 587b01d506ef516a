import { driverFailure, Failure } from '../../spark/assess/driverEnd';
import { eventEvidence } from '../../pods/podEvidence';
import { objectEvidence } from '../../spark/assess/evidence';
import { quotaLine } from '../../pods/quotaLine';
import { refusalCause } from '../../spark/assess/refusalCause';
import { code, plain } from '../../values/plain';
import { endedAt } from '../../spark/model/sparkAttempt';
import { ApacheAttempt } from '../model/sparkAttempt';
import { refusalText } from './refusalText';
import { timedOut } from './timedOut';

/** Why an attempt failed: its program, or the cluster that did not carry it. The two need other advice. */
export function failureOf(attempt: ApacheAttempt): Failure {
  const state = attempt.end?.entry.state;
  switch (state) {
    case 'SchedulingFailure':
      return refused(attempt);
    case 'DriverStartTimedOut':
    case 'DriverReadyTimedOut':
    case 'ExecutorsStartTimedOut':
      return timedOut(attempt, state);
    case 'DriverEvicted': {
      const failure = driverFailure(attempt);
      return failure.reason === 'DriverEvicted'
        ? failure
        : {
            ...failure,
            reason: 'DriverEvicted',
            message:
              'The driver was evicted: its node ran short of memory or disk.',
            nextStep: `Run it again; if it happens often, raise \`${attempt.operator.settings.driver.memoryOverhead}\` or ask the platform team for larger nodes.`,
          };
    }
    default:
      return driverFailure(attempt);
  }
}

/** Source: apache/spark-kubernetes-operator AppInitStep.creationFailureState. */
const NAMELESS =
  /^Failed to request resource for driver with kind: (\w+), name: (\S+)$/;

/** The API server did not take what the operator wanted to make. */
function refused(attempt: ApacheAttempt): Failure {
  const said = attempt.errorMessage ?? '';
  const nameless = NAMELESS.exec(said);
  if (nameless) {
    return {
      reason: 'SchedulingFailure',
      message: `The operator could not make the ${plain(
        nameless[1],
        40,
      )} ${code(nameless[2])} for the driver, and does not say why.`,
      nextStep:
        "Ask the platform team for the operator's log; quota and admission rules of the namespace are the usual cause.",
      since: endedAt(attempt),
      evidence: [objectEvidence(attempt), ...eventEvidence(attempt.events)],
    };
  }
  const cause = refusalCause(refusalText(said), attempt);
  return {
    reason: cause.reason,
    message: `The operator could not make the driver: ${cause.clause}.`,
    nextStep: cause.nextStep,
    since: endedAt(attempt),
    evidence: [
      objectEvidence(attempt),
      ...attempt.ctx.quotas
        .filter(() => cause.reason === 'QuotaExceeded')
        .map(quota => ({
          kind: 'quota' as const,
          subject: `ResourceQuota ${quota.name}`,
          message: quotaLine(quota),
        })),
      ...eventEvidence(attempt.events),
    ],
  };
}
