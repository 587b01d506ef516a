import { Response } from 'express';
import { Clock } from '../clusters/Clock';
import { Viewer } from '../permissions/Viewer';
import { Viewers } from '../permissions/Viewers';

const REAUTHORISE_MS = 60_000;
/** `setTimeout` takes no longer waits than this. */
const MAX_WAIT_MS = 2 ** 31 - 1;

export interface LifeOptions {
  clock: Clock;
  viewers: Viewers;
  shutdown: AbortSignal;
  /** Called with the viewer as the policy sees them now. May throw to end it. */
  onReauthorised?(viewer: Viewer): void;
}

/**
 * How long an answer that lasts may last: until the reader goes, the backend stops, the credentials expire, or the
 * policy, asked again every 60 s, says no.
 * @returns aborts when any of these happens
 */
export function lifeOf(
  res: Response,
  viewer: Viewer,
  { clock, viewers, shutdown, onReauthorised }: LifeOptions,
): AbortSignal {
  const life = new AbortController();
  const end = () => life.abort();
  let cancelAgain = () => {};
  const again = () => {
    viewers.again(viewer.credentials).then(
      now => {
        if (life.signal.aborted) return;
        try {
          onReauthorised?.(now);
          cancelAgain = clock.after(REAUTHORISE_MS, again);
        } catch {
          end();
        }
      },
      // Whether it was a no or no answer: what cannot be authorised does not go on. The reader comes back.
      end,
    );
  };
  cancelAgain = clock.after(REAUTHORISE_MS, again);
  const expiresAt = viewer.credentials.expiresAt?.getTime();
  const cancelExpiry =
    expiresAt === undefined
      ? () => {}
      : clock.after(
          Math.min(Math.max(0, expiresAt - clock.now()), MAX_WAIT_MS),
          end,
        );
  res.once('close', end);
  shutdown.addEventListener('abort', end, { once: true });
  life.signal.addEventListener('abort', () => {
    cancelAgain();
    cancelExpiry();
    res.removeListener('close', end);
    shutdown.removeEventListener('abort', end);
  });
  if (shutdown.aborted || res.closed) end();
  return life.signal;
}
