import { isDeepStrictEqual } from 'util';
import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Clock, sleep, systemClock } from '../clusters/Clock';
import { CatalogFacts } from './CatalogFacts';
import { EntityBook } from './EntityBook';
import { EntityFacts, entityFacts } from './entityFacts';
import { EntityDirectory, KnownEntity } from './types';

const DEFAULT_INTERVAL_MS = 20_000;
const WARMING_INTERVAL_MS = 5_000;
/** A catalog that has shown nothing new for so long has taken in what it was given: it does that without a break. */
const STILL_MS = 20_000;
/** One in which nothing of ours is found may have much to read first. */
const EMPTY_MS = 180_000;
/** So many new ones in one read are not made one by one: the catalog goes on filling, or begins to. */
const FILLING = 10;
/** However many ask for what is not there, the catalog is read once in this time. */
const LOOK_AGAIN_MS = 1_000;
/** How long a registration of ours outranks a catalog that says otherwise. */
const OWN_WORD_MS = 10 * 60_000;

/** A registration of ours that the catalog does not show yet; without facts it is a removal. */
interface OwnWord {
  facts?: EntityFacts;
  until: number;
}

/** What {@link createEntityDirectory} needs. */
export interface EntityDirectoryOptions {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  /** Ends the refreshing. */
  signal: AbortSignal;
  /** Default 20 s. */
  intervalMs?: number;
  clock?: Clock;
}

/** The entities of the catalog that matter, with our own registrations ahead of it. */
export class CatalogEntityDirectory implements EntityDirectory {
  readonly #facts: CatalogFacts;
  readonly #book = new EntityBook();
  readonly #own = new Map<string, OwnWord>();
  readonly #listeners = new Set<() => void>();
  readonly #logger: LoggerService;
  readonly #clock: Clock;
  readonly #intervalMs: number;
  readonly #signal: AbortSignal;
  #failing = false;
  readonly #startedAt: number;
  #warming = true;
  /** When a read last found entities that were not there before. */
  #grewAt: number | undefined;
  #look: { at: number; done: Promise<void> } | undefined;

  constructor(options: EntityDirectoryOptions) {
    this.#facts = new CatalogFacts(options.catalog, options.auth);
    this.#logger = options.logger;
    this.#clock = options.clock ?? systemClock;
    this.#intervalMs = options.intervalMs ?? DEFAULT_INTERVAL_MS;
    this.#signal = options.signal;
    this.#startedAt = this.#clock.now();
  }

  get(entityRef: string): KnownEntity | undefined {
    return this.#book.get(entityRef);
  }

  async sought(entityRef: string): Promise<KnownEntity | undefined> {
    const now = this.#clock.now();
    if (!this.get(entityRef)) {
      if (!this.#look || now - this.#look.at >= LOOK_AGAIN_MS) {
        this.#look = { at: now, done: this.refresh(this.#signal) };
      }
      await this.#look.done;
    }
    return this.get(entityRef);
  }

  warming(): boolean {
    return this.#warming;
  }

  partsOf(ref: string): readonly KnownEntity[] {
    return this.#book.partsOf(ref);
  }

  all(): Iterable<KnownEntity> {
    return this.#book.all();
  }

  upsert(entity: Entity): void {
    this.#say(stringifyEntityRef(entity), entityFacts(entity));
  }

  remove(entityRef: string): void {
    this.#say(entityRef, undefined);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads the catalog again and again until the signal. Errors keep what is known; one line tells of an outage. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.refresh(signal);
      await sleep(
        this.#clock,
        this.#warming
          ? Math.min(WARMING_INTERVAL_MS, this.#intervalMs)
          : this.#intervalMs,
        signal,
      );
    }
  }

  /** Reads the catalog once. Never rejects. */
  async refresh(signal: AbortSignal): Promise<void> {
    const before = this.#facts.current;
    try {
      await this.#facts.refresh(signal);
    } catch (error) {
      if (!signal.aborted && !this.#failing) {
        this.#failing = true;
        this.#logger.warn(
          'The catalog cannot be read; what is known of its entities stays in use',
          error instanceof Error ? error : undefined,
        );
      }
      return;
    }
    if (this.#failing) {
      this.#failing = false;
      this.#logger.info('The catalog can be read again');
    }
    this.#watchGrowth(before);
    this.#dropConfirmed();
    this.#publish();
  }

  /** Once it was seen to stand still, what little comes to it later is new and no more late. */
  #watchGrowth(before: ReadonlyMap<string, EntityFacts>): void {
    const now = this.#clock.now();
    // What people register meanwhile is new, not late.
    const fresh = [...this.#facts.current.keys()].filter(
      ref => !before.has(ref) && !this.#own.has(ref),
    ).length;
    if (!this.#warming && fresh < FILLING) return;
    if (fresh > 0) this.#grewAt = now;
    this.#warming =
      this.#grewAt === undefined
        ? now - this.#startedAt < EMPTY_MS
        : now - this.#grewAt < STILL_MS;
  }

  #say(ref: string, facts: EntityFacts | undefined): void {
    this.#own.set(ref, { facts, until: this.#clock.now() + OWN_WORD_MS });
    this.#publish();
  }

  /** Our word is needed no longer once the catalog says the same, or has said otherwise for long. */
  #dropConfirmed(): void {
    const now = this.#clock.now();
    for (const [ref, own] of this.#own) {
      const shown = this.#facts.current.get(ref);
      const overruled = now >= own.until && (shown || !own.facts);
      if (overruled || isDeepStrictEqual(shown, own.facts)) {
        this.#own.delete(ref);
      }
    }
  }

  #publish(): void {
    const facts = new Map(this.#facts.current);
    for (const [ref, own] of this.#own) {
      if (own.facts) {
        facts.set(ref, own.facts);
      } else {
        facts.delete(ref);
      }
    }
    if (this.#book.set(facts)) {
      for (const listener of [...this.#listeners]) {
        listener();
      }
    }
  }
}

/** A directory that starts to read the catalog at once and goes on until the signal. */
export function createEntityDirectory(
  options: EntityDirectoryOptions,
): CatalogEntityDirectory {
  const directory = new CatalogEntityDirectory(options);
  void directory.run(options.signal);
  return directory;
}
