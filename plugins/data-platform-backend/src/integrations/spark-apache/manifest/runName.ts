import { runName as nameOf } from '../../spark/manifest/sparkName';
import { ID_MAX } from '../model/applicationId';

/** Room for `-` and the number of the attempt: a longer id becomes a hash, and then nobody recognises its pods. */
const ATTEMPT_LENGTH = 2;

/** Longest name of a run whose pods carry it. */
export const RUN_NAME_MAX = ID_MAX - ATTEMPT_LENGTH;

/** Name of one run of a job: `orders-daily-mf3k2x1a`. Unique to the millisecond, never too long, in order of time. */
export function runName(job: string, now: number): string {
  return nameOf(job, now, RUN_NAME_MAX);
}
