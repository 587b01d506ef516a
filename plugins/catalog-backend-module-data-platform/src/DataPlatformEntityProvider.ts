import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { CatalogEntityPage } from '@millrace/backstage-plugin-data-platform-common';
import { RegisteredEntities } from './RegisteredEntities';

/** Where registered entities come from; the backend knows its own by it. */
export const REGISTERED_LOCATION = 'data-platform:registered';
/** Seconds that one poll waits for a change. */
const WAIT_SECONDS = 25;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

export interface ProviderOptions {
  registered: RegisteredEntities;
  logger: LoggerService;
  /** Waits, ms; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 to 1. */
  random?: () => number;
}

/**
 * Brings entities that were registered through the portal into the catalog: changes at once by a long poll, everything by
 * the hour and whenever the sequence is unknown. A read that fails changes nothing: what could not be read is not gone.
 */
export class DataPlatformEntityProvider implements EntityProvider {
  readonly #options: ProviderOptions;
  #connection: EntityProviderConnection | undefined;
  #seq: number | undefined;
  #generation: string | undefined;
  #applying: Promise<unknown> = Promise.resolve();

  constructor(options: ProviderOptions) {
    this.#options = options;
  }

  getProviderName(): string {
    return 'data-platform';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  /** Follows the changes until the signal. Never rejects. */
  async follow(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.step(signal);
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        this.#tell(failures, error);
        await this.#options.sleep(this.#pause(failures), signal);
      }
    }
  }

  /** One poll. A sequence that is not known, or has begun anew, is read from its start. */
  async step(signal: AbortSignal): Promise<void> {
    const after = this.#seq;
    if (after === undefined) {
      await this.fullSync(signal);
      return;
    }
    const page = await this.#options.registered.page({
      after,
      wait: WAIT_SECONDS,
      signal,
    });
    await this.#exclusive(async () => {
      if (page.generation !== this.#generation || page.seq < after) {
        this.#seq = undefined;
        return;
      }
      // A full sync that came meanwhile knows more than this page.
      if (this.#seq !== after || page.items.length === 0) return;
      await this.#apply(page);
      this.#seq = page.seq;
    });
  }

  /** Replaces all by what is registered now. @throws when it cannot be read: then nothing is replaced */
  async fullSync(signal: AbortSignal): Promise<void> {
    await this.#exclusive(async () => {
      const all = await this.#options.registered.all(signal);
      await this.#connected().applyMutation({
        type: 'full',
        entities: all.items.flatMap(({ entity }) =>
          entity ? [deferred(entity as unknown as Entity)] : [],
        ),
      });
      this.#seq = all.seq;
      this.#generation = all.generation;
    });
  }

  async #apply(page: CatalogEntityPage): Promise<void> {
    const added: DeferredEntity[] = [];
    const removed: { entityRef: string; locationKey: string }[] = [];
    for (const { entityRef, entity } of page.items) {
      if (entity) added.push(deferred(entity as unknown as Entity));
      else removed.push({ entityRef, locationKey: REGISTERED_LOCATION });
    }
    await this.#connected().applyMutation({ type: 'delta', added, removed });
  }

  /** The hourly sync and the poll never overlap. */
  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#applying.then(work, work);
    this.#applying = next.catch(() => undefined);
    return next;
  }

  #connected(): EntityProviderConnection {
    if (!this.#connection) throw new Error('the catalog has not connected yet');
    return this.#connection;
  }

  #pause(failures: number): number {
    const { random = Math.random } = this.#options;
    const full = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
    return full * (0.5 + random() / 2);
  }

  /** One line when it begins to fail, and one about every quarter of an hour. */
  #tell(failures: number, error: unknown): void {
    if (failures === 3 || failures % 30 === 0) {
      this.#options.logger.warn(
        `Registered entities of the data platform cannot be read; the catalog keeps those it has. ${
          error instanceof Error ? error.message : error
        }`,
      );
    }
  }
}

function deferred(entity: Entity): DeferredEntity {
  return {
    locationKey: REGISTERED_LOCATION,
    entity: {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          [ANNOTATION_LOCATION]: REGISTERED_LOCATION,
          [ANNOTATION_ORIGIN_LOCATION]: REGISTERED_LOCATION,
        },
      },
    },
  };
}
