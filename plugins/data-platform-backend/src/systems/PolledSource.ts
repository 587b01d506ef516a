import { LoggerService } from '@backstage/backend-plugin-api';
import { Source } from '@millrace/backstage-plugin-data-platform-common';
import {
  ResourceSource,
  ResourceSystem,
  SourceFault,
  SourceScope,
} from '@millrace/backstage-plugin-data-platform-node';
import { Clock, sleep } from '../clusters/Clock';
import { Backoff } from '../sources/Backoff';
import { Turnstile } from '../sources/Turnstile';
import { Wakeup } from '../sources/Wakeup';
import { ObjectSink } from '../sources/types';
import { withDeadline } from './deadline';
import { PolledState } from './PolledState';
import { ScopeBook } from './ScopeBook';

const POLL_MS = 30_000;
/** Several changes in a row are one listing. */
const GATHER_MS = 300;
const PROBE_DEADLINE_MS = 10_000;
const SCOPES_DEADLINE_MS = 30_000;
const LIST_DEADLINE_MS = 120_000;
/** Listings of one source at a time. */
const LISTS_AT_A_TIME = 2;

export interface PolledSourceOptions {
  system: ResourceSystem;
  source: ResourceSource;
  sink: ObjectSink;
  /** Which places belong to which domain, whenever that was read. */
  allot(scopes: readonly SourceScope[]): void;
  logger: LoggerService;
  clock: Clock;
  /** From 0 to below 1; spreads rounds. */
  random: () => number;
}

/**
 * Keeps the index up to one server that cannot be watched: lists it all again and again, and what is said to have changed
 * at once. A place that cannot be listed keeps its rows, marked stale; one that is slow delays no other source.
 */
export class PolledSource {
  readonly name: string;
  readonly #options: PolledSourceOptions;
  readonly #state: PolledState;
  readonly #book: ScopeBook;
  readonly #wakeup = new Wakeup();
  readonly #turns = new Turnstile(LISTS_AT_A_TIME);
  readonly #changed = new Set<string>();
  #scopes: readonly SourceScope[] = [];
  #everything = true;
  #warming = true;

  constructor(options: PolledSourceOptions) {
    const { source, system, sink, logger } = options;
    this.name = source.name;
    this.#options = options;
    this.#state = new PolledState(options);
    this.#book = new ScopeBook({
      source: source.name,
      definitions: system.resources,
      sink,
      onFault: error =>
        logger.error(`The projection of ${system.id} threw: ${error}`),
    });
  }

  source(): Source {
    return { ...this.#state.source(), resources: this.#book.size };
  }

  /** Until everything has been listed once, or has failed to be. */
  warming(): boolean {
    return this.#warming;
  }

  /** Lists until the signal. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, random, source } = this.#options;
    const pollMs = source.pollMs ?? POLL_MS;
    const backoff = new Backoff(random);
    const stop = source.watch?.(scope => this.#nudge(scope));
    this.#tell();
    let due = clock.now();
    while (!signal.aborted) {
      // What is said to have changed from here on is of the next round.
      const everything = this.#everything || clock.now() >= due;
      this.#everything = false;
      const well = await this.#round(everything, signal);
      if (everything || !well) {
        due = clock.now() + (well ? spread(pollMs, random) : backoff.next());
      }
      if (well) backoff.reset();
      this.#warming = false;
      this.#tell();
      const wait = Math.max(0, due - clock.now());
      if (await this.#wakeup.sleep(clock, wait, signal)) {
        await sleep(clock, GATHER_MS, signal);
      }
    }
    stop?.();
  }

  #nudge(scope: string | undefined): void {
    if (scope === undefined) this.#everything = true;
    else this.#changed.add(scope);
    this.#wakeup.wake();
  }

  /** @returns false where the source as a whole does not answer */
  async #round(everything: boolean, signal: AbortSignal): Promise<boolean> {
    const { clock, source, allot } = this.#options;
    const wanted = new Set(this.#changed);
    this.#changed.clear();
    try {
      const unknown = [...wanted].some(
        name => !this.#scopes.some(scope => scope.name === name),
      );
      if (everything || unknown) {
        const probe = await withDeadline(
          clock,
          PROBE_DEADLINE_MS,
          signal,
          inner => source.probe(inner),
        );
        this.#scopes = await withDeadline(
          clock,
          SCOPES_DEADLINE_MS,
          signal,
          inner => source.scopes(inner),
        );
        allot(this.#scopes);
        this.#book.retain(new Set(this.#scopes.map(({ name }) => name)));
        this.#state.answered(probe, new Set(this.#scopes.map(s => s.name)));
      }
    } catch (error) {
      if (!signal.aborted) this.#state.failed(faultOf(error));
      return false;
    }
    const due = this.#scopes.filter(
      ({ name }) => everything || wanted.has(name),
    );
    await Promise.all(due.map(({ name }) => this.#list(name, signal)));
    return true;
  }

  async #list(scope: string, signal: AbortSignal): Promise<void> {
    const { clock, source } = this.#options;
    const leave = await this.#turns.enter(signal);
    try {
      const objects = await withDeadline(
        clock,
        LIST_DEADLINE_MS,
        signal,
        inner => source.list(scope, inner),
      );
      if (signal.aborted) return;
      this.#book.apply(scope, objects);
      this.#state.listed(scope);
    } catch (error) {
      if (!signal.aborted) this.#state.notListed(scope, faultOf(error));
    } finally {
      leave?.();
    }
  }

  #tell(): void {
    this.#options.sink.source(this.source(), this.#warming);
  }
}

/** Within a tenth of `ms` either way, so that many sources do not beat in step. */
function spread(ms: number, random: () => number): number {
  return ms * (0.9 + random() / 5);
}

function faultOf(error: unknown): SourceFault {
  return error instanceof SourceFault
    ? error
    : new SourceFault(
        'unreachable',
        error instanceof Error ? error.message : String(error),
      );
}
