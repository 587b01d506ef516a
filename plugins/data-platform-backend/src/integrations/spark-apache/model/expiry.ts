import { OVERDUE_MS } from '../../spark/facts/expiryFact';
import { countAt, field } from '../../values/field';
import { ApacheAttempt } from './sparkAttempt';
import { attemptStates } from './stateHistory';

/** What time does to a run that is over, epoch ms. Source: AppCleanUpStep.checkEarlyExitForTerminatedApp. */
export interface Expiry {
  /** When the object goes; `never` where it should and the operator cannot tell when. Absent where it is to stay. */
  object?: number | 'never';
  /** When the pods go that its definition keeps. */
  pods?: number;
}

/** The operator counts from the state before it released the resources; while it keeps them, from when it began to. */
export function expiryOf(attempt: ApacheAttempt): Expiry {
  const { state, current, object } = attempt;
  const { status, metadata } = object;
  if (field(metadata, 'deletionTimestamp') !== undefined) {
    return {};
  }
  const ttl = limitOf(attempt, 'ttlAfterStopMillis');
  if (state === 'ResourceReleased') {
    return objectAfter(attemptStates(status, 'current')[1]?.at, ttl);
  }
  if (state !== 'TerminatedWithoutReleaseResources') {
    return {};
  }
  const retain = limitOf(attempt, 'resourceRetainDurationMillis');
  const kept = Math.min(retain ?? Infinity, ttl ?? Infinity);
  const pods = timeAfter(current?.at, kept);
  return {
    ...objectAfter(current?.at, ttl),
    ...(pods !== undefined && { pods }),
  };
}

/** When something about a run that is over will be overdue next, epoch ms. */
export function overdueAt(attempt: ApacheAttempt): number | undefined {
  const { object, pods } = expiryOf(attempt);
  const times = [object, pods]
    .filter(time => typeof time === 'number')
    .map(time => time + OVERDUE_MS)
    .filter(time => time > attempt.now);
  return times.length > 0 ? Math.min(...times) : undefined;
}

function objectAfter(since: number | undefined, ttl: number | undefined) {
  if (ttl === undefined) return {};
  if (since === undefined) return { object: 'never' as const };
  const object = timeAfter(since, ttl);
  return object === undefined ? {} : { object };
}

/** Undefined beyond what a date can be: that is never. */
function timeAfter(since: number | undefined, ms: number): number | undefined {
  const time = (since ?? NaN) + ms;
  return time <= 8.64e15 ? time : undefined;
}

/** Milliseconds; undefined where it is unset or negative, which means for ever. */
function limitOf({ object }: ApacheAttempt, key: string): number | undefined {
  return countAt(object.spec, 'applicationTolerations', key);
}
