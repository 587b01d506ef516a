import { parseEntityRef } from '@backstage/catalog-model';
import { GroupedSet } from '../store/GroupedSet';
import { flatKey, nameKey } from '../store/keys';
import { LabelSelector, parseLabelSelector } from './LabelSelector';
import { EntityDirectory, KnownEntity } from './types';

/** A known entity with its selector parsed. */
export interface JoinableEntity {
  readonly known: KnownEntity;
  readonly selects?: LabelSelector;
  /** Value of the label `backstage.io/kubernetes-id` that claims it; Components alone have one. */
  readonly componentName?: string;
  /** Name key without a namespace of the object that its manifest describes. */
  readonly manifestKey?: string;
  /** Name key without a namespace of what the names of its runs have in common. */
  readonly runNameKey?: string;
  /** Source and namespace of the place that it is. */
  readonly placeKey?: string;
}

/** The entities as the join rule asks for them. Follows a directory by difference. */
export class EntityIndex {
  readonly #entities = new Map<string, JoinableEntity>();
  readonly #byComponent = new GroupedSet<string, JoinableEntity>();
  readonly #byManifest = new GroupedSet<string, JoinableEntity>();
  readonly #byRunName = new GroupedSet<string, JoinableEntity>();
  readonly #byPlace = new GroupedSet<string, JoinableEntity>();
  readonly #selecting = new GroupedSet<string, JoinableEntity>();

  #runNames = 0;

  get(entityRef: string): KnownEntity | undefined {
    return this.#entities.get(entityRef)?.known;
  }

  /** Those that the label claims; in an order that does not depend on who came first. */
  byComponentName(name: string): JoinableEntity[] {
    return inOrder(this.#byComponent.get(name));
  }

  byManifest(kind: string, group: string, name: string): JoinableEntity[] {
    return inOrder(this.#byManifest.get(nameKey(kind, group, undefined, name)));
  }

  /** Entities that are this place of a source. */
  byPlace(source: string, namespace: string): JoinableEntity[] {
    return inOrder(this.#byPlace.get(flatKey([source, namespace], '\n')));
  }

  /** Entities whose runs have this name, without what is different in each run. */
  byRunName(kind: string, group: string, name: string): JoinableEntity[] {
    return inOrder(this.#byRunName.get(nameKey(kind, group, undefined, name)));
  }

  /** Whether any entity finds its runs by their names. */
  get knowsRunNames(): boolean {
    return this.#runNames > 0;
  }

  /** Entities of a domain that select their objects by label. */
  selectingIn(domainRef: string): JoinableEntity[] {
    return inOrder(this.#selecting.get(domainRef));
  }

  /** Brings the index up to the directory and returns what differs: each entity before and after. */
  follow(
    directory: EntityDirectory,
  ): { before?: JoinableEntity; after?: JoinableEntity }[] {
    const changes: { before?: JoinableEntity; after?: JoinableEntity }[] = [];
    const seen = new Set<string>();
    for (const known of directory.all()) {
      seen.add(known.entityRef);
      const before = this.#entities.get(known.entityRef);
      if (before?.known === known) {
        continue;
      }
      const after = joinable(known);
      this.#drop(before);
      this.#put(after);
      changes.push({ before, after });
    }
    for (const [ref, before] of this.#entities) {
      if (!seen.has(ref)) {
        this.#drop(before);
        changes.push({ before });
      }
    }
    return changes;
  }

  #put(entity: JoinableEntity): void {
    this.#entities.set(entity.known.entityRef, entity);
    this.#byComponent.add(entity.componentName, entity);
    this.#byManifest.add(entity.manifestKey, entity);
    this.#byRunName.add(entity.runNameKey, entity);
    this.#byPlace.add(entity.placeKey, entity);
    if (entity.runNameKey) {
      this.#runNames += 1;
    }
    if (entity.selects) {
      this.#selecting.add(entity.known.domainRef, entity);
    }
  }

  #drop(entity: JoinableEntity | undefined): void {
    if (entity) {
      this.#entities.delete(entity.known.entityRef);
      this.#byComponent.delete(entity.componentName, entity);
      this.#byManifest.delete(entity.manifestKey, entity);
      this.#byRunName.delete(entity.runNameKey, entity);
      this.#byPlace.delete(entity.placeKey, entity);
      if (entity.runNameKey) {
        this.#runNames -= 1;
      }
      this.#selecting.delete(entity.known.domainRef, entity);
    }
  }
}

function joinable(known: KnownEntity): JoinableEntity {
  const ref = parseEntityRef(known.entityRef);
  const { manifest, runName, place } = known;
  return {
    known,
    // Refs are lower case, and so are labels that were made from names of live objects.
    componentName: ref.kind === 'component' ? ref.name : undefined,
    manifestKey: manifest
      ? nameKey(manifest.kind, manifest.group, undefined, manifest.name)
      : undefined,
    runNameKey:
      manifest && runName
        ? nameKey(manifest.kind, manifest.group, undefined, runName.name)
        : undefined,
    placeKey: place
      ? flatKey([place.source, place.namespace], '\n')
      : undefined,
    selects: known.labelSelector
      ? parseLabelSelector(known.labelSelector)
      : undefined,
  };
}

function inOrder(entities: ReadonlySet<JoinableEntity>): JoinableEntity[] {
  return [...entities].sort((a, b) =>
    a.known.entityRef < b.known.entityRef ? -1 : 1,
  );
}
