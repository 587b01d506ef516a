const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next attempt: doubles up to 30 s, with half of it
 * random, so that a restarted portal does not see all browsers at once.
 * @param failures - attempts that failed in a row; 0 after an orderly end
 * @param random - from 0 up to 1
 */
export function reconnectDelay(failures: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
  return ceiling / 2 + (ceiling / 2) * random;
}
