import { Verdict } from '../../verdicts/verdict';
import { ApacheAttempt } from '../model/sparkAttempt';
import { startTimeout } from '../model/startTimeout';
import { clockTime } from './clockTime';

/** So long before the operator gives up a person should know; of a short limit its second half. */
const NEAR_MS = 60_000;

/** The operator ends an application that stays too long in a state on its way up: that is told before it happens. */
export function withDeadline(
  attempt: ApacheAttempt,
  verdict: Verdict,
): Verdict {
  const limit = startTimeout(attempt.object.spec, attempt.state);
  const since = attempt.current?.at;
  const waits =
    verdict.health === 'progressing' || verdict.health === 'degraded';
  if (!limit || since === undefined || !waits) {
    return verdict;
  }
  const deadline = since + limit.ms;
  const left = deadline - attempt.now;
  if (left > Math.min(NEAR_MS, limit.ms / 2)) {
    return verdict;
  }
  const gaveUp = left < 0;
  return {
    ...verdict,
    health: 'degraded',
    message: verdict.message.replace(
      /\.$/,
      gaveUp
        ? `; the operator should have given up on it at ${clockTime(deadline)}.`
        : `; the operator gives up on it at ${clockTime(deadline)}.`,
    ),
    nextStep:
      verdict.nextStep ??
      `Free what it waits for, or raise \`${limit.setting}\` (now ${limit.ms}).`,
    sameCause: [verdict.reason, ...(verdict.sameCause ?? [])],
  };
}
