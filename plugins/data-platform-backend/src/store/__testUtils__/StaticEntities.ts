import { Entity } from '@backstage/catalog-model';
import { EntityBook } from '../../join/EntityBook';
import { EntityFacts, entityFacts } from '../../join/entityFacts';
import { EntityDirectory, KnownEntity } from '../../join/types';

/** A directory of what a test puts in. */
export class StaticEntities implements EntityDirectory {
  readonly #facts = new Map<string, EntityFacts>();
  readonly #book = new EntityBook();
  readonly #listeners = new Set<() => void>();

  constructor(...entities: Entity[]) {
    entities.forEach(entity => this.upsert(entity));
  }

  get(entityRef: string): KnownEntity | undefined {
    return this.#book.get(entityRef);
  }

  async sought(entityRef: string): Promise<KnownEntity | undefined> {
    return this.get(entityRef);
  }

  partsOf(ref: string): readonly KnownEntity[] {
    return this.#book.partsOf(ref);
  }

  all(): Iterable<KnownEntity> {
    return this.#book.all();
  }

  warming(): boolean {
    return false;
  }

  upsert(entity: Entity): void {
    const facts = entityFacts(entity);
    if (facts) {
      this.#facts.set(facts.entityRef, facts);
      this.#publish();
    }
  }

  remove(entityRef: string): void {
    this.#facts.delete(entityRef);
    this.#publish();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #publish(): void {
    if (this.#book.set(this.#facts)) {
      this.#listeners.forEach(listener => listener());
    }
  }
}

export function domain(name: string, owner = `${name}-team`): Entity {
  return made('Domain', name, { type: 'data-domain', owner });
}

export function product(name: string, inDomain: string): Entity {
  const owner = `${inDomain}-team`;
  return made('System', name, {
    type: 'data-product',
    owner,
    domain: inDomain,
  });
}

export function job(
  name: string,
  system: string,
  over: { annotations?: Record<string, string>; manifest?: string } = {},
): Entity {
  const { annotations, manifest } = over;
  const owner = `${name}-people`;
  const spec = { type: 'spark-job', owner, system, manifest: manifest ?? '' };
  const entity = made('Component', name, spec);
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

function made(
  kind: string,
  name: string,
  spec: Record<string, string>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec,
  };
}
