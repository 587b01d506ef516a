import { isFailure, isTerminated } from './applicationState';
import { attemptStates, currentState, StateEntry } from './stateHistory';

/** How an attempt ended, with the state that tells. */
export interface AttemptEnd {
  outcome: 'succeeded' | 'failed' | 'cancelled';
  entry: StateEntry;
  /** True when that state is of the attempt before: how the last one ended is not recorded. */
  earlier?: boolean;
}

/** The operator's fixed sentence for an application that was deleted. Source: Constants.java, APP_CANCELLED_MESSAGE. */
const SHUT_DOWN = 'Spark application has been shutdown as requested.';

/**
 * How the attempt ended, or undefined: it goes on, or nobody can tell. The operator's two last states are the same for
 * success, failure and cancellation; what came before them tells. Never takes the success of an earlier attempt for that of
 * a later one.
 * Source: apache/spark-kubernetes-operator ApplicationStatus.terminateOrRestart.
 */
export function attemptEnd(
  status: unknown,
  deleting: boolean,
): AttemptEnd | undefined {
  const current = currentState(status);
  if (!current) {
    return undefined;
  }
  if (current.state === 'ScheduledToRestart') {
    return endIn(attemptStates(status, 'last'));
  }
  const own = attemptStates(status, 'current');
  const end = endIn(isTerminated(current.state) ? own : [current]);
  if (end || !isTerminated(current.state)) {
    return end;
  }
  if (deleting || current.message === SHUT_DOWN) {
    return { outcome: 'cancelled', entry: current };
  }
  // After a success another attempt follows only where the policy runs it again and again: that success is not this one's.
  const before = endIn(attemptStates(status, 'last'));
  return before?.outcome === 'failed'
    ? { ...before, earlier: true }
    : undefined;
}

function endIn(states: readonly StateEntry[]): AttemptEnd | undefined {
  for (const entry of states) {
    if (entry.state === 'Succeeded') {
      return { outcome: 'succeeded', entry };
    }
    if (isFailure(entry.state)) {
      return { outcome: 'failed', entry };
    }
  }
  return undefined;
}
