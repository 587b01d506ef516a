import { SparkApiFault } from '../rest/SparkApi';

/** How often an application is read while all is well. */
export const EVERY_MS = 15_000;
const LONGEST_MS = 5 * 60_000;
/** A rule that lacks is not made by asking. */
const REFUSED_MS = 10 * 60_000;

/** How long to leave an application alone after a reading. Drawn apart, so that many do not beat in step. */
export function respite(
  fault: SparkApiFault | undefined,
  failures: number,
  random: () => number,
): number {
  const jitter = 0.9 + random() / 5;
  if (fault === undefined) {
    return EVERY_MS * jitter;
  }
  if (fault === 'forbidden' || fault === 'denied') {
    return REFUSED_MS * jitter;
  }
  const doubled = EVERY_MS * 2 ** Math.min(failures, 10);
  return Math.min(doubled, LONGEST_MS) * jitter;
}
