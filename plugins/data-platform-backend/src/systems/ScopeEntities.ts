import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_PROVIDED,
  ANNOTATION_REPOSITORY,
  ANNOTATION_SOURCE,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  ResourceSystem,
  SourceScope,
} from '@millrace/backstage-plugin-data-platform-node';
import { EntityStore } from '../entities/types';
import { EntityDirectory, KnownEntity } from '../join/types';
import { scopeEntity } from './scopeEntity';

/** Who changed the entity, in the store. */
const BY = 'data-platform:systems';
/** A listing as long as this may have been cut: what it lacks is not known to be gone. */
const MAYBE_CUT = 2_000;
/** Listings in a row that lack a place before its entity goes. */
const GONE_AFTER = 2;
const LONGEST_NAME = 63;

export interface ScopeEntitiesOptions {
  /** `spec.type` of the entities. */
  type: string;
  store: Pick<EntityStore, 'put' | 'remove' | 'get' | 'all'>;
  directory: Pick<EntityDirectory, 'get' | 'all'>;
  logger: LoggerService;
}

/**
 * Entities for the places of one source that the configuration says to register, and that nobody has registered. They go when
 * complete listings show them no more, or when somebody registers the place; a read that failed never comes here.
 */
export class ScopeEntities {
  readonly #source: string;
  readonly #options: ScopeEntitiesOptions;
  readonly #missing = new Map<string, number>();
  readonly #told = new Set<string>();
  #work: Promise<void> = Promise.resolve();
  /** Entities of ours may be stored: of an earlier process as well. */
  #mayHave = true;

  constructor(source: string, options: ScopeEntitiesOptions) {
    this.#source = source;
    this.#options = options;
  }

  /** A complete listing of the source's places. Never rejects; one listing after the other. */
  observe(scopes: readonly SourceScope[]): Promise<void> {
    this.#work = this.#work
      .then(() => this.#compare(scopes))
      .catch(error =>
        this.#options.logger.warn(
          `Repositories of ${
            this.#source
          } could not be registered; it is tried again at the next listing: ${error}`,
        ),
      );
    return this.#work;
  }

  async #compare(scopes: readonly SourceScope[]): Promise<void> {
    const wanted = scopes.filter(({ registerIn }) => registerIn !== undefined);
    if (wanted.length === 0 && !this.#mayHave) return;
    const { store } = this.#options;
    const ours = await this.#ours();
    const byOthers = this.#registeredByOthers(ours);
    for (const scope of wanted) {
      if (!byOthers.has(scope.name)) await this.#put(scope, ours);
    }
    const there = new Set(wanted.map(({ name }) => name));
    for (const [place, entityRef] of ours) {
      if (byOthers.has(place) || this.#isGone(place, there, scopes.length)) {
        await store.remove(entityRef, BY);
        this.#missing.delete(place);
      }
    }
    this.#mayHave = wanted.length > 0 || ours.size > 0;
  }

  /** Ref by place, of what is stored for this source and was not registered by a person. */
  async #ours(): Promise<Map<string, string>> {
    const all = await this.#options.store.all();
    return new Map(
      all.flatMap(entity => {
        const place = this.#placeOf(entity);
        return place ? [[place, stringifyEntityRef(entity)] as const] : [];
      }),
    );
  }

  /** The place that an entity of ours stands for. */
  #placeOf({ metadata }: Entity): string | undefined {
    const { annotations = {} } = metadata;
    return annotations[ANNOTATION_PROVIDED] === 'true' &&
      annotations[ANNOTATION_SOURCE] === this.#source
      ? annotations[ANNOTATION_REPOSITORY]
      : undefined;
  }

  #registeredByOthers(ours: ReadonlyMap<string, string>): Set<string> {
    const own = new Set(ours.values());
    const places = new Set<string>();
    for (const { entityRef, place } of this.#options.directory.all()) {
      if (place?.source === this.#source && !own.has(entityRef)) {
        places.add(place.namespace);
      }
    }
    return places;
  }

  async #put(
    scope: SourceScope,
    ours: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { store, type } = this.#options;
    const product = this.#productOf(scope);
    if (!product?.ownerRef) return;
    const known = ours.get(scope.name);
    const name = known?.split('/')[1] ?? (await this.#freeName(scope.name));
    if (!name) return;
    const entity = scopeEntity({
      ...{ name, type, source: this.#source, scope: scope.name },
      ...{ owner: product.ownerRef, productRef: product.entityRef },
      provided: true,
    });
    try {
      await store.put(entity, BY, known ? {} : { expect: 'absent' });
    } catch (error) {
      // Another replica, or a person, was quicker: the next listing shows which.
      if (!(error instanceof ConflictError)) throw error;
    }
  }

  /** Only while it lies in the domain that the configuration gives the place to. */
  #productOf({
    name,
    domainRef,
    registerIn,
  }: SourceScope): KnownEntity | undefined {
    const product = this.#options.directory.get(registerIn ?? '');
    if (product && product.domainRef === domainRef) return product;
    // Before the catalog has been read none is known.
    if (product) {
      this.#tellOnce(
        `${name} of ${
          this.#source
        } is not registered: ${registerIn} is no data product of ${domainRef}. Correct "registerIn" in the configuration.`,
      );
    }
    return undefined;
  }

  async #freeName(scope: string): Promise<string | undefined> {
    const { store, directory } = this.#options;
    const names = [scope, `${this.#source}-${scope}`].filter(
      name => name.length <= LONGEST_NAME,
    );
    for (const name of names) {
      const entityRef = `resource:default/${name}`;
      const taken = directory.get(entityRef) ?? (await store.get(entityRef));
      if (!taken) return name;
    }
    const why = names.length
      ? 'is taken in the catalog'
      : `has more than the ${LONGEST_NAME} characters that the catalog takes`;
    this.#tellOnce(
      `${scope} of ${
        this.#source
      } is not registered: its name ${why}. Register it with another one.`,
    );
    return undefined;
  }

  #isGone(place: string, there: ReadonlySet<string>, listed: number): boolean {
    if (there.has(place)) {
      this.#missing.delete(place);
      return false;
    }
    // A server that shows nothing at all has not lost everything: its key may have.
    if (listed === 0 || listed >= MAYBE_CUT) return false;
    const times = (this.#missing.get(place) ?? 0) + 1;
    this.#missing.set(place, times);
    return times >= GONE_AFTER;
  }

  #tellOnce(text: string): void {
    if (this.#told.has(text)) return;
    this.#told.add(text);
    this.#options.logger.warn(text);
  }
}

/** Those of all sources whose places have entities, by source. */
export function scopeEntitiesOf(
  systems: readonly ResourceSystem[],
  options: Omit<ScopeEntitiesOptions, 'type'>,
): ReadonlyMap<string, ScopeEntities> {
  return new Map(
    systems.flatMap(({ scopeEntities, sources }) =>
      scopeEntities
        ? sources.map(
            ({ name }) =>
              [
                name,
                new ScopeEntities(name, {
                  ...options,
                  type: scopeEntities.type,
                }),
              ] as const,
          )
        : [],
    ),
  );
}
