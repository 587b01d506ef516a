import { Entity } from '@backstage/catalog-model';

/** A change in the sequence that the catalog's provider pulls. */
export interface EntityChange {
  seq: number;
  entityRef: string;
  /** Absent when it was removed. */
  entity?: Entity;
}

/** Entities that were registered through the portal. Durable; in the plugin's database. */
export interface EntityStore {
  /** Stores or replaces. Idempotent: the same content again is no change. */
  put(entity: Entity, by: string): Promise<EntityChange>;
  remove(entityRef: string, by: string): Promise<EntityChange | undefined>;
  get(entityRef: string): Promise<Entity | undefined>;
  all(): Promise<readonly Entity[]>;
  changesAfter(seq: number, limit: number): Promise<readonly EntityChange[]>;
  /** Identity of the sequence; a consumer that knows another one starts anew. */
  generation(): Promise<string>;
  /** Called after each change. Returns how to stop. */
  subscribe(listener: (change: EntityChange) => void): () => void;
}
