import { isDeepStrictEqual } from 'util';
import { EntityFacts } from './entityFacts';
import { KnownEntity } from './types';

/** Entities put together: a job has the domain of its product. An entity that does not change stays the same object. */
export class EntityBook {
  #known = new Map<string, KnownEntity>();
  #parts = new Map<string, KnownEntity[]>();

  get(entityRef: string): KnownEntity | undefined {
    return this.#known.get(entityRef);
  }

  all(): Iterable<KnownEntity> {
    return this.#known.values();
  }

  partsOf(ref: string): readonly KnownEntity[] {
    return this.#parts.get(ref) ?? [];
  }

  /** Takes the whole truth. Returns whether anything differs. */
  set(facts: ReadonlyMap<string, EntityFacts>): boolean {
    const known = new Map<string, KnownEntity>();
    let changed = facts.size !== this.#known.size;
    for (const fact of facts.values()) {
      const before = this.#known.get(fact.entityRef);
      const now = knownEntity(fact, facts);
      const same = before !== undefined && isDeepStrictEqual(before, now);
      known.set(fact.entityRef, same ? before : now);
      changed ||= !same;
    }
    if (changed) {
      this.#known = known;
      this.#parts = partsByRef(known.values());
    }
    return changed;
  }
}

function knownEntity(
  fact: EntityFacts,
  facts: ReadonlyMap<string, EntityFacts>,
): KnownEntity {
  const product = fact.systemRef ? facts.get(fact.systemRef) : undefined;
  return {
    entityRef: fact.entityRef,
    type: fact.type,
    ownerRef: fact.ownerRef,
    productRef: fact.systemRef,
    domainRef: fact.kind === 'system' ? fact.domainRef : product?.domainRef,
    labelSelector: fact.labelSelector,
    manifest: fact.manifest,
    runName: fact.runName,
    ...(fact.place && { place: fact.place }),
    definition: fact.definition,
    title: fact.title,
  };
}

function partsByRef(known: Iterable<KnownEntity>): Map<string, KnownEntity[]> {
  const parts = new Map<string, KnownEntity[]>();
  for (const entity of known) {
    for (const whole of [entity.productRef, entity.domainRef]) {
      if (whole) {
        const list = parts.get(whole);
        if (list) {
          list.push(entity);
        } else {
          parts.set(whole, [entity]);
        }
      }
    }
  }
  for (const list of parts.values()) {
    list.sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
  }
  return parts;
}
