import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import { fact } from '../../verdicts/fact';

/** What has lived long enough is deleted within seconds; later than this nobody does it. */
export const OVERDUE_MS = 300_000;

/** That a run which is over should be gone by now, or never goes; none while it is not due. */
export function expiryFact(
  due: number | 'never',
  now: number,
): readonly Fact[] {
  if (due === 'never') {
    const why = 'never: the operator has not recorded when it ended';
    return fact('expires', 'Expires', why, true);
  }
  return now >= due + OVERDUE_MS
    ? fact('expires', 'Expires', `due since ${minuteOf(due)}`, true)
    : [];
}

/** `2026-11-22 12:05 UTC` */
export function minuteOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
