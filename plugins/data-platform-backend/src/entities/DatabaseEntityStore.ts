import { randomUUID } from 'node:crypto';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import {
  ANNOTATION_OBJECT,
  ANNOTATION_OPERATION,
  ANNOTATION_SOURCE,
} from '@millrace/backstage-plugin-data-platform-common';
import { Knex } from 'knex';
import { contentHash, normalForm } from './normalForm';
import { EntityChange, EntityStore, PutOptions } from './types';

const ENTITIES = 'data_platform_entities';
const SEQUENCE = 'data_platform_entity_sequence';

interface Row {
  entity_ref: string;
  seq: number | string;
  entity: string | null;
  hash: string | null;
  changed_by: string;
  changed_at: string;
}

/** {@link EntityStore} on the plugin's database. Any number of replicas may write. */
export class DatabaseEntityStore implements EntityStore {
  readonly #db: Knex;
  readonly #now: () => number;
  readonly #listeners = new Set<(change: EntityChange) => void>();

  constructor(db: Knex, now: () => number = Date.now) {
    this.#db = db;
    this.#now = now;
  }

  async put(
    entity: Entity,
    by: string,
    options: PutOptions = {},
  ): Promise<EntityChange> {
    const content = normalForm(entity);
    const entityRef = stringifyEntityRef(content);
    const hash = contentHash(content);
    const { change, changed } = await this.#write(async (tx, next) => {
      const row = await tx<Row>(ENTITIES)
        .where({ entity_ref: entityRef })
        .first();
      if (row?.entity) {
        if (options.expect === 'absent') assertSameOperation(row, content);
        if (options.expect === 'same-object') assertSameObject(row, content);
        if (row.hash === hash) {
          return { change: toChange(row), changed: false };
        }
      }
      const seq = await next();
      await tx(ENTITIES)
        .insert({
          entity_ref: entityRef,
          seq,
          entity: JSON.stringify(content),
          hash,
          changed_by: by,
          changed_at: new Date(this.#now()).toISOString(),
        })
        .onConflict('entity_ref')
        .merge();
      return { change: { seq, entityRef, entity: content }, changed: true };
    });
    if (changed) this.#tell(change);
    return change;
  }

  async remove(
    entityRef: string,
    by: string,
  ): Promise<EntityChange | undefined> {
    const change = await this.#write(async (tx, next) => {
      const row = await tx<Row>(ENTITIES)
        .where({ entity_ref: entityRef })
        .first();
      if (!row?.entity) return undefined;
      const seq = await next();
      await tx(ENTITIES)
        .where({ entity_ref: entityRef })
        .update({
          seq,
          entity: null,
          hash: null,
          changed_by: by,
          changed_at: new Date(this.#now()).toISOString(),
        });
      return { seq, entityRef };
    });
    if (change) this.#tell(change);
    return change;
  }

  async get(entityRef: string): Promise<Entity | undefined> {
    const row = await this.#db<Row>(ENTITIES)
      .where({ entity_ref: entityRef })
      .first();
    return row ? toChange(row).entity : undefined;
  }

  async all(): Promise<readonly Entity[]> {
    const rows = await this.#db<Row>(ENTITIES)
      .whereNotNull('entity')
      .orderBy('seq');
    return rows.flatMap(row => toChange(row).entity ?? []);
  }

  async changesAfter(
    seq: number,
    limit: number,
  ): Promise<readonly EntityChange[]> {
    const rows = await this.#db<Row>(ENTITIES)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(limit);
    return rows.map(toChange);
  }

  async generation(): Promise<string> {
    const known = await this.#db(SEQUENCE).where({ id: 1 }).first();
    if (known) return known.generation;
    await this.#begin();
    return (await this.#db(SEQUENCE).where({ id: 1 }).first()).generation;
  }

  subscribe(listener: (change: EntityChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes the sequence's row lock first, so that changes commit in the order of their numbers. */
  async #write<T>(
    work: (tx: Knex.Transaction, next: () => Promise<number>) => Promise<T>,
  ): Promise<T> {
    await this.generation();
    return this.#db.transaction(async tx => {
      const lock = () =>
        tx(SEQUENCE)
          .where({ id: 1 })
          .update({ last_seq: tx.raw('last_seq') });
      await lock();
      return work(tx, async () => {
        await tx(SEQUENCE).where({ id: 1 }).increment('last_seq', 1);
        const row = await tx(SEQUENCE).where({ id: 1 }).first();
        return Number(row.last_seq);
      });
    });
  }

  async #begin(): Promise<void> {
    await this.#db(SEQUENCE)
      .insert({ id: 1, generation: randomUUID(), last_seq: 0 })
      .onConflict('id')
      .ignore();
  }

  #tell(change: EntityChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function toChange(row: Row): EntityChange {
  return {
    seq: Number(row.seq),
    entityRef: row.entity_ref,
    ...(row.entity ? { entity: JSON.parse(row.entity) } : {}),
  };
}

function assertSameObject(row: Row, wanted: Entity): void {
  const present: Entity = JSON.parse(row.entity!);
  const same = [ANNOTATION_SOURCE, ANNOTATION_OBJECT].every(key => {
    const value = present.metadata.annotations?.[key];
    return value && value === wanted.metadata.annotations?.[key];
  });
  if (!same) {
    throw new ConflictError(`${row.entity_ref} stands for something else.`);
  }
}

function assertSameOperation(row: Row, wanted: Entity): void {
  const present: Entity = JSON.parse(row.entity!);
  const made = present.metadata.annotations?.[ANNOTATION_OPERATION];
  const making = wanted.metadata.annotations?.[ANNOTATION_OPERATION];
  if (made && made === making) return;
  throw new ConflictError(
    `${row.entity_ref} is registered already, by ${row.changed_by} at ${row.changed_at}. Choose another name, or unregister it first.`,
  );
}
