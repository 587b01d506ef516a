import { Source } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { HistoryStore } from '../history/types';
import { PlacementDirectory } from '../join/PlacementDirectory';
import { OperatorBook } from '../operators/OperatorBook';
import { SourceStates } from '../operators/SourceStates';
import { EvidenceChange, KindScope, ObjectSink } from '../sources/types';
import { Entry } from './Entry';
import { EntryTable } from './EntryTable';
import { EvidenceIntake } from './EvidenceIntake';
import { groupKind, nameKey } from './keys';
import { LiveObjects } from './LiveObjects';
import { SourceNews } from './SourceNews';
import { covers, StaleMarks, StaleScope } from './StaleMarks';

/** What comes in one call up to this many is judged at once; more in slices, so that the loop stays free. */
const AT_ONCE = 200;

/** What the sink writes to. */
export interface IndexSinkOptions {
  table: EntryTable;
  live: LiveObjects;
  evidence: EvidenceIntake;
  places: PlacementDirectory;
  marks: StaleMarks;
  news: SourceNews;
  operators: OperatorBook<Entry>;
  states: SourceStates;
  history: HistoryStore;
  now(source: string): number;
}

/** The index as sources see it. A single change is judged as it comes: a failure may last 10 ms before a retry wipes it. */
export class IndexSink implements ObjectSink {
  readonly #options: IndexSinkOptions;
  readonly #listed = new Set<string>();
  readonly #begun = new Set<string>();

  constructor(options: IndexSinkOptions) {
    this.#options = options;
  }

  replace(scope: KindScope, objects: readonly KubernetesObject[]): void {
    const { live, table } = this.#options;
    const present = new Set<Entry>();
    const first = this.#isFirst(scope);
    for (const object of objects) {
      const entry = live.store(scope, object, false);
      entry.early ||= first && !entry.row;
      present.add(entry);
    }
    for (const entry of [...table.ofSource(scope.source)]) {
      if (!present.has(entry) && inScope(scope, entry)) {
        live.remove(entry, false);
      }
    }
    this.#reconcile(scope, objects);
    if (objects.length <= AT_ONCE) {
      present.forEach(entry => live.assess(entry));
    }
  }

  upsert(scope: KindScope, object: KubernetesObject): void {
    const { live } = this.#options;
    live.assess(live.store(scope, object, true), true);
  }

  remove(scope: KindScope, object: KubernetesObject): void {
    const { live, table } = this.#options;
    const { kind, match } = scope.definition;
    const { uid, namespace, name } = object.metadata;
    const key = nameKey(kind, match.group, namespace, name);
    const entry = table.byName(scope.source, key);
    if (entry?.uid === uid) {
      // What it was at its end may be news, and goes to the history first.
      this.upsert(scope, object);
      live.remove(entry, true);
    }
  }

  stale(
    scope: StaleScope,
    mark: { since: string; message: string } | undefined,
  ): void {
    const { live, marks, table } = this.#options;
    if (!marks.set(scope, mark)) {
      return;
    }
    const near =
      scope.namespace === undefined
        ? table.ofSource(scope.source)
        : table.ofNamespace(scope.source, scope.namespace);
    for (const entry of near) {
      if (entry.row && covers(scope, entry)) {
        live.publish(entry, { ...entry.row, stale: marks.of(entry) });
      }
    }
  }

  evidence(source: string, change: EvidenceChange): void {
    const { evidence, live, operators, places, table } = this.#options;
    if (change.type === 'deployment') {
      operators.deployment(source, change);
      return;
    }
    if (change.type === 'namespace' || change.type === 'roleBinding') {
      for (const namespace of places.apply(source, change)) {
        live.rejoin(table.ofNamespace(source, namespace));
      }
      return;
    }
    const { entries, lasting } = evidence.apply(source, change);
    const wait = lasting || entries.size > AT_ONCE;
    for (const entry of entries) {
      if (wait) {
        live.assessLater(entry);
      } else {
        live.assess(entry, true);
      }
    }
  }

  source(state: Source): void {
    const { live, news, now, states, table } = this.#options;
    if (states.set(state, now(state.name))) {
      for (const entry of table.ofSource(state.name)) {
        if (!entry.terminal) {
          live.assessLater(entry);
        }
      }
    }
    news.tell();
  }

  #isFirst({ source, namespace, definition }: KindScope): boolean {
    const { kind, match } = definition;
    const key = JSON.stringify([source, kind, match.group, namespace]);
    const first = !this.#begun.has(key);
    this.#begun.add(key);
    return first;
  }

  /** What the history holds as present, and a first list does not show, went while nobody looked. */
  #reconcile(scope: KindScope, objects: readonly KubernetesObject[]): void {
    const { source, namespace, definition } = scope;
    const { kind, match, nature } = definition;
    const key = JSON.stringify([
      source,
      groupKind(kind, match.group),
      namespace,
    ]);
    if (nature === 'run' && !this.#listed.has(key)) {
      this.#listed.add(key);
      this.#options.history.reconcile(
        { source, group: match.group, kind, namespace },
        new Set(objects.map(object => object.metadata.uid)),
        new Date(this.#options.now(source)).toISOString(),
      );
    }
  }
}

function inScope(scope: KindScope, entry: Entry): boolean {
  return covers(
    {
      source: scope.source,
      group: scope.definition.match.group,
      kind: scope.definition.kind,
      namespace: scope.namespace,
    },
    entry,
  );
}
