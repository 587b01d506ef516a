import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import { ago, lasting } from '../rollup/timeWords';
import { RunRecord } from './types';

const EXPIRED =
  "the object is no longer on the cluster, this is from the portal's history";

/** The verdict on a run whose object is gone: its end as it was recorded, said so that nobody looks for the object. */
export function expiredVerdict(
  run: Pick<
    RunRecord,
    'assessment' | 'outcome' | 'finishedAt' | 'durationSeconds'
  >,
  goneAt: number,
  seen: boolean,
  now: number,
): Assessment {
  const { assessment, outcome } = run;
  const when = ago(run.finishedAt ?? new Date(goneAt).toISOString(), now);
  const took =
    run.durationSeconds === undefined
      ? undefined
      : lasting(run.durationSeconds);
  const base = { ...assessment, remedies: [], nextStep: undefined };
  switch (outcome) {
    case 'succeeded':
      return {
        ...base,
        message: `Succeeded ${when}${took ? ` in ${took}` : ''}; ${EXPIRED}.`,
      };
    case 'failed':
      return {
        ...base,
        nextStep: assessment.nextStep,
        message: `Failed ${when}${
          took && !assessment.message.includes(` ${took}`)
            ? ` after ${took}`
            : ''
        }: ${cause(assessment.message)}; ${EXPIRED}.`,
      };
    case 'cancelled':
      return {
        ...base,
        message: `Ended early ${when}: ${cause(
          assessment.message,
        )}; ${EXPIRED}.`,
      };
    default:
      return {
        ...base,
        health: 'unknown',
        reason: 'Vanished',
        message: `How it ended is not known: the object was gone when the portal looked again (${ago(
          new Date(goneAt).toISOString(),
          now,
        )}${seen ? '' : '; nobody was watching before'}). Last seen: ${
          assessment.message
        }`,
      };
  }
}

/** The sentence without its point and without a beginning that would be said twice. */
function cause(message: string): string {
  const text = message.replace(/^(Failed|Cancelled)[:,]?\s+/i, '').trim();
  return text.replace(/\.$/, '');
}
