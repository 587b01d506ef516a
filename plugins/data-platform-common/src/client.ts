import createClient, { Client } from 'openapi-fetch';
import { paths } from './generated/api';

/** Typed client of the plugin's HTTP API. */
export type DataPlatformClient = Client<paths>;

/**
 * Makes a client.
 * @param baseUrl - of the plugin, as discovery gives it
 * @param fetch - adds the credentials
 */
export function createDataPlatformClient(
  baseUrl: string,
  fetch: typeof globalThis.fetch,
): DataPlatformClient {
  return createClient<paths>({
    baseUrl,
    // Whoever adds credentials copies the request, and a copied body is a stream, which browsers refuse over HTTP/1.1.
    fetch: async request =>
      fetch(request.url, {
        method: request.method,
        headers: request.headers,
        signal: request.signal,
        body:
          request.method === 'GET' || request.method === 'HEAD'
            ? undefined
            : await request.text(),
      }),
  });
}
