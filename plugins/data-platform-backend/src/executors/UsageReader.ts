import { ExecutorUsage } from '@millrace/backstage-plugin-data-platform-common';
import { HistoryStore } from '../history/types';
import { executorUsage } from './executorUsage';
import { Prices } from './Prices';
import { UsageRecord } from './UsageRecord';

export interface UsageReaderOptions {
  history: Pick<HistoryStore, 'usage'>;
  /** What is known of a live object's attempt while it goes on, and now by the clock of its cluster. */
  live(resourceId: string): { usage: UsageRecord; now: number } | undefined;
  prices?: Prices;
}

/** Executors over time: of what goes on from the index, of what is over from the history. */
export class UsageReader {
  readonly #options: UsageReaderOptions;

  constructor(options: UsageReaderOptions) {
    this.#options = options;
  }

  /** Of one run; `resourceId` where a live object shows it. Undefined where no executor was ever seen. */
  async of(run: {
    id: string | undefined;
    resourceId?: string;
  }): Promise<ExecutorUsage | undefined> {
    const { history, live, prices } = this.#options;
    const now = run.resourceId ? live(run.resourceId) : undefined;
    if (now) return executorUsage(now.usage, now.now, prices);
    const kept = run.id ? await history.usage(run.id) : undefined;
    return kept && executorUsage(kept, kept.until, prices);
  }
}
