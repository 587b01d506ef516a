import { BranchInsight, BranchStatus, CommitBrief } from '../model/objects';

/** What was found out about a branch, kept from one listing to the next. */
export interface Remembered {
  head: string;
  commit?: CommitBrief;
  insight?: BranchInsight;
  uncommitted?: BranchStatus['uncommitted'];
}

/**
 * What is known of the branches of one repository. An insight holds as long as neither head moves; where the parent has
 * moved on, the old one is not shown but asked for anew.
 */
export class BranchMemory {
  readonly #branches = new Map<string, Remembered>();

  /** Takes in a complete listing; forgets branches that are gone. */
  follow(heads: ReadonlyMap<string, string>): void {
    for (const name of [...this.#branches.keys()]) {
      if (!heads.has(name)) this.#branches.delete(name);
    }
    for (const [name, head] of heads) {
      const known = this.#branches.get(name);
      if (known?.head === head) continue;
      const { uncommitted } = known ?? {};
      this.#branches.set(name, {
        head,
        // A commit may have taken it along: to be looked at first.
        ...(uncommitted && { uncommitted: { ...uncommitted, at: 0 } }),
      });
    }
  }

  get(name: string): Remembered {
    return this.#branches.get(name) ?? { head: '' };
  }

  /** The insight, if it is about the parent as it is now. */
  insight(name: string, parentHead: string): BranchInsight | undefined {
    const { insight } = this.get(name);
    return insight?.parentHead === parentHead ? insight : undefined;
  }

  /** Adds what was found out, unless the branch has moved meanwhile. */
  add(name: string, head: string, found: Partial<Remembered>): void {
    const known = this.#branches.get(name);
    if (known?.head === head) {
      this.#branches.set(name, { ...known, ...found });
    }
  }
}
