import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EntityStore } from '../entities/types';

/** Location of everything that was registered through the portal. */
export const REGISTERED_LOCATION = 'data-platform:registered';
const MANAGED_BY = 'backstage.io/managed-by-location';

/** What plans ask the catalog. What was registered here is known before the catalog serves it. */
export class CatalogReader {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #entities: EntityStore;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    entities: EntityStore;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#entities = options.entities;
  }

  /** The entity, as far as this person may see it. */
  async find(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity | undefined> {
    return (
      (await this.#entities.get(entityRef)) ??
      (await this.#catalog.getEntityByRef(entityRef, { credentials }))
    );
  }

  /** Those of the refs that do not exist, or that this person may not see. */
  async missing(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const wanted = [...new Set(entityRefs)];
    if (wanted.length === 0) return [];
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: wanted, fields: ['kind', 'metadata'] },
      { credentials },
    );
    const absent = wanted.filter((_, index) => !items[index]);
    const ours = await Promise.all(absent.map(ref => this.#entities.get(ref)));
    return absent.filter((_, index) => !ours[index]);
  }

  /**
   * Where an entity of this ref comes from, if it exists and was not registered here. Asked as the portal: a name is
   * taken, whether or not this person may see by whom.
   */
  async foreignLocation(entityRef: string): Promise<string | undefined> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    if (!entity) return undefined;
    const location = entity.metadata.annotations?.[MANAGED_BY] ?? 'unknown';
    return location === REGISTERED_LOCATION ? undefined : location;
  }

  /** Groups that the person is a direct member of now; undefined when there is no such user any more. */
  async groupsOf(userRef: string): Promise<readonly string[] | undefined> {
    const user = await this.#catalog.getEntityByRef(userRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    return (
      user?.relations
        ?.filter(({ type }) => type === 'memberOf')
        .map(({ targetRef }) => targetRef) ?? (user ? [] : undefined)
    );
  }
}

/** A full, lower-case ref; undefined for what is no ref. */
export function fullRef(ref: string, defaultKind: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
    );
  } catch {
    return undefined;
  }
}
