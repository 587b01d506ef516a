import { Failure } from '../../spark/assess/driverEnd';
import {
  eventEvidence,
  unschedulableEvidence,
  waitingEvidence,
} from '../../pods/podEvidence';
import { objectEvidence } from '../../spark/assess/evidence';
import { waitsForImage } from '../../pods/imagePull';
import {
  sparkImageProblem,
  sparkSchedulingProblem,
} from '../../spark/assess/sparkPods';
import { countExecutors } from '../../spark/assess/running';
import { shortfallOf } from '../../pods/shortfall';
import { formatDuration, plural } from '../../values/plain';
import { containerOf } from '../../spark/model/podEnd';
import { endedAt } from '../../spark/model/sparkAttempt';
import { ApacheAttempt } from '../model/sparkAttempt';
import { thresholdOf } from '../model/sparkSize';
import { exceededTimeout } from '../model/startTimeout';

type TimedOut =
  | 'DriverStartTimedOut'
  | 'DriverReadyTimedOut'
  | 'ExecutorsStartTimedOut';

/** The operator gave up waiting. Why it had to wait, the driver's pod tells as it was seen then. */
export function timedOut(attempt: ApacheAttempt, state: TimedOut): Failure {
  const limit = exceededTimeout(attempt.object.spec, state);
  const within = limit ? ` within ${formatDuration(limit.ms)}` : ' in time';
  const raise = limit ? `raise \`${limit.setting}\`` : 'allow it more time';
  const base = {
    reason: state,
    since: endedAt(attempt),
    evidence: [objectEvidence(attempt), ...eventEvidence(attempt.events)],
  };
  switch (state) {
    case 'DriverStartTimedOut':
      return { ...base, ...driverNotStarted(attempt, within, raise, base) };
    case 'DriverReadyTimedOut':
      return {
        ...base,
        message: `The driver ran, but was not ready${within}, so the operator gave up.`,
        nextStep: `See in the driver's log what its start waits for, or ${raise}.`,
      };
    default:
      return { ...base, ...executorsNotStarted(attempt, within, raise) };
  }
}

function driverNotStarted(
  attempt: ApacheAttempt,
  within: string,
  raise: string,
  { evidence }: { evidence: NonNullable<Failure['evidence']> },
): Pick<Failure, 'message' | 'nextStep' | 'evidence'> {
  const gaveUp = `The driver did not start${within}, so the operator gave up`;
  const pod = attempt.driver ?? attempt.goneDriver;
  const container = containerOf(pod, 'driver');
  if (pod && container?.waiting && waitsForImage(container)) {
    const problem = sparkImageProblem(attempt, pod, container, 'driver');
    return {
      message: `${gaveUp}: ${problem.clause}.`,
      nextStep: problem.nextStep,
      evidence: [waitingEvidence(pod, container.waiting), ...evidence],
    };
  }
  if (pod?.unschedulable) {
    const problem = sparkSchedulingProblem(
      pod,
      'driver',
      attempt.size.driver,
      attempt.operator.settings,
    );
    return {
      message: `${gaveUp}: ${problem.clause}.`,
      nextStep: problem.nextStep,
      evidence: [unschedulableEvidence(pod), ...evidence],
    };
  }
  return {
    message: `${gaveUp}; nothing is recorded that explains it.`,
    nextStep: `Run it again when the cluster has room, or ${raise}.`,
    evidence,
  };
}

function executorsNotStarted(
  attempt: ApacheAttempt,
  within: string,
  raise: string,
): Pick<Failure, 'message' | 'nextStep'> {
  const { init } = thresholdOf(attempt.object.spec);
  const { completed, failed, running } = countExecutors(attempt.executors);
  const seen = completed + failed + running;
  const short = shortfallOf(
    'executor',
    attempt.size.executor,
    attempt.operator.settings.executor,
    attempt.ctx.quotas,
    attempt.ctx.limitRanges,
  );
  const wanted =
    init > 0
      ? `the ${plural(init, 'executor')} that it needs to begin`
      : 'its executors';
  const cause = short
    ? `: as things are now, ${short.clause}`
    : `${seen > 0 ? `; ${plural(seen, 'executor')} did come` : ''}`;
  return {
    message: `It did not get ${wanted}${within}, so the operator gave up${cause}.`,
    nextStep:
      short?.nextStep ??
      `Run it again when the cluster has room, ask for fewer executors, or ${raise}.`,
  };
}
