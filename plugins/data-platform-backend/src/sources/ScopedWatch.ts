import { Feed } from './Feed';
import { Reflector, ReflectorContext } from './Reflector';
import { ReflectorStatus } from './Trust';

/** State of a kind on a cluster, over all namespaces that it is watched in. */
export interface WatchStatus extends ReflectorStatus {
  /** Set where only some namespaces may be read. */
  namespaces?: readonly string[];
}

/**
 * A feed on one cluster: watched cluster-wide, or, where that is forbidden, in each namespace that is known. The
 * cluster-wide list is tried again from time to time; once it is allowed, it takes over.
 */
export class ScopedWatch<T> {
  readonly feed: Feed<T>;
  readonly #context: ReflectorContext;
  readonly #onChange: () => void;
  readonly #whole: Reflector<T>;
  readonly #parts = new Map<string, Reflector<T>>();
  /** Namespaces whose rows were left behind by a cluster-wide watch. */
  readonly #abandoned = new Set<string>();
  #namespaces: readonly string[] = [];
  #stopped = false;

  constructor(feed: Feed<T>, context: ReflectorContext, onChange: () => void) {
    this.feed = feed;
    this.#context = context;
    this.#onChange = onChange;
    this.#whole = new Reflector(feed, undefined, context, () =>
      this.#changed(),
    );
  }

  start(): void {
    this.#whole.start();
  }

  stop(): void {
    this.#stopped = true;
    for (const reflector of [this.#whole, ...this.#parts.values()]) {
      reflector.stop();
    }
  }

  /** Where to read when the whole cluster may not be read. */
  setNamespaces(namespaces: readonly string[]): void {
    this.#namespaces = namespaces;
    this.#changed();
  }

  clusterDown(since: number, message: string): void {
    if (this.#whole.status.state !== 'forbidden' && this.#parts.size === 0) {
      this.#whole.clusterDown(since, message);
    }
    for (const part of this.#parts.values()) {
      part.clusterDown(since, message);
    }
  }

  get size(): number {
    return [...this.#active()].reduce((sum, each) => sum + each.size, 0);
  }

  /** True once everything has been listed or has failed once. */
  get settled(): boolean {
    return (
      this.#whole.settled &&
      [...this.#parts.values()].every(part => part.settled)
    );
  }

  /** True when the server has answered that there is no such kind. */
  get missing(): boolean {
    return [this.#whole, ...this.#parts.values()].some(
      each => each.status.state === 'missing',
    );
  }

  get status(): WatchStatus {
    const whole = this.#whole.status;
    if (this.#parts.size === 0) {
      return { ...whole, message: whole.message ?? this.feed.remark?.() };
    }
    const states = new Map(
      [...this.#parts].map(([name, part]) => [name, part.status]),
    );
    const readable = [...states.keys()].filter(
      name => states.get(name)?.state !== 'forbidden',
    );
    if (readable.length === 0) {
      const [first] = states.values();
      return { state: 'forbidden', message: first.message };
    }
    return { ...worst(states, readable), namespaces: readable };
  }

  #active(): Iterable<Reflector<T>> {
    return this.#parts.size > 0 ? this.#parts.values() : [this.#whole];
  }

  #changed(): void {
    if (this.#stopped) {
      return;
    }
    this.#followNamespaces();
    this.#onChange();
  }

  #followNamespaces(): void {
    const { state } = this.#whole.status;
    // Once split, it stays so until the whole cluster is watched: a failure of the next attempt changes nothing.
    const split =
      this.feed.namespaced &&
      (state === 'forbidden' || (this.#parts.size > 0 && state !== 'watching'));
    const wanted = new Set(split ? this.#namespaces : []);
    for (const [name, part] of this.#parts) {
      if (!wanted.has(name)) {
        part.stop();
        this.#parts.delete(name);
        if (split) {
          this.feed.replace([], name);
        }
      }
    }
    this.#abandon(wanted.size > 0);
    for (const name of wanted) {
      if (!this.#parts.has(name)) {
        const part = new Reflector(this.feed, name, this.#context, () =>
          this.#onChange(),
        );
        this.#parts.set(name, part);
        part.start();
      }
    }
  }

  /**
   * Rows of a cluster-wide list that became forbidden are marked namespace by namespace, so that each namespace that
   * may be read can shed its mark.
   */
  #abandon(split: boolean): void {
    if (!split) {
      this.#abandoned.forEach(name => this.feed.stale(undefined, name));
      this.#abandoned.clear();
    } else if (this.#abandoned.size === 0 && this.#whole.listed) {
      const mark = {
        since: new Date(this.#context.clock.now()).toISOString(),
        message: this.#whole.status.message ?? 'The portal may not read this.',
      };
      for (const name of this.#whole.namespaces()) {
        this.#abandoned.add(name);
        this.feed.stale(mark, name);
      }
      this.feed.stale(undefined, undefined);
    }
  }
}

const SEVERITY: readonly ReflectorStatus['state'][] = [
  'watching',
  'listing',
  'stale',
  'error',
];

/** The worst state among namespaces that may be read; the first message of that state speaks for it. */
function worst(
  states: ReadonlyMap<string, ReflectorStatus>,
  names: readonly string[],
): ReflectorStatus {
  let result: ReflectorStatus = { state: 'watching' };
  for (const name of names) {
    const status = states.get(name);
    if (
      status &&
      SEVERITY.indexOf(status.state) > SEVERITY.indexOf(result.state)
    ) {
      result = status;
    }
  }
  return result;
}
