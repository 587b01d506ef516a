import { ClaimEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { GroupedSet } from './GroupedSet';
import { placeKey } from './keys';
import { ScopedChange, ScopedItems } from './ScopedItems';

/** The PersistentVolumeClaims of one source, by name and by namespace. */
export class ClaimBook {
  readonly #items = new ScopedItems<ClaimEvidence>(keyOf);
  readonly #byName = new Map<string, ClaimEvidence>();
  readonly #byNamespace = new GroupedSet<string, ClaimEvidence>();

  /** Takes a change in and returns the claims that it touches, as they are now or were last. */
  apply(change: ScopedChange<ClaimEvidence>): readonly ClaimEvidence[] {
    const { upserted, removed } = this.#items.apply(change);
    const touched = new Map<string, ClaimEvidence>();
    for (const claim of removed) {
      this.#take(claim);
      touched.set(keyOf(claim), claim);
    }
    for (const claim of upserted) {
      this.#take(claim);
      this.#byName.set(keyOf(claim), claim);
      this.#byNamespace.add(claim.namespace, claim);
      touched.set(keyOf(claim), claim);
    }
    return [...touched.values()];
  }

  get(namespace: string | undefined, name: string): ClaimEvidence | undefined {
    return this.#byName.get(placeKey(namespace, name));
  }

  /** All of a namespace, by name. */
  of(namespace: string): readonly ClaimEvidence[] {
    return [...this.#byNamespace.get(namespace)].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  }

  #take(claim: ClaimEvidence): void {
    const known = this.#byName.get(keyOf(claim));
    if (known) {
      this.#byName.delete(keyOf(claim));
      this.#byNamespace.delete(known.namespace, known);
    }
  }
}

function keyOf({ namespace, name }: ClaimEvidence): string {
  return placeKey(namespace, name);
}
