import { CatalogEntityPage } from '@millrace/backstage-plugin-data-platform-common';
import { EntityStore } from './types';

/** How often another replica's changes are looked for while a poll waits, ms. */
const LOOK_AGAIN_MS = 500;

export interface EntityPageQuery {
  /** Sequence number that the consumer has. */
  after: number;
  /** How long to wait for a change, ms. */
  waitMs: number;
  limit: number;
  /** The consumer went away. */
  signal: AbortSignal;
}

/** One answer to the catalog's provider: what changed after `after`, at once or as soon as something does. */
export async function entityPage(
  store: EntityStore,
  query: EntityPageQuery,
  now: () => number = Date.now,
): Promise<CatalogEntityPage> {
  const generation = await store.generation();
  const deadline = now() + query.waitMs;
  for (;;) {
    const nudge = nextChange(store);
    const changes = await store.changesAfter(query.after, query.limit + 1);
    const left = deadline - now();
    if (changes.length > 0 || left <= 0 || query.signal.aborted) {
      nudge.cancel();
      const items = changes.slice(0, query.limit);
      return {
        items: items.map(change => ({
          ...change,
          entity: change.entity as Record<string, unknown> | undefined,
        })),
        seq: items.at(-1)?.seq ?? query.after,
        more: changes.length > items.length,
        generation,
      };
    }
    await nudge.wait(Math.min(left, LOOK_AGAIN_MS), query.signal);
  }
}

/** Armed before the read, so that a change between the read and the wait is not slept through. */
function nextChange(store: EntityStore): {
  wait(ms: number, signal: AbortSignal): Promise<void>;
  cancel(): void;
} {
  let wake: () => void = () => {};
  let changed = false;
  const stop = store.subscribe(() => {
    changed = true;
    wake();
  });
  return {
    cancel: stop,
    wait: (ms, signal) =>
      new Promise<void>(resolve => {
        const ended = new AbortController();
        const end = () => {
          ended.abort();
          stop();
          resolve();
        };
        const timer = setTimeout(end, ms);
        ended.signal.addEventListener('abort', () => clearTimeout(timer));
        signal.addEventListener('abort', end, { signal: ended.signal });
        wake = end;
        if (changed || signal.aborted) end();
      }),
  };
}
