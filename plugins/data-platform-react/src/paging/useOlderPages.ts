import { useState } from 'react';

/** Where a reader is in a list that is told from the newest on, page by page. */
export interface OlderPages {
  /** What the page is asked for with; undefined: the newest. */
  before: string | undefined;
  /** From 1. */
  page: number;
  /** Goes on to what is older than `nextBefore`. */
  toOlder(nextBefore: string): void;
  toNewer(): void;
  toNewest(): void;
}

/** @param key - stands for what is asked: another question begins with its newest */
export function useOlderPages(key: string): OlderPages {
  const [place, setPlace] = useState<{ key: string; befores: string[] }>({
    key,
    befores: [],
  });
  const befores = place.key === key ? place.befores : [];
  return {
    before: befores.at(-1),
    page: befores.length + 1,
    // Pressed twice before the page has come, it goes on but once.
    toOlder: nextBefore =>
      befores.at(-1) === nextBefore
        ? undefined
        : setPlace({ key, befores: [...befores, nextBefore] }),
    toNewer: () => setPlace({ key, befores: befores.slice(0, -1) }),
    toNewest: () => setPlace({ key, befores: [] }),
  };
}
