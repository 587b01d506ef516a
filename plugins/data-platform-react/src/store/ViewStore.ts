import { StreamFrame } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformApi } from '../api/DataPlatformApi';
import { DataPlatformError } from '../api/DataPlatformError';
import { isLive, View, viewKey, ViewName, ViewValue } from '../api/View';
import { BrowserPorts } from '../live/BrowserPorts';
import type { LiveChannel, LiveState } from '../live/LiveChannel';
import { ViewSnapshot } from './ViewSnapshot';
import { viewTouches } from './viewTouches';

/** A view that changes all the time is read again at most this often. */
const GAP_MS = 300;
const PAGE_GAP_MS = 1_000;
/** A number on a tab, which costs the server as much as the page. */
const COUNT_GAP_MS = 15_000;
/** What is about to be shown is asked for while the page is drawn: that counts for who shows it then. */
const JUST_READ_MS = 1_000;
/** While the backend still does its first lists, ask again soon. */
const WARMING_MS = 2_000;
const RETRY_FIRST_MS = 3_000;
const RETRY_LONGEST_MS = 30_000;
/** The stream is kept this long after the last view left the screen. */
const IDLE_MS = 10_000;
/** Answers that nobody looks at; the oldest go first. */
const KEPT = 60;

interface Entry {
  view: View;
  snapshot: ViewSnapshot<unknown>;
  listeners: Set<() => void>;
  etag?: string;
  /** Something changed since the last read began. */
  dirty: boolean;
  startedAt: number;
  failures: number;
  reading?: AbortController;
  timer?: ReturnType<typeof setTimeout>;
}

const EMPTY: ViewSnapshot<never> = { loading: true };

/**
 * Answers of the backend, shared by all components of a tab:
 * stale-while-revalidate, one read at a time per view, ETag on every read, read
 * again when the live channel says that something changed.
 */
export class ViewStore {
  private readonly api: DataPlatformApi;
  private readonly ports: BrowserPorts;
  private readonly entries = new Map<string, Entry>();
  private readonly stateListeners = new Set<() => void>();
  private channel?: LiveChannel;
  private opening = false;
  private idleTimer?: ReturnType<typeof setTimeout>;

  constructor(api: DataPlatformApi, ports: BrowserPorts) {
    this.api = api;
    this.ports = ports;
  }

  /** How fresh the screens are kept. */
  liveState = (): LiveState => this.channel?.state ?? 'connecting';

  subscribeState = (listener: () => void): (() => void) => {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  };

  snapshot<N extends ViewName>(view: View<N>): ViewSnapshot<ViewValue<N>> {
    const entry = this.entries.get(viewKey(view as View));
    return (entry?.snapshot ?? EMPTY) as ViewSnapshot<ViewValue<N>>;
  }

  /** Begins to read a view of which nothing is known yet. Safe to call while rendering, as often as that happens. */
  prepare(view: View): void {
    const entry = this.entryOf(view);
    if (entry.snapshot === EMPTY && !entry.reading && !entry.timer) {
      this.read(entry);
    }
  }

  /** Reads the view and keeps it fresh until the returned function is called. */
  subscribe(view: View, listener: () => void): () => void {
    const entry = this.entryOf(view);
    entry.listeners.add(listener);
    this.wake();
    if (!entry.reading && !entry.timer && this.isOld(entry)) {
      this.read(entry);
    }
    return () => {
      entry.listeners.delete(listener);
      if (entry.listeners.size === 0) {
        this.rest(entry);
      }
    };
  }

  /** Reads a view again, now. */
  refresh(view: View): void {
    const entry = this.entries.get(viewKey(view));
    if (entry) {
      entry.failures = 0;
      this.touch(entry, 0);
    }
  }

  /** Reads everything again that is on the screen; the rest when it comes back. */
  refreshAll(): void {
    this.entries.forEach(entry => this.touch(entry, 0));
  }

  private entryOf(view: View): Entry {
    const key = viewKey(view);
    const known = this.entries.get(key);
    if (known) {
      // Last used last, so that the oldest are the first of the map.
      this.entries.delete(key);
      this.entries.set(key, known);
      return known;
    }
    const entry: Entry = {
      view,
      snapshot: EMPTY,
      listeners: new Set(),
      dirty: true,
      startedAt: 0,
      failures: 0,
    };
    this.entries.set(key, entry);
    return entry;
  }

  private isOld({ dirty, snapshot, startedAt }: Entry): boolean {
    const followed = this.channel?.state === 'live';
    const young = Date.now() - startedAt < JUST_READ_MS;
    return dirty || !snapshot.value || !(followed || young);
  }

  private touch(entry: Entry, gapMs: number): void {
    entry.dirty = true;
    if (entry.listeners.size === 0 || entry.reading) {
      return;
    }
    const wait = Math.max(0, entry.startedAt + gapMs - Date.now());
    this.readLater(entry, wait);
  }

  private readLater(entry: Entry, ms: number): void {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => this.read(entry), ms);
  }

  private async read(entry: Entry): Promise<void> {
    clearTimeout(entry.timer);
    entry.timer = undefined;
    const reading = new AbortController();
    entry.reading = reading;
    entry.dirty = false;
    entry.startedAt = Date.now();
    if (!entry.snapshot.loading) {
      this.publish(entry, { ...entry.snapshot, loading: true });
    }
    try {
      const result = await this.api.read(entry.view, {
        etag: entry.etag,
        signal: reading.signal,
      });
      if (reading.signal.aborted) {
        return;
      }
      entry.failures = 0;
      entry.reading = undefined;
      if (!result.unchanged) {
        entry.etag = result.etag;
      }
      this.publish(entry, {
        value: result.unchanged ? entry.snapshot.value : result.value,
        loading: false,
        readAt: Date.now(),
      });
    } catch (error) {
      if (reading.signal.aborted) {
        return;
      }
      entry.reading = undefined;
      entry.failures += 1;
      this.publish(entry, {
        ...entry.snapshot,
        error: error as Error,
        loading: false,
      });
    }
    this.planNext(entry);
  }

  private planNext(entry: Entry): void {
    if (entry.listeners.size === 0) {
      return;
    }
    const { error, value } = entry.snapshot;
    if (error) {
      if (error instanceof DataPlatformError && error.transient) {
        const wait = RETRY_FIRST_MS * 2 ** (entry.failures - 1);
        this.readLater(entry, Math.min(RETRY_LONGEST_MS, wait));
      }
    } else if (entry.dirty) {
      this.touch(entry, gapOf(entry.view));
    } else if ((value as { warming?: boolean } | undefined)?.warming) {
      this.readLater(entry, WARMING_MS);
    }
  }

  private publish(entry: Entry, snapshot: ViewSnapshot<unknown>): void {
    entry.snapshot = snapshot;
    entry.listeners.forEach(listener => listener());
  }

  private rest(entry: Entry): void {
    clearTimeout(entry.timer);
    entry.timer = undefined;
    if (entry.reading) {
      entry.reading.abort();
      entry.reading = undefined;
      entry.dirty = true;
    }
    const idle = [...this.entries].filter(([, e]) => e.listeners.size === 0);
    for (const [key] of idle.slice(0, Math.max(0, idle.length - KEPT))) {
      this.entries.delete(key);
    }
    if (idle.length === this.entries.size) {
      clearTimeout(this.idleTimer);
      this.idleTimer = setTimeout(() => this.sleep(), IDLE_MS);
    }
  }

  private isIdle(): boolean {
    return [...this.entries.values()].every(
      ({ listeners }) => listeners.size === 0,
    );
  }

  private wake(): void {
    clearTimeout(this.idleTimer);
    if (!this.channel && !this.opening) {
      this.opening = true;
      this.openChannel().finally(() => {
        this.opening = false;
      });
    }
  }

  private async openChannel(): Promise<void> {
    try {
      const [user, live] = await Promise.all([
        this.api.userEntityRef().catch(() => 'unknown'),
        // Pages that show nothing of the platform do without it.
        import('../live/LiveChannel'),
      ]);
      this.channel = new live.LiveChannel({
        name: `data-platform:stream:${user}`,
        ports: this.ports,
        open: options => this.api.stream(options),
        onFrame: frame => this.apply(frame),
        onPoll: () => this.poll(),
        onState: () => this.stateListeners.forEach(listener => listener()),
      });
      this.channel.start();
      this.stateListeners.forEach(listener => listener());
    } catch {
      // The script did not come: the state stays "connecting" until it does.
      if (!this.isIdle()) {
        this.idleTimer = setTimeout(() => this.wake(), RETRY_FIRST_MS);
      }
    }
  }

  private sleep(): void {
    this.channel?.stop();
    this.channel = undefined;
    // Nothing tells of changes from now on: all that is kept is of the past.
    this.entries.forEach(entry => {
      entry.dirty = true;
    });
  }

  private poll(): void {
    this.entries.forEach(entry => {
      if (isLive(entry.view)) {
        this.touch(entry, GAP_MS);
      }
    });
  }

  private apply(frame: StreamFrame): void {
    this.entries.forEach(entry => {
      if (viewTouches(entry.view, frame, entry.snapshot.value)) {
        this.touch(entry, gapOf(entry.view));
      }
    });
  }
}

function gapOf(view: View): number {
  if (view.name === 'adoption' && view.query.limit === 0) return COUNT_GAP_MS;
  return view.name === 'resources' ||
    view.name === 'summary' ||
    view.name === 'adoption' ||
    view.name === 'system'
    ? PAGE_GAP_MS
    : GAP_MS;
}
