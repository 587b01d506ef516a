import { DataPlatformApi, StreamMessage } from '../api/DataPlatformApi';
import { reconnectDelay } from './reconnectDelay';
import { sleep } from './sleep';

/** A stream that is silent for longer has lost its other side (heartbeats come every 15 s). */
const SILENCE_MS = 45_000;

export interface StreamSessionOptions {
  open: DataPlatformApi['stream'];
  /** Id of the last event seen by this browser, whichever tab saw it. */
  lastEventId(): string | undefined;
  onMessage(message: StreamMessage): void;
  /** Told with true when the stream is up, with false when it is not. */
  onUp(up: boolean): void;
  random?: () => number;
}

/**
 * Keeps the stream open until the signal fires: resumes by event id, reconnects
 * with jitter, and gives up a connection that has fallen silent.
 */
export async function runStreamSession(
  options: StreamSessionOptions,
  signal: AbortSignal,
): Promise<void> {
  const random = options.random ?? Math.random;
  let failures = 0;
  while (!signal.aborted) {
    const wasUp = await connectOnce(options, signal);
    if (signal.aborted) {
      return;
    }
    failures = wasUp ? 0 : failures + 1;
    options.onUp(false);
    await sleep(reconnectDelay(failures, random()), signal);
  }
}

/** Returns true when the stream came up, however it ended. */
async function connectOnce(
  options: StreamSessionOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const silence = new AbortController();
  const stop = () => silence.abort();
  signal.addEventListener('abort', stop);
  let watchdog = setTimeout(stop, SILENCE_MS);
  let up = false;
  try {
    const messages = options.open({
      lastEventId: options.lastEventId(),
      signal: silence.signal,
    });
    for await (const message of messages) {
      clearTimeout(watchdog);
      watchdog = setTimeout(stop, SILENCE_MS);
      if (!up) {
        up = true;
        options.onUp(true);
      }
      if (message.frame) {
        options.onMessage(message);
      }
      if (signal.aborted) {
        break;
      }
    }
  } catch {
    // Whatever ended the stream, the answer is the same: try again, and poll meanwhile.
  } finally {
    clearTimeout(watchdog);
    signal.removeEventListener('abort', stop);
    silence.abort();
  }
  return up;
}
