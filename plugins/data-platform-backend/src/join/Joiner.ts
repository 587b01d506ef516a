import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { sameValue } from '../assess/buildRow';
import { NotebookOwners } from '../notebooks/entities/NotebookOwners';
import { Entry } from '../store/Entry';
import { EntryTable } from '../store/EntryTable';
import { SharedValues } from '../store/SharedValues';
import { EntityIndex, JoinableEntity } from './EntityIndex';
import { Join, joinOwned, joinResource } from './joinResource';
import { DomainDirectory, EntityDirectory } from './types';

const MAX_OWNERS = 3;

/** Keeps every entry joined to its entity, and knows which joins a change can touch. */
export class Joiner {
  readonly #table: EntryTable;
  readonly #directory: EntityDirectory;
  readonly #domains: DomainDirectory;
  readonly #owners: Pick<NotebookOwners, 'of'> | undefined;
  readonly #entities = new EntityIndex();

  readonly #shared = new SharedValues();

  constructor(
    table: EntryTable,
    directory: EntityDirectory,
    domains: DomainDirectory,
    owners?: Pick<NotebookOwners, 'of'>,
  ) {
    this.#table = table;
    this.#directory = directory;
    this.#domains = domains;
    this.#owners = owners;
    this.#entities.follow(directory);
  }

  of(entry: Entry): Join {
    entry.join ??= this.#shared.of(
      this.#owned(entry) ??
        joinResource(
          entry.source,
          entry.object,
          object => this.#table.ownerOf(entry.source, object)?.object,
          this.#entities,
          this.#domains,
        ),
    );
    return entry.join;
  }

  #owned({ source, uid, object }: Entry): Join | undefined {
    const own = this.#owners?.of(source, uid);
    return own && joinOwned(source, object, own, this.#entities, this.#domains);
  }

  /** Takes in what changed in the directory and returns the entries that it may touch, without what they own. */
  followEntities(): Set<Entry> {
    const touched = new Set<Entry>();
    const add = (entries: Iterable<Entry>) => {
      for (const entry of entries) {
        touched.add(entry);
      }
    };
    for (const { before, after } of this.#entities.follow(this.#directory)) {
      for (const entity of [before, after]) {
        if (entity) {
          this.#candidates(entity).forEach(add);
        }
      }
    }
    return touched;
  }

  /** Whether another version of an object may belong elsewhere. */
  moves(entry: Entry, now: KubernetesObject): boolean {
    const before = entry.object.metadata;
    const { labels, annotations, ownerReferences } = now.metadata;
    return !(
      sameValue(before.labels, labels) &&
      sameValue(before.annotations, annotations) &&
      sameValue(before.ownerReferences, ownerReferences)
    );
  }

  /** The entries and what they own, as far down as claims are looked for up. */
  withDescendants(entries: Iterable<Entry>): Set<Entry> {
    const all = new Set(entries);
    let generation: Iterable<Entry> = all;
    for (let down = 0; down < MAX_OWNERS; down += 1) {
      const next = new Set<Entry>();
      for (const entry of generation) {
        for (const child of this.#table.childrenOf(entry)) {
          if (!all.has(child)) {
            next.add(child);
          }
        }
      }
      next.forEach(entry => all.add(entry));
      generation = next;
    }
    return all;
  }

  #candidates(entity: JoinableEntity): ReadonlySet<Entry>[] {
    const { known, componentName, selects } = entity;
    const ref = known.entityRef;
    return [
      this.#table.withRef('entity', ref),
      this.#table.withRef('claimed', ref),
      this.#table.claiming(`entity ${ref}`),
      // A domain's owner owns what belongs to nobody else in it.
      this.#table.withRef('domain', ref),
      ...(componentName
        ? [this.#table.claiming(`component ${componentName}`)]
        : []),
      ...(known.manifest ? [this.#table.named(known.manifest.name)] : []),
      ...(known.place
        ? [this.#table.ofNamespace(known.place.source, known.place.namespace)]
        : []),
      ...((selects || known.runName) && known.domainRef
        ? [this.#table.withRef('domain', known.domainRef)]
        : []),
    ];
  }
}
