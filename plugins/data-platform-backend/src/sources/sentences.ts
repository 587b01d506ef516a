import { MAX_LINE_BYTES } from './watchOnce';

/** A time as the sentences of a source say it: `09:58 UTC`, with the day when it is not today's. */
export function clockTime(at: number, now: number): string {
  const iso = new Date(at).toISOString();
  const day = iso.slice(0, 10);
  const hour = `${iso.slice(11, 16)} UTC`;
  return day === new Date(now).toISOString().slice(0, 10)
    ? hour
    : `${day} ${hour}`;
}

/** What is shown, and why nothing newer is. */
export interface Outage {
  /** Who does not answer: `cluster eu-1`, `SparkApplications of cluster eu-1`. */
  subject: string;
  /** `has not answered`, `cannot be read` */
  fault: string;
  /** When what is shown was last known to be true; undefined if nothing was ever read. */
  lastGood?: number;
  since: number;
  /** `connection refused` */
  reason: string;
  now: number;
}

/** `Showing the state of 09:58 UTC: cluster eu-1 has not answered since 10:02 UTC (connection refused).` */
export function outageSentence(outage: Outage): string {
  const { subject, fault, lastGood, since, reason, now } = outage;
  const what = `${subject} ${fault} since ${clockTime(
    since,
    now,
  )} (${reason}).`;
  return lastGood === undefined
    ? what[0].toUpperCase() + what.slice(1)
    : `Showing the state of ${clockTime(lastGood, now)}: ${what}`;
}

/** Objects that were not read. */
export function tooLargeSentence([name, ...others]: readonly string[]): string {
  const size = `larger than the portal reads (${MAX_LINE_BYTES / 2 ** 20} MiB)`;
  const { length } = others;
  return length === 0
    ? `${name} is ${size}, so its state is not known.`
    : `${name} and ${length} more are ${size}, so their state is not known.`;
}
