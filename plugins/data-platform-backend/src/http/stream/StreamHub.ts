import { StreamFrame } from '@millrace/backstage-plugin-data-platform-common';
import { Clock } from '../../clusters/Clock';
import { Access } from '../../permissions/access';
import { IndexChange, ResourceIndex } from '../../store/types';
import { FrameWriter } from './FrameWriter';
import { Pending } from './Pending';
import { StreamClient } from './StreamClient';

/** From one frame to the next: at most ten a second to each stream (docs/adr/0016). */
const FRAME_MS = 100;
/** With many streams writing takes a while: for three times as long the loop is free then. */
const REST = 3;
const LONGEST_REST_MS = 250;
const HEARTBEAT_MS = 15_000;
/**
 * A reader that has left more than this unread when there is something new is cut off; it comes back and resumes. What it
 * is just being sent does not count: one large frame makes nobody slow.
 */
const MAX_BUFFERED = 1024 * 1024;

interface Group {
  readonly access: Access;
  readonly clients: Set<StreamClient>;
}

/** One stream as its route holds it. */
export interface StreamHandle {
  /** The person may see other things from now on. */
  reauthorise(access: Access): void;
  close(): void;
}

/**
 * Pushes changes of the index to all streams. Each changed row becomes text once, each frame once for all viewers who
 * were given the same conditions; then a stream costs one write.
 */
export class StreamHub {
  readonly #index: ResourceIndex;
  readonly #clock: Clock;
  readonly #groups = new Map<string, Group>();
  readonly #pending = new Pending();
  readonly #frames: FrameWriter;
  readonly #unsubscribe: () => void;
  #sourcesChanged = false;
  #nextFlush = Number.NEGATIVE_INFINITY;
  #cancelFlush: (() => void) | undefined;
  #cancelHeartbeat: (() => void) | undefined;
  #stopped = false;

  constructor(index: ResourceIndex, clock: Clock) {
    this.#index = index;
    this.#clock = clock;
    this.#frames = new FrameWriter(index.epoch);
    this.#unsubscribe = index.subscribe(changes => this.#onChanges(changes));
    this.#beat();
  }

  /** Number of open streams. */
  get size(): number {
    let size = 0;
    for (const group of this.#groups.values()) size += group.clients.size;
    return size;
  }

  /**
   * Opens a stream.
   * @param lastEventId - `<epoch>.<version>` of the last frame that the client has seen; without it, or when it lies too
   * far back or in another process, the client is told to read all again
   */
  open(
    client: StreamClient,
    access: Access,
    lastEventId: string | undefined,
  ): StreamHandle {
    if (this.#stopped) {
      client.end();
      return { reauthorise: () => {}, close: () => {} };
    }
    let key = access.key;
    this.#join(client, access);
    this.#send(client, this.#welcome(access, lastEventId));
    return {
      reauthorise: next => {
        if (next.key === key) return;
        this.#leave(client, key);
        key = next.key;
        this.#join(client, next);
        this.#send(client, this.#reset());
      },
      close: () => this.#leave(client, key),
    };
  }

  /** The state of a source changed. */
  sourcesChanged(): void {
    this.#sourcesChanged = true;
    this.#schedule();
  }

  /** Ends all streams. */
  stop(): void {
    this.#stopped = true;
    this.#unsubscribe();
    this.#cancelFlush?.();
    this.#cancelHeartbeat?.();
    for (const client of this.#clients()) client.end();
    this.#groups.clear();
  }

  #welcome(access: Access, lastEventId: string | undefined): string {
    const since = this.#frames.versionOf(lastEventId);
    if (since === undefined || since > this.#index.version) {
      return this.#reset();
    }
    const missed = this.#index.changesSince(since);
    if (!missed) return this.#reset();
    const pending = new Pending();
    pending.add(missed);
    return this.#frames.changes(
      pending.take(),
      access.allows,
      this.#index.version,
      'always',
    );
  }

  #reset(): string {
    return this.#frames.frame({ type: 'reset', version: this.#index.version });
  }

  #onChanges(changes: readonly IndexChange[]): void {
    if (this.#groups.size === 0) return;
    this.#pending.add(changes);
    this.#schedule();
  }

  /** The first change goes at once; what follows within the frame time goes together. */
  #schedule(): void {
    if (this.#cancelFlush || this.#stopped) return;
    const wait = this.#nextFlush - this.#clock.now();
    this.#cancelFlush = this.#clock.after(Math.max(0, wait), () =>
      this.#flush(),
    );
  }

  #flush(): void {
    const startedAt = this.#clock.now();
    const changes = this.#pending.take();
    const version = this.#index.version;
    const sources = this.#sourcesChanged
      ? this.#frames.frame({ type: 'sources', version } satisfies StreamFrame)
      : '';
    this.#sourcesChanged = false;
    for (const group of this.#groups.values()) {
      const text =
        this.#frames.changes(changes, group.access.allows, version) + sources;
      if (text === '') continue;
      const bytes = Buffer.from(text);
      for (const client of group.clients) this.#send(client, bytes);
    }
    // Node gathers what is written and hands it to the sockets when this call is over.
    this.#cancelFlush = this.#clock.after(0, () => {
      this.#cancelFlush = undefined;
      const endedAt = this.#clock.now();
      this.#nextFlush = endedAt + restMs(endedAt - startedAt);
      if (!this.#pending.empty || this.#sourcesChanged) this.#schedule();
    });
  }

  #beat(): void {
    this.#cancelHeartbeat = this.#clock.after(HEARTBEAT_MS, () => {
      for (const client of this.#clients()) this.#send(client, ': alive\n\n');
      this.#beat();
    });
  }

  #send(client: StreamClient, text: string | Buffer): void {
    if (client.buffered() > MAX_BUFFERED) {
      for (const group of this.#groups.values()) group.clients.delete(client);
      client.destroy();
      return;
    }
    client.write(text);
  }

  #join(client: StreamClient, access: Access): void {
    const group = this.#groups.get(access.key) ?? {
      access,
      clients: new Set<StreamClient>(),
    };
    group.clients.add(client);
    this.#groups.set(access.key, group);
  }

  #leave(client: StreamClient, key: string): void {
    const group = this.#groups.get(key);
    group?.clients.delete(client);
    if (group?.clients.size === 0) this.#groups.delete(key);
  }

  *#clients(): Iterable<StreamClient> {
    for (const group of [...this.#groups.values()]) yield* [...group.clients];
  }
}

function restMs(writingMs: number): number {
  const rest = Math.max(FRAME_MS - writingMs, REST * writingMs);
  return Math.min(rest, LONGEST_REST_MS);
}
