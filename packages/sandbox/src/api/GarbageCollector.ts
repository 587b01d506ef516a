import { Registry } from '../resources/Registry';
import { ResourceType } from '../resources/ResourceType';
import { Database } from '../store/Database';
import { Change } from '../store/Entry';
import { Clock, KubeObject } from '../types';
import { Propagation } from './Deletion';
import { Operations } from './Operations';
import { OwnerIndex } from './OwnerIndex';

/** The real collector acts some milliseconds after the change; so does this one, and never inside of a write. */
const DELAY_MS = 5;
const FOREGROUND = 'foregroundDeletion';
const ORPHAN = 'orphan';

/** Deletes what its owners have left behind, and lets dying owners go once their dependents are dealt with. */
export class GarbageCollector {
  private readonly operations: Operations;
  private readonly registry: Registry;
  private readonly clock: Clock;
  private readonly owners: OwnerIndex;
  private readonly due = new Set<string>();
  private readonly unlisten: () => void;
  private cancel?: () => void;

  constructor(database: Database, operations: Operations, clock: Clock) {
    this.operations = operations;
    this.registry = operations.registry;
    this.clock = clock;
    this.owners = new OwnerIndex(database);
    this.unlisten = database.listen(undefined, (change, resource) =>
      this.heard(change, resource),
    );
  }

  /** Takes in an object that was there before the collector. */
  restore(change: Change, resource: string): void {
    this.heard(change, resource);
  }

  stop(): void {
    this.unlisten();
    this.cancel?.();
  }

  private heard(change: Change, resource: string): void {
    this.owners.note(change, resource);
    const { type, entry, previous } = change;
    const {
      uid,
      ownerReferences = [],
      deletionTimestamp,
    } = entry.object.metadata;
    if (type === 'DELETED') {
      for (const dependent of this.owners.dependentsOf(uid)) {
        this.enqueue(dependent);
      }
      for (const owner of previous?.object.metadata.ownerReferences ?? []) {
        this.enqueueIfDying(owner.uid);
      }
    } else if (deletionTimestamp || ownerReferences.length > 0) {
      this.enqueue(uid);
    }
  }

  private enqueueIfDying(uid: string): void {
    if (this.owners.object(uid)?.metadata.deletionTimestamp) this.enqueue(uid);
  }

  private enqueue(uid: string): void {
    this.due.add(uid);
    this.cancel ??= this.clock.after(DELAY_MS, () => {
      this.cancel = undefined;
      this.collect();
    });
  }

  private collect(): void {
    const uids = [...this.due];
    this.due.clear();
    for (const uid of uids) {
      const object = this.owners.object(uid);
      if (object) this.process(object);
    }
  }

  private process(object: KubeObject): void {
    const {
      finalizers = [],
      deletionTimestamp,
      ownerReferences,
    } = object.metadata;
    if (deletionTimestamp) {
      if (finalizers.includes(ORPHAN)) this.orphanDependents(object);
      else if (finalizers.includes(FOREGROUND)) this.deleteDependents(object);
    } else if (ownerReferences?.length) this.judge(object);
  }

  /** Deletes an object none of whose owners is there to stay. */
  private judge(object: KubeObject): void {
    const { ownerReferences = [] } = object.metadata;
    const present = ownerReferences.filter(owner =>
      this.owners.locate(owner.uid),
    );
    const solid = present.filter(owner => !this.isWaiting(owner.uid));
    if (solid.length > 0) {
      if (solid.length < ownerReferences.length) {
        this.update(object, { ownerReferences: solid });
      }
      return;
    }
    const waiting = present.length > 0;
    const hasDependents =
      this.owners.dependentsOf(object.metadata.uid).length > 0;
    this.remove(object, waiting && hasDependents ? 'Foreground' : 'Background');
  }

  private isWaiting(uid: string): boolean {
    const owner = this.owners.object(uid);
    return (
      owner?.metadata.deletionTimestamp !== undefined &&
      (owner.metadata.finalizers ?? []).includes(FOREGROUND)
    );
  }

  private orphanDependents(owner: KubeObject): void {
    const { uid } = owner.metadata;
    for (const dependent of this.dependents(uid)) {
      this.update(dependent, {
        ownerReferences: dependent.metadata.ownerReferences?.filter(
          reference => reference.uid !== uid,
        ),
      });
    }
    this.release(owner, ORPHAN);
  }

  private deleteDependents(owner: KubeObject): void {
    const { uid } = owner.metadata;
    const blocking = this.dependents(uid).filter(dependent =>
      dependent.metadata.ownerReferences?.some(
        reference => reference.uid === uid && reference.blockOwnerDeletion,
      ),
    );
    if (blocking.length === 0) {
      this.release(owner, FOREGROUND);
      return;
    }
    for (const dependent of blocking) {
      if (!dependent.metadata.deletionTimestamp) this.judge(dependent);
    }
  }

  private release(object: KubeObject, finalizer: string): void {
    const { finalizers = [] } = object.metadata;
    this.update(object, {
      finalizers: finalizers.filter(other => other !== finalizer),
    });
  }

  private dependents(uid: string): KubeObject[] {
    return this.owners
      .dependentsOf(uid)
      .map(dependent => this.owners.object(dependent))
      .filter(object => object !== undefined);
  }

  private update(
    object: KubeObject,
    metadata: Partial<KubeObject['metadata']>,
  ): void {
    const type = this.typeOf(object);
    if (!type) return;
    this.operations.update(type, {
      ...object,
      metadata: { ...object.metadata, ...metadata },
    });
  }

  private remove(object: KubeObject, propagation: Propagation): void {
    const type = this.typeOf(object);
    const { namespace, name, uid } = object.metadata;
    if (type)
      this.operations.remove(type, namespace, name, { uid, propagation });
  }

  private typeOf(object: KubeObject): ResourceType | undefined {
    return this.registry.findKind(object.apiVersion, object.kind);
  }
}
