import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EntityFacts, entityFacts, KNOWN_TYPES } from './entityFacts';

const PAGE = 1000;
const BATCH = 100;
const FILTER = Object.entries(KNOWN_TYPES).map(([kind, types]) => ({
  kind,
  'spec.type': [...types],
}));
const IDENTITY_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.etag',
];
const CONTENT_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.annotations',
  'spec.type',
  'spec.owner',
  'spec.system',
  'spec.domain',
  'spec.manifest',
];

/**
 * The entities that matter, as the catalog has them. A refresh reads identities and etags page by page, and the content
 * (manifests are up to 64 KiB each) of only those that differ.
 */
export class CatalogFacts {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  #etags = new Map<string, string>();
  #facts = new Map<string, EntityFacts>();

  constructor(catalog: CatalogService, auth: AuthService) {
    this.#catalog = catalog;
    this.#auth = auth;
  }

  get current(): ReadonlyMap<string, EntityFacts> {
    return this.#facts;
  }

  /** @throws what the catalog client throws; what is known stays. */
  async refresh(signal: AbortSignal): Promise<void> {
    const etags = await this.#readEtags(signal);
    const changed = [...etags.keys()].filter(
      ref => etags.get(ref) !== this.#etags.get(ref),
    );
    const facts = new Map<string, EntityFacts>();
    for (const [ref, known] of this.#facts) {
      if (etags.has(ref)) {
        facts.set(ref, known);
      }
    }
    for (let start = 0; start < changed.length; start += BATCH) {
      const refs = changed.slice(start, start + BATCH);
      const entities = await this.#read(refs, signal);
      refs.forEach((ref, index) => {
        const entity = entities[index];
        const fact = entity ? entityFacts(entity) : undefined;
        if (fact) {
          facts.set(ref, fact);
        } else {
          facts.delete(ref);
        }
      });
    }
    this.#facts = facts;
    this.#etags = etags;
  }

  async #readEtags(signal: AbortSignal): Promise<Map<string, string>> {
    const etags = new Map<string, string>();
    let cursor: string | undefined;
    do {
      signal.throwIfAborted();
      const credentials = await this.#auth.getOwnServiceCredentials();
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, fields: IDENTITY_FIELDS, limit: PAGE }
          : {
              filter: FILTER,
              fields: IDENTITY_FIELDS,
              limit: PAGE,
              orderFields: [{ field: 'metadata.uid', order: 'asc' }],
            },
        { credentials },
      );
      for (const entity of page.items) {
        etags.set(stringifyEntityRef(entity), entity.metadata.etag ?? '');
      }
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return etags;
  }

  async #read(
    entityRefs: string[],
    signal: AbortSignal,
  ): Promise<(Entity | undefined)[]> {
    signal.throwIfAborted();
    const credentials = await this.#auth.getOwnServiceCredentials();
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: CONTENT_FIELDS },
      { credentials },
    );
    return items;
  }
}
