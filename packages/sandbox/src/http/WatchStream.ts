import { ServerResponse } from 'node:http';
import { expired } from '../errors/status';
import { apiVersionOf, ResourceType, storeOf } from '../resources/ResourceType';
import { Database } from '../store/Database';
import { Change, Entry } from '../store/Entry';
import { Clock, KubeObject } from '../types';
import { ListOptions } from './ListOptions';
import { Form } from './negotiate';
import { entryJson, inVersion } from './serialize';
import {
  partialMetadata,
  Printer,
  printerOf,
  table,
  TableOptions,
} from './tables/Table';

/** A reader that leaves more than this unread is cut off; it comes back and resumes. */
const BACKLOG_LIMIT = 16 * 1024 * 1024;
const DEFAULT_TIMEOUT_S = 30 * 60;
const FIRST_BOOKMARK_MS = 1_000;
const BOOKMARK_EVERY_MS = 60_000;
/** Bookmarks come this long before the end, so that a client resumes from where it stopped. */
const LAST_BOOKMARK_MS = 2_000;

/** An object that no longer matches is DELETED to the watcher: with its old content, and the version of the change. */
function left(previous: Entry, version: number): Entry {
  const { metadata, ...content } = previous.object;
  const object = {
    ...content,
    metadata: { ...metadata, resourceVersion: String(version) },
  } as KubeObject;
  return new Entry(previous.key, object, version);
}

/** One watch: what it has to see, and the body that it is written to. */
export class WatchStream {
  private readonly stream: ServerResponse;
  private readonly type: ResourceType;
  private readonly namespace?: string;
  private readonly options: ListOptions;
  private readonly form: Form;
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly printer?: Printer;
  private readonly cancels: (() => void)[] = [];
  /** Changes up to this version are known to the client. */
  private seen = 0;
  private sentColumns = false;
  /** Lines of this turn of the loop: they leave together, which is what makes many watchers cheap. */
  private unsent = '';

  constructor(parts: {
    stream: ServerResponse;
    type: ResourceType;
    namespace?: string;
    options: ListOptions;
    form: Form;
    database: Database;
    clock: Clock;
  }) {
    this.stream = parts.stream;
    this.type = parts.type;
    this.namespace = parts.namespace;
    this.options = parts.options;
    this.form = parts.form;
    this.database = parts.database;
    this.clock = parts.clock;
    if (parts.form.as === 'Table') this.printer = printerOf(parts.type);
  }

  start(from: number): void {
    const { database, type, options } = this;
    const store = database.store(storeOf(type));
    if (from === 0 || options.sendInitialEvents) {
      for (const entry of store.list(this.namespace)) {
        if (options.matches(entry.object)) this.write('ADDED', entry);
      }
      this.seen = database.version;
      if (options.sendInitialEvents && options.bookmarks) this.bookmark(true);
    } else {
      const missed = store.history.since(from);
      if (!missed) {
        const { status } = expired(
          `too old resource version: ${from} (${store.history.floor})`,
        );
        this.line({ type: 'ERROR', object: status });
        this.end();
        return;
      }
      this.seen = from;
      for (const change of missed) this.heard(change);
    }
    this.cancels.push(
      database.listen(storeOf(type), change => this.heard(change)),
    );
    this.stream.once('close', () => this.stop());
    this.schedule();
  }

  private schedule(): void {
    const { bookmarks, sendInitialEvents, timeoutSeconds } = this.options;
    const timeout =
      (timeoutSeconds || DEFAULT_TIMEOUT_S * (1 + Math.random())) * 1000;
    this.after(timeout, () => this.end());
    if (!bookmarks) return;
    this.after(timeout - LAST_BOOKMARK_MS, () => this.bookmark());
    const again = () => {
      this.bookmark();
      this.after(BOOKMARK_EVERY_MS, again);
    };
    this.after(
      sendInitialEvents ? FIRST_BOOKMARK_MS : BOOKMARK_EVERY_MS,
      again,
    );
  }

  private after(ms: number, run: () => void): void {
    if (ms > 0) this.cancels.push(this.clock.after(ms, run));
  }

  private stop(): void {
    for (const cancel of this.cancels.splice(0)) cancel();
  }

  private heard(change: Change): void {
    const { entry, previous } = change;
    if (entry.version <= this.seen || !this.open) return;
    if (this.namespace && !entry.key.startsWith(`${this.namespace}/`)) return;
    const { matches, hasSelector } = this.options;
    if (!hasSelector || change.type === 'DELETED') {
      if (matches(entry.object)) this.write(change.type, entry);
    } else {
      const now = matches(entry.object);
      const before = previous !== undefined && matches(previous.object);
      if (now) this.write(before ? 'MODIFIED' : 'ADDED', entry);
      else if (before) this.write('DELETED', left(previous!, entry.version));
    }
    this.seen = entry.version;
  }

  private write(type: Change['type'], entry: Entry): void {
    if (this.form.as === 'object') {
      this.send(`{"type":"${type}","object":${entryJson(this.type, entry)}}\n`);
      return;
    }
    this.line({ type, object: this.shaped(entry.object) });
  }

  private shaped(object: KubeObject): unknown {
    const { form, printer } = this;
    if (form.as === 'object') return object;
    if (!printer) return partialMetadata(object, form.version);
    const options: TableOptions = {
      version: form.version,
      now: this.clock.now(),
      include: 'Metadata',
    };
    const { resourceVersion } = object.metadata;
    const rows = table(
      printer,
      [inVersion(this.type, object)],
      { resourceVersion },
      options,
    );
    // Columns are sent once for each watch.
    if (this.sentColumns) rows.columnDefinitions = null;
    this.sentColumns = true;
    return rows;
  }

  private bookmark(initialEnd = false): void {
    if (!this.open) return;
    const version = Math.max(this.seen, this.database.version);
    this.line({
      type: 'BOOKMARK',
      object: {
        kind: this.type.kind,
        apiVersion: apiVersionOf(this.type),
        metadata: {
          resourceVersion: String(version),
          ...(initialEnd
            ? { annotations: { 'k8s.io/initial-events-end': 'true' } }
            : {}),
        },
      },
    });
  }

  private line(event: unknown): void {
    this.send(`${JSON.stringify(event)}\n`);
  }

  private send(text: string): void {
    if (this.unsent === '') queueMicrotask(() => this.flush());
    this.unsent += text;
  }

  private flush(): void {
    if (this.unsent !== '' && this.open) {
      this.stream.write(this.unsent);
    }
    this.unsent = '';
    if (this.stream.writableLength > BACKLOG_LIMIT) this.stream.destroy();
  }

  private end(): void {
    this.flush();
    this.stop();
    this.stream.end();
  }

  /** A response that has ended stays `writable` until it is closed, and throws when it is written to. */
  private get open(): boolean {
    return this.stream.writable && !this.stream.writableEnded;
  }
}
