import { PodEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { GroupedSet } from './GroupedSet';
import { ScopedChange, ScopedItems } from './ScopedItems';

const GONE_PER_OWNER = 60;
const GONE_IN_ALL = 20_000;

/** Which objects a pod is evidence for, as name keys. */
export type PodOwners = (pod: PodEvidence) => readonly string[];

/** The pods of one source, by the object that they are evidence for, and those that vanished. */
export class PodBook {
  readonly #items = new ScopedItems<PodEvidence>(pod => pod.uid);
  readonly #byOwner = new GroupedSet<string, PodEvidence>();
  readonly #byName = new GroupedSet<string, PodEvidence>();
  readonly #current = new Map<string, PodEvidence>();
  readonly #gone = new Map<string, PodEvidence[]>();
  #goneCount = 0;
  readonly #ownersOf: PodOwners;

  constructor(ownersOf: PodOwners) {
    this.#ownersOf = ownersOf;
  }

  /**
   * Takes a change in and returns the name keys of all objects that it touches.
   * Of what vanished only pods of a `known` object are remembered.
   */
  apply(
    change: ScopedChange<PodEvidence>,
    known: (owner: string) => boolean,
  ): Set<string> {
    const touched = new Set<string>();
    const diff = this.#items.apply(change);
    for (const pod of diff.upserted) {
      this.#put(pod, touched);
    }
    for (const pod of diff.removed) {
      this.#take(pod.uid);
      for (const owner of this.#ownersOf(pod)) {
        touched.add(owner);
        if (known(owner)) {
          this.#remember(owner, pod);
        }
      }
    }
    return touched;
  }

  of(owner: string): Iterable<PodEvidence> {
    return this.#byOwner.get(owner);
  }

  gone(owner: string): readonly PodEvidence[] {
    return this.#gone.get(owner) ?? [];
  }

  /** Objects for which any pod of this name, present or vanished, is evidence. */
  ownersByName(namespace: string | undefined, name: string): Set<string> {
    const owners = new Set<string>();
    for (const pod of this.#byName.get(`${namespace ?? ''}/${name}`)) {
      this.#ownersOf(pod).forEach(owner => owners.add(owner));
    }
    return owners;
  }

  /** Forgets vanished pods: all, or those that the predicate does not keep (an attempt that is over). */
  forgetGone(owner: string, keep?: (pod: PodEvidence) => boolean): void {
    const pods = this.#gone.get(owner);
    if (!pods) {
      return;
    }
    const kept = keep ? pods.filter(keep) : [];
    this.#setGone(owner, kept);
    for (const pod of pods) {
      if (!kept.includes(pod)) {
        this.#byName.delete(`${pod.namespace}/${pod.name}`, pod);
      }
    }
  }

  #put(pod: PodEvidence, touched: Set<string>): void {
    this.#take(pod.uid);
    this.#current.set(pod.uid, pod);
    this.#byName.add(`${pod.namespace}/${pod.name}`, pod);
    for (const owner of this.#ownersOf(pod)) {
      this.#byOwner.add(owner, pod);
      touched.add(owner);
      this.forgetGone(owner, gone => gone.uid !== pod.uid);
    }
  }

  #take(uid: string): void {
    const pod = this.#current.get(uid);
    if (pod) {
      this.#current.delete(uid);
      this.#byName.delete(`${pod.namespace}/${pod.name}`, pod);
      this.#ownersOf(pod).forEach(owner => this.#byOwner.delete(owner, pod));
    }
  }

  #remember(owner: string, pod: PodEvidence): void {
    const pods = [...this.gone(owner), pod];
    if (pods.length > GONE_PER_OWNER) {
      // How pods failed explains a run, how they ended well does not.
      const dull = pods.findIndex(each => !failed(each));
      const [dropped] = pods.splice(Math.max(dull, 0), 1);
      this.#byName.delete(`${dropped.namespace}/${dropped.name}`, dropped);
    }
    this.#byName.add(`${pod.namespace}/${pod.name}`, pod);
    this.#setGone(owner, pods);
    while (this.#goneCount > GONE_IN_ALL) {
      this.forgetGone(this.#gone.keys().next().value!);
    }
  }

  #setGone(owner: string, pods: PodEvidence[]): void {
    this.#goneCount += pods.length - this.gone(owner).length;
    this.#gone.delete(owner);
    if (pods.length > 0) {
      this.#gone.set(owner, pods);
    }
  }
}

function failed(pod: PodEvidence): boolean {
  return (
    pod.phase === 'Failed' ||
    pod.containers.some(each => (each.terminated?.exitCode ?? 0) !== 0)
  );
}
