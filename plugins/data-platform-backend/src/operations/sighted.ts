import { Clock } from '../clusters/Clock';
import { ResourceIndex } from '../store/types';

/** Which object is looked for in the index. */
export interface Sighting {
  source: string;
  group: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** Waits until the index shows an object, at most `ms`. Its id, or undefined when it has not come by then. */
export function sighted(
  index: ResourceIndex,
  what: Sighting,
  options: { clock: Clock; ms: number; signal: AbortSignal },
): Promise<string | undefined> {
  const look = () => index.find(what)?.row.id;
  return new Promise(resolve => {
    const seen = look();
    if (seen || options.signal.aborted) {
      resolve(seen);
      return;
    }
    const ended = new AbortController();
    const end = (id: string | undefined) => {
      ended.abort();
      resolve(id);
    };
    const onEnd = (run: () => void) =>
      ended.signal.addEventListener('abort', run);
    onEnd(options.clock.after(options.ms, () => end(look())));
    onEnd(
      index.subscribe(() => {
        const id = look();
        if (id) end(id);
      }),
    );
    options.signal.addEventListener('abort', () => end(undefined), {
      signal: ended.signal,
    });
  });
}
