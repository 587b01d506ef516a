import { Run } from '@millrace/backstage-plugin-data-platform-common';
import { ResourceIndex } from '../store/types';
import { RunReader } from './RunReader';

/** Other replicas write the history as well; what was read is believed for this long. */
const KEEP_MS = 20_000;
const MAX_ENTITIES = 5_000;
/** Enough for "the previous run failed" behind a few that were stopped. */
const RUNS = 5;

/**
 * The last runs of entities, from the history. Kept for a short while, and forgotten as soon as a live object of the
 * entity changes, so that the roll-up of a domain with a hundred jobs does not ask the database a hundred times.
 */
export class LatestRuns {
  readonly #reader: RunReader;
  readonly #now: () => number;
  readonly #kept = new Map<
    string,
    { at: number; runs: Promise<readonly Run[]> }
  >();
  readonly stop: () => void;

  constructor(reader: RunReader, index: ResourceIndex, now: () => number) {
    this.#reader = reader;
    this.#now = now;
    this.stop = index.subscribe(changes => {
      for (const { row } of changes) {
        if (row.entityRef) this.#kept.delete(row.entityRef);
      }
    });
  }

  of(entityRef: string): Promise<readonly Run[]> {
    const now = this.#now();
    const known = this.#kept.get(entityRef);
    if (known && now - known.at < KEEP_MS) return known.runs;
    const runs = this.#reader.ofEntity(entityRef, RUNS);
    const kept = { at: now, runs };
    this.#kept.delete(entityRef);
    this.#kept.set(entityRef, kept);
    runs.catch(() => {
      if (this.#kept.get(entityRef) === kept) this.#kept.delete(entityRef);
    });
    if (this.#kept.size > MAX_ENTITIES) {
      const [oldest] = this.#kept.keys();
      this.#kept.delete(oldest);
    }
    return runs;
  }
}
