import { EventEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { generatedKey, isGenerated } from './concerns';
import { GroupedSet } from './GroupedSet';
import { involvedKey } from './keys';
import { ScopedChange } from './ScopedItems';

const PER_OBJECT = 50;
const STRANGERS = 5_000;
const STRANGER_MS = 10 * 60_000;

interface Page {
  /** By cause: repeats under new uids are one. */
  events: Map<string, EventEvidence>;
  touchedAt: number;
}

/**
 * The events of one source, by the object that they are about. The API server forgets them after an hour: here they
 * stay while `keep` says that their object still needs them.
 */
export class EventBook {
  readonly #pages = new Map<string, Page>();
  /** Pages of objects whose names may be generated, by their prefix. Pods are found by their labels. */
  readonly #byPrefix = new GroupedSet<string, Page>();
  readonly #byUid = new Map<string, { page: string; cause: string }>();
  readonly #scopes = new Map<string, Set<string>>();

  /** Takes a change in and returns the keys of the objects that it touches. */
  apply(
    change: ScopedChange<EventEvidence>,
    now: number,
    keep: (involved: string) => boolean,
  ): Set<string> {
    const touched = new Set<string>();
    if (change.op === 'remove') {
      this.#members(change.scope).delete(change.item!.uid);
      this.#forget(change.item!.uid, keep, touched);
      return touched;
    }
    const events = change.op === 'upsert' ? [change.item!] : change.items ?? [];
    for (const event of events) {
      touched.add(this.#put(event, now));
    }
    if (change.op === 'upsert') {
      this.#members(change.scope).add(change.item!.uid);
    } else {
      const present = new Set(events.map(event => event.uid));
      for (const uid of this.#members(change.scope)) {
        if (!present.has(uid)) {
          this.#forget(uid, keep, touched);
        }
      }
      this.#scopes.set(change.scope, present);
    }
    return touched;
  }

  of(involved: string): Iterable<EventEvidence> {
    return this.#pages.get(involved)?.events.values() ?? [];
  }

  /** Events of one object, or of all whose names were made from a prefix. @param key - as a concern names it */
  about(key: string): EventEvidence[] {
    return isGenerated(key)
      ? [...this.#byPrefix.get(key)].flatMap(page => [...page.events.values()])
      : [...this.of(key)];
  }

  drop(involved: string): void {
    for (const event of this.of(involved)) {
      this.#byUid.delete(event.uid);
    }
    this.#removePage(involved);
  }

  /** Drops what is about objects that nobody knows, after they had time to be listed. */
  sweep(now: number, known: (involved: string) => boolean): void {
    let strangers = 0;
    for (const [involved, page] of [...this.#pages].reverse()) {
      if (known(involved)) {
        continue;
      }
      strangers += 1;
      if (strangers > STRANGERS || now - page.touchedAt > STRANGER_MS) {
        this.drop(involved);
      }
    }
  }

  #put(event: EventEvidence, now: number): string {
    const { kind, namespace, name } = event.involved;
    const involved = involvedKey(kind, namespace, name);
    const cause = causeOf(event);
    const earlier = this.#byUid.get(event.uid);
    if (earlier && earlier.cause !== cause) {
      this.#pages.get(earlier.page)?.events.delete(earlier.cause);
    }
    const page =
      this.#pages.get(involved) ?? this.#newPage(kind, involved, now);
    page.touchedAt = now;
    const same = page.events.get(cause);
    page.events.delete(cause);
    page.events.set(cause, same ? merged(same, event) : event);
    this.#byUid.set(event.uid, { page: involved, cause });
    this.#pages.delete(involved);
    this.#pages.set(involved, page);
    if (page.events.size > PER_OBJECT) {
      const [oldest, dropped] = page.events.entries().next().value!;
      page.events.delete(oldest);
      this.#byUid.delete(dropped.uid);
    }
    return involved;
  }

  #forget(
    uid: string,
    keep: (involved: string) => boolean,
    touched: Set<string>,
  ): void {
    const at = this.#byUid.get(uid);
    this.#byUid.delete(uid);
    if (!at || keep(at.page)) {
      return;
    }
    const page = this.#pages.get(at.page);
    if (page?.events.get(at.cause)?.uid === uid) {
      page.events.delete(at.cause);
      touched.add(at.page);
    }
    if (page?.events.size === 0) {
      this.#removePage(at.page);
    }
  }

  #newPage(kind: string, involved: string, now: number): Page {
    const page: Page = { events: new Map(), touchedAt: now };
    if (kind !== 'Pod') {
      this.#byPrefix.add(generatedKey(involved), page);
    }
    return page;
  }

  #removePage(involved: string): void {
    const page = this.#pages.get(involved);
    if (page) {
      this.#byPrefix.delete(generatedKey(involved), page);
      this.#pages.delete(involved);
    }
  }

  #members(scope: string): Set<string> {
    let members = this.#scopes.get(scope);
    if (!members) {
      members = new Set();
      this.#scopes.set(scope, members);
    }
    return members;
  }
}

function causeOf(event: EventEvidence): string {
  return [event.involved.uid, event.type, event.reason, event.message].join(
    '\0',
  );
}

function merged(before: EventEvidence, now: EventEvidence): EventEvidence {
  return {
    ...now,
    count: Math.max(before.count, now.count),
    firstAt: Math.min(before.firstAt, now.firstAt),
    lastAt: Math.max(before.lastAt, now.lastAt),
  };
}
