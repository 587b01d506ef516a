import { randomUUID } from 'crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Clock } from '../clusters/Clock';
import { HistoryQueue } from './HistoryQueue';
import { writeBatch } from './writeBatch';

/** Most writes of one transaction: better-sqlite3 holds the loop for as long as it lasts. */
const BATCH = 100;
const FLUSH_MS = 250;
const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 30_000;

/** Writes the queue away in batches. A database that is down or locked is waited for, with one line in the log. */
export class HistoryWriter {
  /** Tells what this process wrote from what other replicas did. */
  readonly #id = randomUUID().slice(0, 8);
  readonly #queue: HistoryQueue;
  readonly #database: Knex;
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  #cancel: (() => void) | undefined;
  #writing: Promise<boolean> | undefined;
  #failures = 0;
  #stopped = false;

  constructor(
    queue: HistoryQueue,
    options: { database: Knex; clock: Clock; logger: LoggerService },
  ) {
    this.#queue = queue;
    this.#database = options.database;
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  /** Something was queued. */
  wake(): void {
    if (this.#stopped || this.#failures > 0 || this.#writing) {
      return;
    }
    if (this.#queue.size >= BATCH) {
      void this.#write();
    } else {
      this.#schedule(FLUSH_MS);
    }
  }

  /** Resolves when all that is queued now has been written, or when a try to write it has failed. */
  async flush(): Promise<void> {
    while (this.#queue.size > 0) {
      if (!(await this.#write())) {
        return;
      }
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel?.();
    await this.flush();
  }

  #schedule(ms: number): void {
    if (!this.#cancel && !this.#stopped) {
      this.#cancel = this.#clock.after(ms, () => {
        this.#cancel = undefined;
        void this.#write();
      });
    }
  }

  /** One batch. Calls that come while one is written wait for it. */
  #write(): Promise<boolean> {
    this.#writing ??= this.#writeOne().finally(() => {
      this.#writing = undefined;
      if (this.#queue.size > 0) {
        this.#schedule(this.#failures > 0 ? this.#retryMs() : 0);
      }
    });
    return this.#writing;
  }

  async #writeOne(): Promise<boolean> {
    const writes = this.#queue.peek(BATCH);
    if (writes.length === 0) {
      return true;
    }
    try {
      await writeBatch(this.#database, writes, this.#id);
    } catch (error) {
      if (this.#failures === 0) {
        this.#logger.error(
          'The history of runs cannot be written; what happens now is kept in memory and written later',
          error instanceof Error ? error : undefined,
        );
      }
      this.#failures += 1;
      return false;
    }
    this.#queue.done(writes);
    if (this.#failures > 0) {
      this.#failures = 0;
      this.#logger.info('The history of runs is written again');
    }
    return true;
  }

  #retryMs(): number {
    return Math.min(RETRY_MIN_MS * 2 ** (this.#failures - 1), RETRY_MAX_MS);
  }
}
