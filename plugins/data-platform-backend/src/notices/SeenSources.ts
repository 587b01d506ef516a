import { LoggerService } from '@backstage/backend-plugin-api';
import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { Knex } from 'knex';
import { Clock } from '../clusters/Clock';

const TABLE = 'data_platform_seen_sources';
const EVERY_MS = 60_000;
/** What ended longer ago its owner has seen by other means, or does not care for any more. */
const YOUNG_MS = 6 * 3_600_000;

export interface SeenSourcesOptions {
  /** With the migrations of this plugin applied. */
  database: Knex;
  clock: Clock;
  /** Names of the sources that are watched now. */
  watched(): readonly string[];
  logger: LoggerService;
}

/**
 * Until when a portal watched each source. Written every minute while one does, so that after a restart it is known
 * what ended while nobody looked. Any number of replicas may write: while one of them watches, nothing goes unseen.
 */
export class SeenSources {
  readonly #options: SeenSourcesOptions;
  /** As it was when this process began. */
  readonly #before: Promise<ReadonlyMap<string, number>>;
  #cancel: () => void = () => {};

  constructor(options: SeenSourcesOptions) {
    this.#options = options;
    this.#before = this.#load();
    this.#schedule();
  }

  /** Whether a run ended while no portal watched its source, and not long ago. False of a source that is new. */
  async endedUnseen({
    source,
    finishedAt,
  }: Pick<PlatformResource, 'source' | 'finishedAt'>): Promise<boolean> {
    const seenAt = (await this.#before).get(source);
    const ended = Date.parse(finishedAt ?? '');
    return (
      seenAt !== undefined &&
      ended > seenAt &&
      ended >= this.#options.clock.now() - YOUNG_MS
    );
  }

  stop(): void {
    this.#cancel();
  }

  async #load(): Promise<ReadonlyMap<string, number>> {
    try {
      const rows = await this.#options.database(TABLE).select();
      return new Map(
        rows.map(({ source, seen_at }) => [source, Number(seen_at)]),
      );
    } catch (error) {
      this.#options.logger.warn(
        `Until when the clusters were watched before this start cannot be read, so that owners are not told of runs that failed meanwhile: ${error}`,
      );
      return new Map();
    }
  }

  #schedule(): void {
    this.#cancel = this.#options.clock.after(EVERY_MS, () => {
      this.#schedule();
      void this.#write();
    });
  }

  async #write(): Promise<void> {
    const { database, clock, watched, logger } = this.#options;
    // What was there before is read first.
    await this.#before;
    const rows = watched().map(source => ({ source, seen_at: clock.now() }));
    if (rows.length === 0) return;
    try {
      await database(TABLE).insert(rows).onConflict('source').merge();
    } catch (error) {
      logger.debug(
        `That the clusters are watched could not be noted: ${error}`,
      );
    }
  }
}
