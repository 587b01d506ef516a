import {
  ANNOTATION_RUN_DATE,
  LABEL_SERIES,
  PlatformResource,
} from '@millrace/backstage-plugin-data-platform-common';
import { Entry } from './Entry';
import { GroupedSet } from './GroupedSet';

/** The newest run of a line that says how its job is; a run that somebody stopped says nothing about it. */
interface Head {
  entry: Entry;
  at: string;
}

/**
 * The live runs of each job, or of each schedule that no entity knows, as lines: a run that has ended is superseded once
 * a newer one of its line is there. A run for a date, as a back-fill makes them, is in line with runs for that date alone.
 */
export class JobLines {
  readonly #members = new GroupedSet<string, Entry>();
  readonly #heads = new Map<string, Head>();
  readonly #keys = new Map<Entry, string>();

  /** Whether a row, as it is about to be shown, is history. */
  supersedes(entry: Entry, row: PlatformResource): boolean {
    const key = lineOf(entry, row);
    const head = key === undefined ? undefined : this.#heads.get(key);
    return (
      head !== undefined &&
      head.entry !== entry &&
      row.assessment.outcome !== undefined &&
      isNewer(head, { entry, at: startOf(row) })
    );
  }

  /** The entry has another row. Returns whose rows may be, or no longer be, history because of it. */
  update(entry: Entry, row: PlatformResource): Entry[] {
    const before = this.#keys.get(entry);
    const key = lineOf(entry, row);
    this.#members.move(before, key, entry);
    if (key === undefined) {
      this.#keys.delete(entry);
    } else {
      this.#keys.set(entry, key);
    }
    return [
      ...(before !== key && before !== undefined ? this.#leave(before) : []),
      ...(key === undefined ? [] : this.#place(key, entry, row)),
    ];
  }

  remove(entry: Entry): Entry[] {
    const key = this.#keys.get(entry);
    if (key === undefined) {
      return [];
    }
    this.#keys.delete(entry);
    this.#members.delete(key, entry);
    return this.#heads.get(key)?.entry === entry ? this.#leave(key) : [];
  }

  #place(key: string, entry: Entry, row: PlatformResource): Entry[] {
    const head = this.#heads.get(key);
    const own = { entry, at: startOf(row) };
    if (head?.entry === entry) {
      const same = head.at === own.at && row.assessment.outcome !== 'cancelled';
      return same ? [] : this.#leave(key);
    }
    if (
      row.assessment.outcome === 'cancelled' ||
      (head && isNewer(head, own))
    ) {
      return [];
    }
    this.#heads.set(key, own);
    return this.#others(key, entry);
  }

  /** The head is no longer what it was: looks for the one now. */
  #leave(key: string): Entry[] {
    let best: Head | undefined;
    for (const entry of this.#members.get(key)) {
      const { row } = entry;
      if (row && row.assessment.outcome !== 'cancelled') {
        const head = { entry, at: startOf(row) };
        best = best && isNewer(best, head) ? best : head;
      }
    }
    if (best) {
      this.#heads.set(key, best);
    } else {
      this.#heads.delete(key);
    }
    return [...this.#members.get(key)];
  }

  #others(key: string, entry: Entry): Entry[] {
    return [...this.#members.get(key)].filter(other => other !== entry);
  }
}

function lineOf(entry: Entry, row: PlatformResource): string | undefined {
  if (row.nature !== 'run') return undefined;
  const { labels = {}, annotations = {} } = entry.object.metadata;
  const owner = row.parentUid && `${row.source}/${row.parentUid}`;
  const job = row.entityRef ?? owner;
  if (!job) return undefined;
  const date = annotations[ANNOTATION_RUN_DATE];
  if (date) return `${job} of ${date}`;
  return labels[LABEL_SERIES] ? `${job} ${entry.id}` : job;
}

function startOf(row: PlatformResource): string {
  return row.startedAt ?? row.createdAt;
}

/** A total order, so that no order of arrival shows. */
function isNewer(a: Head, b: Head): boolean {
  return a.at > b.at || (a.at === b.at && a.entry.id > b.entry.id);
}
