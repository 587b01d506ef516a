import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  CatalogEntityPage,
  createDataPlatformClient,
  PLUGIN_ID,
} from '@millrace/backstage-plugin-data-platform-common';

/** Reads the registered entities of the data platform's backend, with the catalog's own credentials. */
export class RegisteredEntities {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #fetch: typeof globalThis.fetch;

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    fetch?: typeof globalThis.fetch;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#fetch = options.fetch ?? globalThis.fetch;
  }

  /**
   * One page of changes after a sequence number; with `wait` (seconds) as soon as there is one.
   * @throws Error - no page came; nothing may be concluded from that
   */
  async page(query: {
    after: number;
    wait: number;
    signal: AbortSignal;
  }): Promise<CatalogEntityPage> {
    const baseUrl = await this.#discovery.getBaseUrl(PLUGIN_ID);
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN_ID,
    });
    const client = createDataPlatformClient(baseUrl, async (input, init) => {
      const authorised = new Request(input, init);
      authorised.headers.set('Authorization', `Bearer ${token}`);
      return this.#fetch(authorised);
    });
    const { data, error, response } = await client.GET('/v1/catalog-entities', {
      params: { query: { after: query.after, wait: query.wait } },
      signal: AbortSignal.any([
        query.signal,
        AbortSignal.timeout((query.wait + 20) * 1_000),
      ]),
    });
    if (data) return data;
    const told = (error as { error?: { message?: string } } | undefined)?.error;
    throw new Error(
      `the data platform's backend answered ${response.status}${
        told?.message ? `: ${told.message}` : ''
      }`,
    );
  }

  /** Everything that is registered now. */
  async all(signal: AbortSignal): Promise<CatalogEntityPage> {
    const items = new Map<string, CatalogEntityPage['items'][number]>();
    let after = 0;
    let generation: string | undefined;
    for (;;) {
      const page = await this.page({ after, wait: 0, signal });
      if (generation !== undefined && page.generation !== generation) {
        // The sequence began anew while it was read.
        items.clear();
        after = 0;
        generation = undefined;
        continue;
      }
      generation = page.generation;
      for (const item of page.items) items.set(item.entityRef, item);
      after = page.seq;
      if (!page.more) {
        const present = [...items.values()].filter(({ entity }) => entity);
        return { ...page, items: present };
      }
    }
  }
}
