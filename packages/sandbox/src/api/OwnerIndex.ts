import { Change, Entry } from '../store/Entry';
import { Database } from '../store/Database';
import { KubeObject } from '../types';

/** Where an object is stored. */
export interface Location {
  resource: string;
  key: string;
}

/** Which objects exist, by uid, and which name them as owners. */
export class OwnerIndex {
  private readonly database: Database;
  private readonly places = new Map<string, Location>();
  private readonly dependents = new Map<string, Set<string>>();

  constructor(database: Database) {
    this.database = database;
  }

  /** Takes note of a change; to be told of every one, and of what was there before. */
  note(change: Change, resource: string): void {
    const { type, entry, previous } = change;
    if (previous) this.forget(previous.object);
    if (type === 'DELETED') this.places.delete(entry.object.metadata.uid);
    else this.add(entry, resource);
  }

  add(entry: Entry, resource: string): void {
    const { uid, ownerReferences = [] } = entry.object.metadata;
    this.places.set(uid, { resource, key: entry.key });
    for (const owner of ownerReferences) {
      const set = this.dependents.get(owner.uid) ?? new Set();
      this.dependents.set(owner.uid, set.add(uid));
    }
  }

  locate(uid: string): Location | undefined {
    return this.places.get(uid);
  }

  object(uid: string): KubeObject | undefined {
    const place = this.places.get(uid);
    return place && this.database.store(place.resource).get(place.key)?.object;
  }

  /** Uids of the objects that name `uid` as an owner. */
  dependentsOf(uid: string): string[] {
    return [...(this.dependents.get(uid) ?? [])];
  }

  private forget(object: KubeObject): void {
    const { uid, ownerReferences = [] } = object.metadata;
    for (const owner of ownerReferences) {
      const set = this.dependents.get(owner.uid);
      set?.delete(uid);
      if (set?.size === 0) this.dependents.delete(owner.uid);
    }
  }
}
