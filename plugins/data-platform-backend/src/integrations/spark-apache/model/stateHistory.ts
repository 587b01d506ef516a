import { entriesAt, field, textAt, timeAt } from '../../values/field';
import { isInitial } from './applicationState';

/** One state that an application has been in. */
export interface StateEntry {
  state: string;
  message?: string;
  /** When it was entered, epoch ms. */
  at?: number;
  /** Status of the driver's pod, as the operator saw it then; outlives the pod. */
  driver?: unknown;
}

/** What the operator says now. Undefined before it has said anything. */
export function currentState(status: unknown): StateEntry | undefined {
  return toEntry(field(status, 'currentState'));
}

/**
 * States of one attempt, newest first. The operator counts states over all attempts, as text: `10` comes after `9`. It trims
 * on a restart, unless it is told not to; then states of earlier attempts stand in the same history and are left out here.
 * @param attempt - `last`: the one that has ended when a restart is due
 */
export function attemptStates(
  status: unknown,
  attempt: 'current' | 'last',
): readonly StateEntry[] {
  const all = newestFirst(field(status, 'stateTransitionHistory'));
  const current = currentState(status);
  const states = current && !all.length ? [current] : all;
  const begin = states.findIndex(({ state }) => isInitial(state));
  const own = begin < 0 ? states : states.slice(0, begin + 1);
  if (attempt === 'current') {
    return own;
  }
  const before = states.slice(own.length);
  const end = before.findIndex(({ state }) => isInitial(state));
  if (before.length > 0) {
    return end < 0 ? before : before.slice(0, end + 1);
  }
  // Where the operator moves them on a restart.
  return newestFirst(
    field(status, 'previousAttemptSummary', 'stateTransitionHistory'),
  );
}

function newestFirst(history: unknown): readonly StateEntry[] {
  return entriesAt(history)
    .filter(([key]) => /^\d{1,15}$/.test(key))
    .sort(([a], [b]) => Number(b) - Number(a))
    .flatMap(([, value]) => toEntry(value) ?? []);
}

function toEntry(value: unknown): StateEntry | undefined {
  const state = textAt(value, 'currentStateSummary');
  if (state === undefined) {
    return undefined;
  }
  const driver = field(value, 'lastObservedDriverStatus');
  return {
    state,
    message: textAt(value, 'message'),
    at: timeAt(value, 'lastTransitionTime'),
    ...(driver !== undefined && { driver }),
  };
}
