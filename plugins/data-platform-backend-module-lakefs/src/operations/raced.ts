import { setTimeout as sleep } from 'node:timers/promises';
import { LakefsError } from '../client/LakefsError';

const TRIES = 5;
const FIRST_WAIT_MS = 150;

/**
 * Does a write that others may overtake: `write` is tried again, at most five times, as long as lakeFS says that another
 * was quicker, each time after `look` has found that it is not done yet.
 */
export async function raced<T>(options: {
  look(): Promise<T | undefined>;
  write(overtaken: boolean): Promise<T>;
  signal: AbortSignal;
  wait?(ms: number, signal: AbortSignal): Promise<void>;
}): Promise<T> {
  const { look, write, signal, wait = pause } = options;
  for (let tried = 1; ; tried += 1) {
    const done = await look();
    if (done !== undefined) return done;
    try {
      return await write(tried > 1);
    } catch (error) {
      const again =
        error instanceof LakefsError && error.isRace && tried < TRIES;
      if (!again || signal.aborted) throw error;
      await wait(FIRST_WAIT_MS * 2 ** (tried - 1), signal);
    }
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const spread = ms * (0.5 + Math.random());
  await sleep(spread, undefined, { signal }).catch(() => undefined);
}
