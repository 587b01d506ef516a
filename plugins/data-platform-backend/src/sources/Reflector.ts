import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock, sleep } from '../clusters/Clock';
import { ClusterError } from '../clusters/ClusterError';
import { linkedAbort } from '../clusters/linkedAbort';
import { ClusterConnection } from '../clusters/types';
import { Backoff } from './Backoff';
import { ClusterLink } from './ClusterLink';
import { EventHead } from './eventHead';
import { Feed, feedPath, feedSubject } from './Feed';
import { hasReached } from './hasReached';
import { listShadow, ShadowList } from './listShadow';
import { ReflectorFault, reflectorFault } from './reflectorFault';
import { Refusal } from './Refusal';
import { outageSentence, tooLargeSentence } from './sentences';
import { identify, Shadow } from './Shadow';
import { ReflectorStatus, Trust } from './Trust';
import { Turnstile } from './Turnstile';
import { WatchEvent } from './watchEvents';
import { watchOnce } from './watchOnce';

/** What all reflectors of one cluster share. */
export interface ReflectorContext {
  connection: ClusterConnection;
  link: ClusterLink;
  /** One list at a time for this cluster. */
  ownTurn: Turnstile;
  /** Lists of the whole process. */
  allTurns: Turnstile;
  /** Of this cluster among all: the first lists of one come before those of the next, so that something is soon complete. */
  rank?: number;
  clock: Clock;
  /** From 0 to below 1. */
  random: () => number;
  logger: LoggerService;
  /** How often what is refused is tried again, ms. */
  recheckMs: number;
}

/** A watch that lived this long was no failure. */
const STEADY_MS = 30_000;

/**
 * One list and one watch of one kind, for ever: list in pages into a shadow, hand it over whole, watch from there,
 * resume after breaks, list again when the server has forgotten where we were. Never hands over what did not end well.
 */
export class Reflector<T> {
  readonly #feed: Feed<T>;
  readonly #namespace?: string;
  readonly #context: ReflectorContext;
  readonly #backoff: Backoff;
  readonly #trust: Trust;
  readonly #stop = new AbortController();
  #shadow = new Shadow<T>();
  #listed = false;
  /** Where to resume; undefined: a list is due. Opaque, never compared. */
  #version?: string;
  /** The last connection broke: the server may have come back with less than it had. */
  #doubt = false;
  /** Where an answer could not be read. */
  #spoiledAt?: string;
  #history = -1;
  #outages = -1;
  /** In a row, since a watch was sound. */
  #failures = 0;

  constructor(
    feed: Feed<T>,
    namespace: string | undefined,
    context: ReflectorContext,
    onStatus: () => void,
  ) {
    this.#feed = feed;
    this.#namespace = namespace;
    this.#context = context;
    this.#backoff = new Backoff(context.random);
    this.#trust = new Trust(onStatus, mark => {
      // Before the first list there is nothing to mark.
      if (this.#listed) {
        this.#tell(() => this.#feed.stale(mark, this.#namespace));
      }
    });
  }

  get status(): ReflectorStatus {
    return this.#trust.status;
  }

  /** True once a list ended, well or not. */
  get settled(): boolean {
    return this.#trust.settled;
  }

  /** True once a list ended well. */
  get listed(): boolean {
    return this.#listed;
  }

  /** Namespaces that something is known of. */
  namespaces(): Set<string> {
    return this.#shadow.namespaces();
  }

  get size(): number {
    return this.#shadow.size;
  }

  start(): void {
    this.#run().catch(error => {
      this.#context.logger.error(
        `Watching ${this.#subject()} ended unexpectedly`,
        error,
      );
      const now = this.#context.clock.now();
      this.#trust.doubt('error', now, 'An internal error; see the log.');
    });
  }

  stop(): void {
    this.#stop.abort();
  }

  /** The whole cluster is down: what is shown is as old as its last word. */
  clusterDown(since: number, message: string): void {
    this.#trust.doubt('stale', since, message);
  }

  async #run(): Promise<void> {
    const { link, clock } = this.#context;
    const signal = this.#stop.signal;
    while (!signal.aborted) {
      await link.ready(signal);
      if (signal.aborted) {
        return;
      }
      const abort = linkedAbort(signal, link.period);
      let delay = 0;
      try {
        await this.#cycle(abort.signal);
      } catch (error) {
        delay = signal.aborted ? 0 : this.#failed(error);
      } finally {
        abort.release();
      }
      if (this.status.state === 'missing') {
        return;
      }
      if (delay > 0) {
        await sleep(clock, delay, signal);
      }
    }
  }

  async #cycle(signal: AbortSignal): Promise<void> {
    const { link } = this.#context;
    if (this.#history !== link.history) {
      this.#history = link.history;
      this.#version = undefined;
    }
    if (this.#outages !== link.outages) {
      this.#outages = link.outages;
      this.#doubt = true;
    }
    if (this.#version !== undefined && this.#doubt) {
      await this.#verify(this.#version, signal);
    }
    const from = this.#version ?? (await this.#list(signal));
    await this.#watch(from, signal);
  }

  async #list(signal: AbortSignal): Promise<string> {
    const { connection, link, clock, ownTurn, allTurns, rank } = this.#context;
    const leave = await ownTurn.enter(signal);
    if (!leave) {
      throw new ClusterError(connection.name, 'aborted', 'given up');
    }
    let list: ShadowList<T>;
    try {
      this.#trust.listing();
      list = await listShadow(this.#feed, this.#shadow, {
        connection,
        path: feedPath(this.#feed, this.#namespace),
        signal,
        clock,
        ...{ turnstile: allTurns, rank: this.#listed ? undefined : rank },
        onAnswer: date => link.contact(date),
      });
    } finally {
      leave();
    }
    const { shadow, version, unread } = list;
    this.#shadow = shadow;
    this.#version = version;
    this.#doubt = false;
    this.#tell(() => this.#feed.replace(shadow.items(), this.#namespace));
    if (!this.#listed && this.#namespace !== undefined) {
      // The mark that a cluster-wide watch left here when it became forbidden.
      this.#tell(() => this.#feed.stale(undefined, this.#namespace));
    }
    this.#listed = true;
    this.#trust.vouch();
    if (unread.length > 0) this.#trust.remark(tooLargeSentence(unread));
    return version;
  }

  /** Drops a version that the server does not know, for a list to be made. */
  async #verify(version: string, signal: AbortSignal): Promise<void> {
    const { connection, link, clock } = this.#context;
    const known = await hasReached({
      connection,
      path: feedPath(this.#feed, this.#namespace),
      version,
      signal,
      now: clock.now(),
      onAnswer: ({ headers }) => link.contact(headers.get('date')),
    });
    this.#doubt = false;
    this.#version = known ? version : undefined;
  }

  async #watch(from: string, signal: AbortSignal): Promise<void> {
    const { connection, link, clock, random } = this.#context;
    const timeoutSeconds = 240 + Math.floor(random() * 241);
    const startedAt = clock.now();
    let events = 0;
    try {
      await watchOnce({
        connection,
        path: feedPath(this.#feed, this.#namespace),
        query: this.#feed.query,
        from,
        timeoutSeconds,
        signal,
        clock,
        onContact: date => link.contact(date),
        onSound: () => this.#sound(),
        onEvent: event => {
          events += 1;
          this.#event(event);
        },
      });
    } finally {
      if (clock.now() - startedAt >= STEADY_MS) {
        this.#backoff.reset();
      }
    }
    const livedMs = clock.now() - startedAt;
    // An end long before the time that was asked for is how a server says goodbye before it restarts.
    this.#doubt = livedMs < timeoutSeconds * 900;
    if (this.#doubt && livedMs < STEADY_MS && events === 0) {
      throw new ClusterError(connection.name, 'reset', 'a watch ended at once');
    }
  }

  #sound(): void {
    this.#failures = 0;
    this.#trust.vouch();
  }

  #event(event: WatchEvent): void {
    if (event.type === 'error') {
      // Whatever went wrong inside the server, a new list is always right.
      throw new Refusal(410, event.words);
    }
    this.#sound();
    if (event.type === 'too-large') {
      this.#tooLarge(event.head);
    } else if (event.type === 'bookmark') {
      this.#version = event.version ?? this.#version;
    } else {
      this.#change(event.type, event.object);
    }
  }

  /** Of an object that is not read its metadata are known, mostly: enough to show that it is there, or that it went. */
  #tooLarge({ type, name = 'An object', object }: EventHead): void {
    this.#trust.remark(tooLargeSentence([name]));
    const project = this.#feed.projectHead?.bind(this.#feed);
    if (object && project) this.#change(type, object, project);
  }

  #change(
    type: 'changed' | 'deleted',
    raw: unknown,
    project = (from: unknown, _before?: T) => this.#feed.project(from),
  ): void {
    const identity = identify(raw);
    const item = identity && project(raw, this.#shadow.get(identity));
    if (!identity || item === undefined) return;
    if (type === 'changed') {
      const displaced = this.#shadow.set(identity, item);
      if (displaced !== undefined) {
        this.#tell(() => this.#feed.remove(displaced, this.#namespace));
      }
      this.#tell(() => this.#feed.upsert(item, this.#namespace));
    } else if (this.#shadow.delete(identity)) {
      this.#tell(() => this.#feed.remove(item, this.#namespace));
    }
    this.#version = identity.resourceVersion ?? this.#version;
  }

  /** @returns how long to wait before the next attempt, ms */
  #failed(error: unknown): number {
    const { link, random, recheckMs, clock } = this.#context;
    const fault = reflectorFault(error);
    if (fault.internal) {
      this.#context.logger.error(
        `Watching ${this.#subject()} failed unexpectedly`,
        error as Error,
      );
    }
    this.#doubt = true;
    if (!link.isUp && fault.type === 'no-answer') {
      // The link has said so, and everything of the cluster is marked.
      return 0;
    }
    this.#failures += 1;
    switch (fault.type) {
      case 'gone':
        return this.#gone(fault);
      case 'missing':
        this.#version = undefined;
        this.#trust.doubt('missing', clock.now(), fault.message);
        return 0;
      case 'forbidden':
        this.#trust.doubt('forbidden', clock.now(), fault.message);
        return recheckMs;
      case 'refused':
        this.#version = undefined;
        break;
      case 'spoiled':
        link.suspect();
        if (link.isUp && this.#spoiledAt === this.#version) {
          // The same bytes again would fail again.
          this.#version = undefined;
        }
        this.#spoiledAt = this.#version;
        break;
      case 'credentials':
      case 'no-answer':
        link.suspect();
        if (
          fault.type === 'no-answer' &&
          this.#failures === 1 &&
          this.#listed
        ) {
          // A broken watch is resumed before anyone is told.
          return random() * 1_000;
        }
        break;
      default:
        link.throttle(fault.retryAfterMs ?? 0);
    }
    return this.#report(fault);
  }

  /** A watch that is too old needs a list, at once; a list that never ends in time is a failure to be told. */
  #gone(fault: ReflectorFault): number {
    const wasWatching = this.#version !== undefined;
    this.#version = undefined;
    if (this.#failures === 1) {
      return 0;
    }
    return wasWatching ? this.#backoff.next() : this.#report(fault);
  }

  #report(fault: ReflectorFault): number {
    const now = this.#context.clock.now();
    const since = this.#trust.staleSince ?? now;
    const message = outageSentence({
      subject: this.#subject(),
      fault: 'cannot be read',
      lastGood: this.#listed ? since : undefined,
      since,
      reason: fault.message,
      now,
    });
    this.#trust.doubt(this.#listed ? 'stale' : 'error', since, message);
    return Math.max(this.#backoff.next(), fault.retryAfterMs ?? 0);
  }

  /** A fault in whoever listens must not end the watch; a watch that was stopped says nothing more. */
  #tell(call: () => void): void {
    if (this.#stop.signal.aborted) return;
    try {
      call();
    } catch (error) {
      this.#context.logger.error(
        `A change of ${this.#subject()} could not be processed`,
        error as Error,
      );
    }
  }

  #subject(): string {
    const { name } = this.#context.connection;
    return feedSubject(this.#feed, this.#namespace, name);
  }
}
