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
    fetch: request => fetch(request),
  });
}
