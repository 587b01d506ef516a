import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { Concerns, concernKeys } from './concerns';
import { Entry } from './Entry';
import { GroupedSet } from './GroupedSet';
import { flatKey, placeKey } from './keys';

/** What is known of one source. */
class SourceEntries {
  readonly all = new Set<Entry>();
  readonly byUid = new Map<string, Entry>();
  /** By `namespace/name`, of whatever kind. */
  readonly byPlace = new GroupedSet<string, Entry>();
  readonly byNamespace = new GroupedSet<string, Entry>();
  readonly byParent = new GroupedSet<string, Entry>();
  /** By what else is evidence for them. */
  readonly byConcern = new GroupedSet<string, Entry>();
}

const NOTHING = new SourceEntries();

/** All entries, by everything that somebody looks them up by. */
export class EntryTable {
  readonly #byId = new Map<string, Entry>();
  readonly #sources = new Map<string, SourceEntries>();
  readonly #byClaim = new GroupedSet<string, Entry>();
  readonly #byObjectName = new GroupedSet<string, Entry>();
  /** By what a row says: entity, product, domain, and an entity that is claimed without being verified. */
  readonly #byRef = new GroupedSet<string, Entry>();
  readonly #workbenches = new Set<Entry>();
  readonly #concernsOf: (entry: Entry) => Concerns;

  constructor(concernsOf: (entry: Entry) => Concerns) {
    this.#concernsOf = concernsOf;
  }

  get size(): number {
    return this.#byId.size;
  }

  all(): Iterable<Entry> {
    return this.#byId.values();
  }

  ids(): Iterable<string> {
    return this.#byId.keys();
  }

  byId(id: string): Entry | undefined {
    return this.#byId.get(id);
  }

  /** @param key - as {@link Entry.nameKey} */
  byName(source: string, key: string): Entry | undefined {
    for (const entry of this.#at(source, key)) {
      if (entry.nameKey === key) {
        return entry;
      }
    }
    return undefined;
  }

  byUid(source: string, uid: string): Entry | undefined {
    return this.#of(source).byUid.get(uid);
  }

  ofSource(source: string): ReadonlySet<Entry> {
    return this.#of(source).all;
  }

  ofNamespace(source: string, namespace: string): ReadonlySet<Entry> {
    return this.#of(source).byNamespace.get(namespace);
  }

  /** @param key - as {@link Entry.involvedKey}, which leaves out the group: two systems may have a kind of that name */
  involved(source: string, key: string): ReadonlySet<Entry> {
    return new Set(
      [...this.#at(source, key)].filter(entry => entry.involvedKey === key),
    );
  }

  /** Whose evidence another object is: what they are made of, or mount. @param key - as `involvedKey` */
  concerning(source: string, key: string): ReadonlySet<Entry> {
    const { byConcern } = this.#of(source);
    const [named, generated] = concernKeys(key).map(each =>
      byConcern.get(each),
    );
    return generated.size === 0 ? named : new Set([...named, ...generated]);
  }

  workbenches(): ReadonlySet<Entry> {
    return this.#workbenches;
  }

  childrenOf(parent: Entry): ReadonlySet<Entry> {
    return this.#of(parent.source).byParent.get(parent.uid);
  }

  claiming(claimKey: string): ReadonlySet<Entry> {
    return this.#byClaim.get(claimKey);
  }

  /** Everything of that name, of any kind and anywhere. */
  named(name: string): ReadonlySet<Entry> {
    return this.#byObjectName.get(name);
  }

  withRef(
    field: 'entity' | 'product' | 'domain' | 'claimed',
    ref: string,
  ): ReadonlySet<Entry> {
    return this.#byRef.get(`${field} ${ref}`);
  }

  /** The live object that owns this one, of the same namespace: elsewhere a reference means nothing. */
  ownerOf(source: string, object: KubernetesObject): Entry | undefined {
    for (const reference of object.metadata.ownerReferences ?? []) {
      const owner = this.byUid(source, reference.uid);
      if (owner && owner.namespace === object.metadata.namespace) {
        return owner;
      }
    }
    return undefined;
  }

  add(entry: Entry): void {
    const { source, uid, namespace, object } = entry;
    let known = this.#sources.get(source);
    if (!known) {
      known = new SourceEntries();
      this.#sources.set(source, known);
    }
    this.#byId.set(entry.id, entry);
    known.all.add(entry);
    known.byUid.set(uid, entry);
    known.byPlace.add(placeKey(namespace, object.metadata.name), entry);
    known.byNamespace.add(namespace, entry);
    this.#byObjectName.add(object.metadata.name, entry);
    if (entry.definition.nature === 'workbench') this.#workbenches.add(entry);
    this.#link(entry);
  }

  /** Another version of the same object. */
  setObject(entry: Entry, object: KubernetesObject): void {
    this.#unlink(entry);
    entry.object = object;
    this.#link(entry);
  }

  setRow(entry: Entry, row: PlatformResource): void {
    const before = refKeys(entry.row);
    const now = refKeys(row);
    now.forEach((key, index) => this.#byRef.move(before[index], key, entry));
    entry.row = row;
  }

  remove(entry: Entry): void {
    const { source, uid, namespace, object } = entry;
    const known = this.#of(source);
    this.#byId.delete(entry.id);
    known.all.delete(entry);
    if (known.byUid.get(uid) === entry) {
      known.byUid.delete(uid);
    }
    known.byPlace.delete(placeKey(namespace, object.metadata.name), entry);
    known.byNamespace.delete(namespace, entry);
    this.#byObjectName.delete(object.metadata.name, entry);
    this.#workbenches.delete(entry);
    refKeys(entry.row).forEach(key => this.#byRef.delete(key, entry));
    this.#unlink(entry);
  }

  #of(source: string): SourceEntries {
    return this.#sources.get(source) ?? NOTHING;
  }

  /** Entries where a name key or involved key points; of all kinds. */
  #at(source: string, key: string): ReadonlySet<Entry> {
    return this.#of(source).byPlace.get(key.slice(key.indexOf('/') + 1));
  }

  #link(entry: Entry): void {
    const { byParent, byConcern } = this.#of(entry.source);
    for (const owner of entry.object.metadata.ownerReferences ?? []) {
      byParent.add(owner.uid, entry);
    }
    entry.concerns = this.#concernsOf(entry);
    entry.concerns.keys.forEach(key => byConcern.add(key, entry));
    entry.claimKeys.forEach(key => this.#byClaim.add(key, entry));
  }

  #unlink(entry: Entry): void {
    const { byParent, byConcern } = this.#of(entry.source);
    for (const owner of entry.object.metadata.ownerReferences ?? []) {
      byParent.delete(owner.uid, entry);
    }
    entry.concerns.keys.forEach(key => byConcern.delete(key, entry));
    entry.claimKeys.forEach(key => this.#byClaim.delete(key, entry));
  }
}

function refKeys(row: PlatformResource | undefined): (string | undefined)[] {
  const key = (field: string, ref: string | undefined) =>
    ref === undefined ? undefined : flatKey([field, ref], ' ');
  return [
    key('entity', row?.entityRef),
    key('product', row?.productRef),
    key('domain', row?.domainRef),
    key('claimed', row?.claimedEntityRef),
  ];
}
