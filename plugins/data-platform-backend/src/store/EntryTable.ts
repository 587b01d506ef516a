import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { Entry } from './Entry';
import { GroupedSet } from './GroupedSet';

/** All entries, by everything that somebody looks them up by. Keys of one source are prefixed by it. */
export class EntryTable {
  readonly #byId = new Map<string, Entry>();
  readonly #byName = new Map<string, Entry>();
  readonly #byUid = new Map<string, Entry>();
  readonly #bySource = new GroupedSet<string, Entry>();
  readonly #byNamespace = new GroupedSet<string, Entry>();
  readonly #byInvolved = new GroupedSet<string, Entry>();
  readonly #byParent = new GroupedSet<string, Entry>();
  readonly #byClaim = new GroupedSet<string, Entry>();
  readonly #byObjectName = new GroupedSet<string, Entry>();
  /** By what a row says: entity, product, domain, and an entity that is claimed without being verified. */
  readonly #byRef = new GroupedSet<string, Entry>();

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

  byName(source: string, key: string): Entry | undefined {
    return this.#byName.get(at(source, key));
  }

  byUid(source: string, uid: string): Entry | undefined {
    return this.#byUid.get(at(source, uid));
  }

  ofSource(source: string): ReadonlySet<Entry> {
    return this.#bySource.get(source);
  }

  ofNamespace(source: string, namespace: string): ReadonlySet<Entry> {
    return this.#byNamespace.get(at(source, namespace));
  }

  involved(source: string, key: string): ReadonlySet<Entry> {
    return this.#byInvolved.get(at(source, key));
  }

  childrenOf(parent: Entry): ReadonlySet<Entry> {
    return this.#byParent.get(at(parent.source, parent.uid));
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
    this.#byId.set(entry.id, entry);
    this.#byName.set(at(entry.source, entry.nameKey), entry);
    this.#byUid.set(at(entry.source, entry.uid), entry);
    this.#bySource.add(entry.source, entry);
    this.#byInvolved.add(at(entry.source, entry.involvedKey), entry);
    this.#byObjectName.add(entry.object.metadata.name, entry);
    if (entry.namespace !== undefined) {
      this.#byNamespace.add(at(entry.source, entry.namespace), entry);
    }
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
    this.#byId.delete(entry.id);
    this.#byUid.delete(at(entry.source, entry.uid));
    const name = at(entry.source, entry.nameKey);
    if (this.#byName.get(name) === entry) {
      this.#byName.delete(name);
    }
    this.#bySource.delete(entry.source, entry);
    this.#byInvolved.delete(at(entry.source, entry.involvedKey), entry);
    this.#byObjectName.delete(entry.object.metadata.name, entry);
    if (entry.namespace !== undefined) {
      this.#byNamespace.delete(at(entry.source, entry.namespace), entry);
    }
    refKeys(entry.row).forEach(key => this.#byRef.delete(key, entry));
    this.#unlink(entry);
  }

  #link(entry: Entry): void {
    for (const owner of entry.object.metadata.ownerReferences ?? []) {
      this.#byParent.add(at(entry.source, owner.uid), entry);
    }
    entry.claimKeys.forEach(key => this.#byClaim.add(key, entry));
  }

  #unlink(entry: Entry): void {
    for (const owner of entry.object.metadata.ownerReferences ?? []) {
      this.#byParent.delete(at(entry.source, owner.uid), entry);
    }
    entry.claimKeys.forEach(key => this.#byClaim.delete(key, entry));
  }
}

function at(source: string, key: string): string {
  return `${source}\0${key}`;
}

function refKeys(row: PlatformResource | undefined): (string | undefined)[] {
  const key = (field: string, ref: string | undefined) =>
    ref === undefined ? undefined : `${field} ${ref}`;
  return [
    key('entity', row?.entityRef),
    key('product', row?.productRef),
    key('domain', row?.domainRef),
    key('claimed', row?.claimedEntityRef),
  ];
}
