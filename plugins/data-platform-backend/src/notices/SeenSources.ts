import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Clock } from '../clusters/Clock';

const TABLE = 'data_platform_seen_sources';
const EVERY_MS = 60_000;

export interface SeenSourcesOptions {
  /** With the migrations of this plugin applied. */
  database: Knex;
  clock: Clock;
  /** Names of the sources that are watched now. */
  watched(): readonly string[];
  /** How far the clock of a source is ahead of ours, ms: what happens there carries its time. */
  clockSkewMs(source: string): number;
  logger: LoggerService;
}

/**
 * Until when a portal watched each source. Written every minute while one does, so that after a restart it is known
 * what happened while nobody looked. Any number of replicas may write: while one of them watches, nothing goes unseen.
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

  /**
   * How long ago that was, ms, where it happened while no portal watched the source, though one had before. Undefined of
   * all that was watched, and of a source that is new.
   */
  async agoUnseen(
    source: string,
    at: string | undefined,
  ): Promise<number | undefined> {
    const seenAt = (await this.#before).get(source);
    const { clock, clockSkewMs } = this.#options;
    const happened = Date.parse(at ?? '') - clockSkewMs(source);
    return seenAt !== undefined && happened > seenAt
      ? clock.now() - happened
      : undefined;
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
        `Until when the clusters were watched before this start cannot be read, so that owners are not told of what failed meanwhile: ${error}`,
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
