import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { samePlace } from '../assess/buildRow';
import { Clock } from '../clusters/Clock';
import { Joiner } from '../join/Joiner';
import { OperatorBook } from '../operators/OperatorBook';
import { KindScope } from '../sources/types';
import { AgeWheel } from './AgeWheel';
import { ChangeLog } from './ChangeLog';
import { Entry } from './Entry';
import { EntryTable } from './EntryTable';
import { EvidenceIntake } from './EvidenceIntake';
import { JobLines } from './JobLines';
import { Judge } from './Judge';
import { nameKey } from './keys';
import { Notifier } from './Notifier';
import { RowQueries } from './RowQueries';
import { Worklist } from './Worklist';

/** What the live objects are kept with. */
export interface LiveObjectsOptions {
  clock: Clock;
  table: EntryTable;
  evidence: EvidenceIntake;
  joiner: Joiner;
  judge: Judge;
  operators: OperatorBook<Entry>;
  lines: JobLines;
  notifier: Notifier;
  now(source: string): number;
}

/** The heart of the index: an object comes, changes, is judged, gets its row, goes; each step is numbered and told. */
export class LiveObjects {
  readonly queries: RowQueries;
  readonly log = new ChangeLog();
  readonly #options: LiveObjectsOptions;
  readonly #table: EntryTable;
  readonly #work: Worklist<Entry>;
  readonly #wheel: AgeWheel;
  readonly #unjudged = new Set<Entry>();
  #version = 0;

  constructor(options: LiveObjectsOptions) {
    this.#options = options;
    this.#table = options.table;
    this.queries = new RowQueries(options.table);
    this.#work = new Worklist(options.clock, entry => this.assess(entry));
    this.#wheel = new AgeWheel(
      options.clock,
      entry => this.#work.add(entry),
      () => this.#lookAgain(),
    );
  }

  get version(): number {
    return this.#version;
  }

  /** Entries that have no verdict yet. */
  get unjudged(): number {
    return this.#unjudged.size;
  }

  /**
   * Takes an object in. It is judged when it is its turn, or by {@link assess}.
   * @param watched - it comes by a watch, as it changes
   */
  store(scope: KindScope, object: KubernetesObject, watched: boolean): Entry {
    const { source, definition } = scope;
    const { namespace, name, uid } = object.metadata;
    const { kind, match } = definition;
    const key = nameKey(kind, match.group, namespace, name);
    const known = this.#table.byName(source, key);
    if (known && known.uid === uid) {
      this.#change(known, object, watched);
      return known;
    }
    if (known) {
      // Made anew under its name, and nobody said that the old one went.
      this.remove(known, false);
    }
    const firstSeen = this.#options.now(source);
    const entry = new Entry(source, definition, object, firstSeen);
    this.#table.add(entry);
    this.#unjudged.add(entry);
    this.#work.add(entry);
    this.rejoin(this.#table.childrenOf(entry));
    return entry;
  }

  /** To be judged soon: something changed that lasts, or time has passed. */
  assessLater(entry: Entry): void {
    this.#work.add(entry);
  }

  /** Judges now. `watched`: what it was made from has changed, which readers of the details want to know in any case. */
  assess(entry: Entry, watched = false): void {
    this.#work.delete(entry);
    this.#unjudged.delete(entry);
    if (this.#table.byId(entry.id) !== entry) {
      return;
    }
    const { row, changed } = this.#options.judge.judge(entry, watched);
    if (entry.terminal) {
      this.#wheel.delete(entry);
    } else {
      this.#wheel.add(entry);
    }
    if (watched || changed) {
      this.publish(entry, row);
    }
    if (changed) {
      this.#touchParent(entry);
    }
  }

  publish(entry: Entry, row: PlatformResource): void {
    const before = entry.row;
    const now = { ...row, version: this.#version + 1 };
    this.#table.setRow(entry, now);
    this.queries.touch(entry.id);
    this.#announce(now, false, before);
    this.#overtake(this.#options.lines.update(entry, now));
  }

  /** Entries, and what they own, may belong elsewhere now. */
  rejoin(entries: Iterable<Entry>): void {
    for (const entry of this.#options.joiner.withDescendants(entries)) {
      entry.join = undefined;
      this.#work.add(entry);
    }
  }

  /** `seen`: its end was watched, so that its last state is how it ended. */
  remove(entry: Entry, seen: boolean): void {
    const { row } = entry;
    this.#options.judge.gone(entry, seen);
    const children = [...this.#table.childrenOf(entry)];
    this.#table.remove(entry);
    this.#work.delete(entry);
    this.#unjudged.delete(entry);
    this.#wheel.delete(entry);
    this.#options.evidence.objectGone(entry);
    this.#options.operators.forget(entry);
    this.queries.touch(entry.id);
    if (row) {
      this.#announce({ ...row, version: this.#version + 1 }, true, undefined);
    }
    this.#touchParent(entry);
    this.rejoin(children);
    this.#overtake(this.#options.lines.remove(entry));
  }

  stop(): void {
    this.#wheel.stop();
  }

  #change(entry: Entry, object: KubernetesObject, watched: boolean): void {
    const { evidence, joiner } = this.#options;
    if (watched) {
      evidence.noteActivity(entry, object);
    }
    const moves = joiner.moves(entry, object);
    this.#table.setObject(entry, object);
    this.#work.add(entry);
    if (moves) {
      this.rejoin([entry]);
    }
  }

  /** What has ended and should be gone by now is judged once more. */
  #lookAgain(): void {
    for (const entry of this.#table.all()) {
      const { lookAgainAt, source } = entry;
      if (
        lookAgainAt !== undefined &&
        lookAgainAt <= this.#options.now(source)
      ) {
        this.#work.add(entry);
      }
    }
  }

  /** Other runs of a job are its present now: rows of runs that have ended say so. */
  #overtake(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const { row } = entry;
      if (row) {
        const superseded = this.#options.lines.supersedes(entry, row);
        if (superseded !== (row.superseded ?? false)) {
          this.publish(entry, {
            ...row,
            superseded: superseded || undefined,
          });
        }
      }
    }
  }

  #touchParent(entry: Entry): void {
    const parent = this.#table.ownerOf(entry.source, entry.object);
    if (parent) {
      this.#work.add(parent);
    }
  }

  #announce(
    row: PlatformResource,
    removed: boolean,
    before: PlatformResource | undefined,
  ): void {
    this.#version = row.version;
    const change = {
      version: row.version,
      id: row.id,
      row,
      removed,
      ...(before && !samePlace(before, row) ? { before } : {}),
    };
    this.log.add(change);
    this.#options.notifier.add(change);
  }
}
