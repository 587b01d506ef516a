import { KubeObject } from '../types';
import { Change, Entry } from './Entry';
import { ResourceStore } from './ResourceStore';

/** Not 1: a version from before the server was born is then too old, as on any real cluster of some age. */
export const FIRST_VERSION = 1_000;

export type ChangeListener = (change: Change, resource: string) => void;

/** One object as persistence keeps it. */
export interface StoredObject {
  resource: string;
  key: string;
  version: number;
  object: KubeObject;
}

/**
 * All objects, with one growing version for all resources as etcd has it. Listeners are told of each change synchronously,
 * in the order of the versions: a write made by a listener is told after the change that the listener is just handling.
 */
export class Database {
  private current: number;
  private readonly floor: number;
  private readonly historyLimit: number;
  private readonly stores = new Map<string, ResourceStore>();
  private readonly listeners = new Map<string, Set<ChangeListener>>();
  private readonly everything = new Set<ChangeListener>();
  private readonly pending: { change: Change; resource: string }[] = [];
  private readonly onListenerError: (error: unknown) => void;
  private telling = false;

  constructor(
    options: {
      version?: number;
      historyLimit?: number;
      /** A listener that throws must not keep the others from hearing; by default its error surfaces as uncaught. */
      onListenerError?: (error: unknown) => void;
    } = {},
  ) {
    this.onListenerError = options.onListenerError ?? throwLater;
    this.current = options.version ?? FIRST_VERSION;
    this.floor = this.current;
    this.historyLimit = options.historyLimit ?? 2_000;
  }

  /** The version of the last write. */
  get version(): number {
    return this.current;
  }

  /** `resource` is `group/plural`; the core group is empty. */
  store(resource: string): ResourceStore {
    let store = this.stores.get(resource);
    if (!store) {
      store = new ResourceStore(this.floor, this.historyLimit);
      this.stores.set(resource, store);
    }
    return store;
  }

  restore(stored: StoredObject): Entry {
    const { resource, key, object, version } = stored;
    return this.store(resource).restore(key, object, version);
  }

  /** Stores with the next version, which it sets on the object. The object belongs to the database from here on. */
  put(resource: string, key: string, object: KubeObject): KubeObject {
    const version = ++this.current;
    object.metadata.resourceVersion = String(version);
    this.tell(this.store(resource).put(key, object, version), resource);
    return object;
  }

  remove(resource: string, key: string): void {
    const store = this.store(resource);
    const entry = store.get(key);
    if (!entry) return;
    const version = ++this.current;
    const { metadata, ...content } = entry.object;
    const last = {
      ...content,
      metadata: { ...metadata, resourceVersion: String(version) },
    } as KubeObject;
    this.tell(store.remove(key, last, version), resource);
  }

  /** Listens to one resource, or to all of them. A listener never hears of what was written before it came. */
  listen(resource: string | undefined, heard: ChangeListener): () => void {
    const from = this.current;
    const listener: ChangeListener = (change, name) => {
      if (change.entry.version <= from) return;
      try {
        heard(change, name);
      } catch (error) {
        this.onListenerError(error);
      }
    };
    let set = this.everything;
    if (resource !== undefined) {
      set = this.listeners.get(resource) ?? new Set();
      this.listeners.set(resource, set);
    }
    set.add(listener);
    return () => {
      set.delete(listener);
    };
  }

  /** Forgets the history of all resources up to `version`, as etcd's compaction does. */
  compact(version = this.current): void {
    for (const store of this.stores.values()) store.history.compact(version);
  }

  private tell(change: Change, resource: string): void {
    this.pending.push({ change, resource });
    if (this.telling) return;
    this.telling = true;
    try {
      for (let next = this.pending.shift(); next; next = this.pending.shift()) {
        for (const listener of this.everything) {
          listener(next.change, next.resource);
        }
        for (const listener of this.listeners.get(next.resource) ?? []) {
          listener(next.change, next.resource);
        }
      }
    } finally {
      this.telling = false;
    }
  }
}

function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
