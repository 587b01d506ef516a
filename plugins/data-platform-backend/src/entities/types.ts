import { Entity } from '@backstage/catalog-model';

/** A change in the sequence that the catalog's provider pulls. */
export interface EntityChange {
  seq: number;
  entityRef: string;
  /** Absent when it was removed. */
  entity?: Entity;
}

export interface PutOptions {
  /**
   * `absent`: refuses to replace an entity, unless the one that is there carries the same annotation
   * millrace.dev/operation: then an earlier try of this operation made it. `same-object`: refuses to replace an entity that
   * does not stand for the same live object (annotations millrace.dev/source and millrace.dev/object). Default: replaces.
   */
  expect?: 'absent' | 'same-object';
}

/** Entities that were registered through the portal. Durable; in the plugin's database. */
export interface EntityStore {
  /**
   * Stores or replaces. Idempotent: the same content again is no change.
   * @throws ConflictError - `expect` was not met; says who registered it and when
   */
  put(entity: Entity, by: string, options?: PutOptions): Promise<EntityChange>;
  remove(entityRef: string, by: string): Promise<EntityChange | undefined>;
  get(entityRef: string): Promise<Entity | undefined>;
  all(): Promise<readonly Entity[]>;
  changesAfter(seq: number, limit: number): Promise<readonly EntityChange[]>;
  /** Identity of the sequence; a consumer that knows another one starts anew. */
  generation(): Promise<string>;
  /** Called after each change made by this process. Returns how to stop. */
  subscribe(listener: (change: EntityChange) => void): () => void;
}
