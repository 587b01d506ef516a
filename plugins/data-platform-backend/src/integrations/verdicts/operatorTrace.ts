import { OperatorTrace } from '@millrace/backstage-plugin-data-platform-node';

/** What an object shows of its operator's work. Times are epoch milliseconds. */
export interface TraceFacts {
  createdAt?: number;
  /** The object is on its way out: nothing is owed to it. */
  deleting: boolean;
  /** The operator has written a state. */
  touched: boolean;
  /** Times that the operator wrote. */
  written: readonly (number | undefined)[];
  /** When the driver's pod ended, although the state says that it runs. */
  unrecordedEnd?: number;
}

/** The trace of an operator, from what one object shows; the same rule for every kind. */
export function operatorTrace(facts: TraceFacts): OperatorTrace {
  const { createdAt, deleting, touched, unrecordedEnd, written } = facts;
  const times = [touched ? createdAt : undefined, ...written].filter(
    (time): time is number => time !== undefined,
  );
  const what = touched ? 'end' : 'pick-up';
  const since = touched ? unrecordedEnd : createdAt;
  return {
    touched,
    ...(times.length > 0 && { actedAt: Math.max(...times) }),
    ...(since !== undefined && !deleting && { owes: { what, since } }),
  };
}
