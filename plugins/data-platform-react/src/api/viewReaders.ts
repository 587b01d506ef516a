import { parseEntityRef } from '@backstage/catalog-model';
import { DataPlatformClient } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformError } from './DataPlatformError';
import { ViewName, ViewQuery, ViewValue } from './View';

// A type, not an interface: openapi-fetch wants an implicit index signature.
type Init = {
  headers: Record<string, string>;
  signal?: AbortSignal;
};

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** How each view is read over HTTP. */
export type ViewReaders = {
  [N in ViewName]: (
    client: DataPlatformClient,
    query: ViewQuery<N>,
    init: Init,
  ) => Promise<Answer<ViewValue<N>>>;
};

function entityPath(entityRef: string) {
  const { namespace, name } = parseEntityRef(entityRef);
  return { namespace, name };
}

/**
 * Where a system answers.
 * @throws DataPlatformError - where a segment would lead elsewhere; names may come from entities, which many may write
 */
function systemPath(system: string, path: string): string {
  const segments = [system, ...path.split('/')];
  if (segments.some(segment => /^\.{0,2}$/.test(segment))) {
    throw new DataPlatformError(
      400,
      'InputError',
      `"${path}" is no path of ${system}.`,
    );
  }
  return `/v1/${segments.map(encodeURIComponent).join('/')}`;
}

export const viewReaders: ViewReaders = {
  resources: (client, { health, ...query }, init) =>
    client.request('get', '/v1/resources', {
      params: {
        query: {
          ...query,
          health: health?.length ? health.join(',') : undefined,
        },
      },
      ...init,
    }),
  resource: (client, path, init) =>
    client.request('get', '/v1/resources/{id}', { params: { path }, ...init }),
  runs: (client, query, init) =>
    client.request('get', '/v1/runs', { params: { query }, ...init }),
  run: (client, path, init) =>
    client.request('get', '/v1/runs/{id}', { params: { path }, ...init }),
  summary: (client, query, init) =>
    client.request('get', '/v1/summary', { params: { query }, ...init }),
  job: (client, { entityRef }, init) =>
    client.request('get', '/v1/jobs/{namespace}/{name}', {
      params: { path: entityPath(entityRef) },
      ...init,
    }),
  domain: (client, { entityRef }, init) =>
    client.request('get', '/v1/domains/{namespace}/{name}', {
      params: { path: entityPath(entityRef) },
      ...init,
    }),
  domains: (client, query, init) =>
    client.request('get', '/v1/domains', { params: { query }, ...init }),
  notebooks: (client, query, init) =>
    client.request('get', '/v1/notebook-servers', {
      params: { query },
      ...init,
    }),
  notebook: (client, { entityRef }, init) =>
    client.request('get', '/v1/notebook-servers/{namespace}/{name}', {
      params: { path: entityPath(entityRef) },
      ...init,
    }),
  notebookOptions: (client, query, init) =>
    client.request('get', '/v1/notebook-options', {
      params: { query },
      ...init,
    }),
  adoption: (client, query, init) =>
    client.request('get', '/v1/adoption', { params: { query }, ...init }),
  sources: (client, _query, init) => client.request('get', '/v1/sources', init),
  presets: (client, _query, init) => client.request('get', '/v1/presets', init),
  operations: (client, query, init) =>
    client.request('get', '/v1/operations', { params: { query }, ...init }),
  operation: (client, path, init) =>
    client.request('get', '/v1/operations/{id}', {
      params: { path },
      ...init,
    }),
  approvals: (client, query, init) =>
    client.request('get', '/v1/approvals', { params: { query }, ...init }),
  approval: (client, path, init) =>
    client.request('get', '/v1/approvals/{id}', {
      params: { path },
      ...init,
    }),
  system: (client, { system, path, query = {} }, init) =>
    client.request(
      'get',
      // What modules bring need not be in the document of the API.
      systemPath(system, path) as '/v1/presets',
      {
        params: {
          query: Object.fromEntries(
            Object.entries(query).filter(
              ([, value]) => value !== undefined && value !== '',
            ),
          ) as never,
        },
        ...init,
      },
    ),
};
