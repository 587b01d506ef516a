import { Clock } from '../../clusters/Clock';
import { SparkReading } from '../reduce/SparkReading';
import { SparkApi, SparkApiError, SparkApiFault } from '../rest/SparkApi';
import { ReadMemory, readMemory } from './ReadMemory';
import { readSpark } from './readSpark';
import { respite } from './Respite';
import { SparkTarget } from './SparkTarget';

/** Applications that are read at once; each asks one thing after the other. */
export const AT_ONCE = 4;
/** A driver needs some seconds until it answers. */
const FIRST_MS = 5_000;
const CLUSTER_AWAY_MS = 30_000;

interface Watched {
  target: SparkTarget;
  due: number;
  failures: number;
  reading: boolean;
  readonly memory: ReadMemory;
  readonly abort: AbortController;
}

export interface ClusterSamplerOptions {
  clock: Clock;
  random(): number;
  signal: AbortSignal;
  /** The driver's REST API, paced. */
  driverApi(target: SparkTarget): SparkApi | undefined;
  onReading(target: SparkTarget, reading: SparkReading): void;
}

/**
 * Reads the drivers of one cluster in turn, the one that has waited longest first. Where the portal lacks the right in
 * a namespace, that namespace is left alone for ten minutes; where the cluster does not answer, all of it for half a
 * minute. Says nothing: that there are no numbers is no trouble.
 */
export class ClusterSampler {
  readonly #options: ClusterSamplerOptions;
  readonly #watched = new Map<string, Watched>();
  readonly #refused = new Map<string, number>();
  #awayUntil = 0;
  #running = 0;
  #cancel: (() => void) | undefined;

  constructor(options: ClusterSamplerOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#watched.size;
  }

  /** A driver runs. Of the same attempt: what is known of it is told anew. */
  watch(target: SparkTarget): void {
    const known = this.#watched.get(target.id);
    if (known && known.target.attempt === target.attempt) {
      known.target = target;
      return;
    }
    this.unwatch(target.id);
    const { clock, random } = this.#options;
    this.#watched.set(target.id, {
      target,
      due: clock.now() + FIRST_MS * (0.5 + random() / 2),
      failures: 0,
      reading: false,
      memory: readMemory(),
      abort: new AbortController(),
    });
    this.#schedule();
  }

  /** It runs no more. */
  unwatch(id: string): void {
    this.#watched.get(id)?.abort.abort();
    this.#watched.delete(id);
  }

  /** One more reading, at once, of a driver that is about to go; without it where it is gone or never answered. */
  async readLast(target: SparkTarget): Promise<void> {
    const known = this.#watched.get(target.id);
    this.#watched.delete(target.id);
    if (known && known.failures === 0 && !this.#leftAlone(target)) {
      known.target = target;
      await this.#read(known);
    }
    known?.abort.abort();
  }

  #schedule(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    const { clock, signal } = this.#options;
    let first = Infinity;
    for (const each of this.#watched.values()) {
      if (!each.reading) {
        first = Math.min(first, each.due);
      }
    }
    if (signal.aborted || first === Infinity || this.#running >= AT_ONCE) {
      return;
    }
    const wait = Math.max(first, this.#awayUntil) - clock.now();
    this.#cancel = clock.after(Math.max(0, wait), () => this.#turn());
  }

  #turn(): void {
    if (this.#options.signal.aborted) {
      return;
    }
    const now = this.#options.clock.now();
    const due = [...this.#watched.values()]
      .filter(each => !each.reading && each.due <= now)
      .sort((a, b) => a.due - b.due);
    for (const each of due) {
      const until = this.#refused.get(each.target.namespace) ?? 0;
      if (until > now) {
        each.due = until + this.#options.random() * 15_000;
      } else if (this.#running < AT_ONCE) {
        this.#running += 1;
        void this.#read(each).finally(() => {
          this.#running -= 1;
          this.#schedule();
        });
      }
    }
    this.#schedule();
  }

  async #read(each: Watched): Promise<void> {
    const { clock, random, signal, driverApi, onReading } = this.#options;
    const { target, memory } = each;
    const api = driverApi(target);
    each.reading = true;
    let fault: SparkApiFault | undefined;
    try {
      if (!api) {
        throw new SparkApiError('absent', 'There is no driver to ask');
      }
      const reading = await readSpark({
        api,
        from: 'driver',
        applicationId: target.spark.applicationId,
        executorMemoryBytes: target.spark.executorMemoryBytes,
        memory,
        now: () => clock.now(),
        signal: AbortSignal.any([signal, each.abort.signal]),
      });
      onReading(each.target, reading);
    } catch (error) {
      fault = error instanceof SparkApiError ? error.fault : 'nonsense';
    }
    each.reading = false;
    each.failures = fault === undefined ? 0 : each.failures + 1;
    const wait = respite(fault, each.failures, random);
    each.due = clock.now() + wait;
    if (fault === 'forbidden') {
      this.#refused.set(target.namespace, each.due);
    } else if (fault === 'cluster') {
      this.#awayUntil = clock.now() + CLUSTER_AWAY_MS * (0.9 + random() / 5);
    }
  }

  #leftAlone({ namespace }: SparkTarget): boolean {
    const now = this.#options.clock.now();
    return (this.#refused.get(namespace) ?? 0) > now || this.#awayUntil > now;
  }
}
