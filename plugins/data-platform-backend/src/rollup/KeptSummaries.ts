import { Summary } from '@millrace/backstage-plugin-data-platform-common';
import { Access } from '../permissions/access';
import { SummaryReader, SummaryScope } from './SummaryReader';

/** Verdicts tell times ("5 min ago"), and other replicas write the history: nothing is believed for longer. */
const KEEP_MS = 1_000;
const MAX_KEPT = 1_000;

export interface KeptSummariesOptions {
  reader: Pick<SummaryReader, 'read'>;
  now(): number;
  /** All that tells of a change which a summary could show. */
  changes: readonly { subscribe(listener: () => void): () => void }[];
}

/**
 * Summaries, made once for all who may see the same, until anything changes. A change is told here before it is told to
 * streams, so who reads because of one never gets the answer of the time before it.
 */
export class KeptSummaries {
  readonly #reader: Pick<SummaryReader, 'read'>;
  readonly #now: () => number;
  readonly #kept = new Map<string, { at: number; summary: Promise<Summary> }>();
  readonly #unsubscribe: readonly (() => void)[];

  constructor({ reader, now, changes }: KeptSummariesOptions) {
    this.#reader = reader;
    this.#now = now;
    this.#unsubscribe = changes.map(change =>
      change.subscribe(() => this.#kept.clear()),
    );
  }

  read(scope: SummaryScope, { key, allows }: Access): Promise<Summary> {
    const { entityRef, productRef, domainRef } = scope;
    const id = JSON.stringify([key, entityRef, productRef, domainRef]);
    const now = this.#now();
    const known = this.#kept.get(id);
    if (known && now - known.at < KEEP_MS) return known.summary;
    const kept = { at: now, summary: this.#reader.read(scope, allows) };
    this.#kept.set(id, kept);
    kept.summary.catch(() => {
      if (this.#kept.get(id) === kept) this.#kept.delete(id);
    });
    if (this.#kept.size > MAX_KEPT) {
      const [oldest] = this.#kept.keys();
      this.#kept.delete(oldest);
    }
    return kept.summary;
  }

  stop(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }
}
