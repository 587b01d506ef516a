import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { Clock } from '../../clusters/Clock';
import { EntityStore } from '../../entities/types';
import { DomainDirectory, EntityDirectory } from '../../join/types';
import { OperationTable } from '../../operations/OperationTable';
import { Sources } from '../../sources/types';
import { groupKind } from '../../store/keys';
import { IndexedResource, ResourceIndex } from '../../store/types';
import { certainlyGone } from './certainlyGone';
import { ObjectIdentity } from './entityNames';
import { EntityChoice, freeEntityRef } from './freeEntityRef';
import { makerOfNotebook } from './makerOfNotebook';
import { NotebookBook } from './NotebookBook';
import {
  notebookEntity,
  NotebookEntityParts,
  notebookEntityParts,
} from './notebookEntity';

/** Who changed the entity, in the store. */
const BY = 'data-platform:notebooks';
/** How often all is compared, ms: what a watch did not tell, and what the database refused before. */
const SWEEP_MS = 30_000;
/** How soon it is looked again for what an operation under way has made, ms. */
const LATER_MS = 500;
const NAME_TRIES = 3;
const PAGE = 1_000;
/** A namespace that shows no domain so many times running has left it: labels may be read a moment after objects. */
const HOMELESS_SWEEPS = 2;

export interface NotebookEntitiesOptions {
  book: NotebookBook;
  index: Pick<ResourceIndex, 'get' | 'subscribe' | 'workbenches' | 'settling'>;
  store: EntityStore;
  directory: Pick<EntityDirectory, 'get'>;
  domains: Pick<DomainDirectory, 'ofNamespace'>;
  sources: Pick<Sources, 'find' | 'warming'>;
  operations: Pick<OperationTable, 'get'>;
  clock: Clock;
  logger: LoggerService;
}

/**
 * Keeps one Resource entity for every notebook server in a namespace of a domain: it comes with the object and goes with it.
 * What cannot be read is not gone. Any number of replicas may do this at once: names and contents follow from the object and
 * from what is stored, and writing the same again is no change.
 */
export class NotebookEntities {
  readonly #options: NotebookEntitiesOptions;
  readonly #waiting = new Set<string>();
  /** Row ids by what the last row of a removed object told. */
  readonly #gone = new Map<string, { source: string; uid: string }>();
  /** How often a server that has an entity was seen outside any domain, by row id. */
  readonly #homeless = new Map<string, number>();
  /** Of the store, up to which the book knows it. */
  #seq = 0;
  #work: Promise<void> | undefined;
  #sweeping: Promise<void> | undefined;
  #stopped = false;
  #cancelSweep: () => void = () => {};
  #unsubscribe: () => void = () => {};

  constructor(options: NotebookEntitiesOptions) {
    this.#options = options;
  }

  /** Begins to follow the index. */
  start(): void {
    const { index } = this.#options;
    this.#unsubscribe = index.subscribe(changes => {
      for (const { id, row, removed } of changes) {
        if (row.nature !== 'workbench') continue;
        if (removed) this.#gone.set(id, { source: row.source, uid: row.uid });
        this.#waiting.add(id);
      }
      this.#run();
    });
    this.#sweepAgain(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    this.#cancelSweep();
    await Promise.all([this.#work, this.#sweeping]);
  }

  /** When everything that is known of by now has been seen to. */
  async settled(): Promise<void> {
    while (this.#work || this.#sweeping) {
      await Promise.all([this.#work, this.#sweeping]);
    }
  }

  #run(): void {
    if (this.#work || this.#stopped || this.#waiting.size === 0) return;
    this.#work = this.#drain().finally(() => {
      this.#work = undefined;
      this.#run();
    });
  }

  async #drain(): Promise<void> {
    for (const id of [...this.#waiting]) {
      if (this.#stopped) return;
      this.#waiting.delete(id);
      const gone = this.#gone.get(id);
      this.#gone.delete(id);
      try {
        const resource = this.#options.index.get(id);
        if (resource) await this.#follow(resource);
        else if (gone) await this.#remove(gone.source, gone.uid);
      } catch (error) {
        this.#options.logger.warn(
          `The catalog entity of a notebook server could not be written; it is tried again within ${
            SWEEP_MS / 1000
          } s. ${error}`,
        );
      }
    }
  }

  async #follow(resource: IndexedResource): Promise<void> {
    const { row } = resource;
    const { book, directory, domains } = this.#options;
    const identity = identityOf(resource);
    if (!identity || row.stale) return;
    const domainRef = domains.ofNamespace(row.source, identity.namespace);
    const domainOwner = domainRef && directory.get(domainRef)?.ownerRef;
    if (!domainOwner) return;
    const known =
      book.get(row.source, row.uid) ??
      (await this.#begin(resource, identity, domainOwner));
    if (!known) return;
    const parts = known.verified ? known : { ...known, owner: domainOwner };
    if (parts.owner === known.owner && book.get(row.source, row.uid)) return;
    await this.#put(parts);
  }

  /** A server that was not there before; undefined where it is too early to say whose it is. */
  async #begin(
    resource: IndexedResource,
    identity: ObjectIdentity,
    domainOwner: string,
  ): Promise<NotebookEntityParts | undefined> {
    const { row } = resource;
    const maker = await makerOfNotebook(resource, this.#options.operations);
    if (maker === 'later') {
      this.#options.clock.after(LATER_MS, () => {
        this.#waiting.add(row.id);
        this.#run();
      });
      return undefined;
    }
    const { entityRef, stored } = await freeEntityRef(identity, this.#options);
    // Its operation may have been forgotten since: what was proven then holds for the same object.
    if (stored?.uid === row.uid && stored.verified) return stored;
    const { ownerRef, ...said } = maker ?? { ownerRef: undefined };
    return {
      entityRef,
      identity,
      uid: row.uid,
      owner: ownerRef ?? domainOwner,
      verified: ownerRef !== undefined,
      ...said,
    };
  }

  /** Another replica may have given the name away meanwhile: then the next one is tried. */
  async #put(parts: NotebookEntityParts): Promise<void> {
    const { store, book } = this.#options;
    const taken = new Set<string>();
    let choice: EntityChoice = parts;
    for (let tries = 1; ; tries += 1) {
      const now = { ...parts, entityRef: choice.entityRef };
      try {
        await store.put(notebookEntity(now), BY, { expect: 'same-object' });
        book.set(now);
        return;
      } catch (error) {
        if (!(error instanceof ConflictError) || tries >= NAME_TRIES) {
          throw error;
        }
        taken.add(choice.entityRef);
        choice = await freeEntityRef(parts.identity, this.#options, taken);
      }
    }
  }

  /** Removes the entity of a server that is not there any more, if that is certain. */
  async #remove(source: string, uid: string): Promise<void> {
    const { book, sources } = this.#options;
    const parts = book.get(source, uid);
    if (parts && certainlyGone(parts.identity, sources.find(source))) {
      await this.#withdraw(parts);
    }
  }

  async #withdraw({ entityRef, identity, uid }: NotebookEntityParts) {
    const { book, store } = this.#options;
    const entity = await store.get(entityRef);
    const stored = entity && notebookEntityParts(entity, entityRef);
    // Under the same name there may be another server by now, whose entity it is.
    if (stored?.uid === uid) await store.remove(entityRef, BY);
    book.delete(identity.source, uid);
  }

  async #sweep(): Promise<void> {
    const { book, index, sources } = this.#options;
    await this.#readStore();
    if (sources.warming() || index.settling) return;
    const present = new Set<string>();
    for (const { row } of index.workbenches(() => true)) {
      present.add(`${row.source}\n${row.uid}`);
      this.#waiting.add(row.id);
      const parts = book.get(row.source, row.uid);
      if (parts && this.#isHomeless(row)) await this.#withdraw(parts);
    }
    for (const { identity, uid } of [...book.all()]) {
      if (!present.has(`${identity.source}\n${uid}`)) {
        await this.#remove(identity.source, uid);
      }
    }
  }

  /** What this and other replicas have stored since the last time. */
  async #readStore(): Promise<void> {
    const { book, store } = this.#options;
    for (;;) {
      const changes = await store.changesAfter(this.#seq, PAGE);
      for (const { seq, entityRef, entity } of changes) {
        this.#seq = seq;
        const parts = entity && notebookEntityParts(entity, entityRef);
        if (parts) book.set(parts);
        else if (!entity) book.forget(entityRef);
      }
      if (changes.length < PAGE) return;
    }
  }

  #isHomeless({
    id,
    source,
    namespace = '',
    stale,
  }: PlatformResource): boolean {
    const { domains, sources } = this.#options;
    const unsure = stale || sources.find(source)?.state !== 'connected';
    if (unsure || domains.ofNamespace(source, namespace)) {
      this.#homeless.delete(id);
      return false;
    }
    const times = (this.#homeless.get(id) ?? 0) + 1;
    this.#homeless.set(id, times);
    return times >= HOMELESS_SWEEPS;
  }

  #sweepAgain(ms: number): void {
    this.#cancelSweep = this.#options.clock.after(ms, () => {
      this.#sweeping = this.#sweep()
        .catch(error =>
          this.#options.logger.warn(
            `The catalog entities of notebook servers could not be compared; next try in ${
              SWEEP_MS / 1000
            } s. ${error}`,
          ),
        )
        .finally(() => {
          this.#sweeping = undefined;
          if (this.#stopped) return;
          this.#run();
          this.#sweepAgain(SWEEP_MS);
        });
    });
  }
}

function identityOf({
  row,
  definition,
  workbench,
}: IndexedResource): ObjectIdentity | undefined {
  if (!workbench || !row.namespace) return undefined;
  return {
    source: row.source,
    kind: groupKind(row.kind, definition.match.group),
    namespace: row.namespace,
    name: row.name,
  };
}
