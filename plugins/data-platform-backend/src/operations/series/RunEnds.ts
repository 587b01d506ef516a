import { Outcome } from '@millrace/backstage-plugin-data-platform-common';
import { HistoryStore } from '../../history/types';
import { IndexChange, ResourceIndex } from '../../store/types';

/** A run, by what identifies it. */
export interface RunIdentity {
  source: string;
  uid: string;
  group: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** How a run ended, with the sentence of its verdict. */
export interface RunEnd {
  outcome: Outcome;
  message: string;
}

/** What becomes of runs: pushed by the index while they live, read from the history once they are gone. */
export class RunEnds {
  readonly #index: ResourceIndex;
  readonly #history: Pick<HistoryStore, 'query' | 'flush'>;

  constructor(options: {
    index: ResourceIndex;
    history: Pick<HistoryStore, 'query' | 'flush'>;
  }) {
    this.#index = options.index;
    this.#history = options.history;
  }

  /**
   * `running` while it goes on, and `unseen` where neither index nor history know of it: the cluster may not have told
   * of it yet.
   */
  async of(run: RunIdentity): Promise<RunEnd | 'running' | 'unseen'> {
    const row = this.#index.find(run)?.row;
    if (row?.uid === run.uid) {
      const { outcome, message } = row.assessment;
      return outcome ? { outcome, message } : 'running';
    }
    await this.#history.flush();
    const { source, uid } = run;
    const [last] = await this.#history.query({ source, uid, limit: 1 });
    if (!last) return 'unseen';
    if (!last.expired) return 'running';
    const { message } = last.assessment;
    return last.outcome
      ? { outcome: last.outcome, message }
      : { outcome: 'cancelled', message: 'It was deleted before it ended.' };
  }

  /** The uid of a run of that name which the history knows, though its object may be gone. */
  async byName(
    run: Omit<RunIdentity, 'uid'> & { entityRef?: string },
  ): Promise<string | undefined> {
    const { entityRef, source, namespace, name } = run;
    await this.#history.flush();
    const [found] = await this.#history.query({
      entityRef,
      source,
      namespace,
      name,
      limit: 1,
    });
    return found?.uid;
  }

  /** Calls when one of these runs may have ended, or room may have come in the namespace. Returns how to stop. */
  watch(
    scope: { source: string; namespace?: string; uids: ReadonlySet<string> },
    listener: () => void,
  ): () => void {
    const concerns = ({ row, removed }: IndexChange) =>
      row.source === scope.source &&
      row.namespace === scope.namespace &&
      (removed ||
        row.assessment.outcome !== undefined ||
        scope.uids.has(row.uid));
    return this.#index.subscribe(changes => {
      if (changes.some(concerns)) listener();
    });
  }
}
