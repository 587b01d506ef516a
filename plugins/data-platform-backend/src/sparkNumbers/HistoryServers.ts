import { Config } from '@backstage/config';
import { ProxyTarget } from './rest/ProxiedSparkApi';

/** A Spark History Server that is asked for the numbers of runs that have ended. */
export interface HistoryServer {
  /** Names of clusters whose event logs it has; undefined: all. */
  clusters?: readonly string[];
  address:
    | { url: string; headers: Readonly<Record<string, string>> }
    | { service: Omit<ProxyTarget, 'resource'> };
}

const KEY = 'dataPlatform.spark.historyServers';
/** Headers that would change what is asked or where. */
const FORBIDDEN =
  /^(host|content-length|connection|transfer-encoding|upgrade)$/i;

/** `dataPlatform.spark.historyServers`. @throws Error that names the key */
export function readHistoryServers(root: Config): readonly HistoryServer[] {
  return (root.getOptionalConfigArray(KEY) ?? []).map((entry, n) => {
    const key = `${KEY}[${n}]`;
    const clusters = entry.getOptionalStringArray('clusters');
    const url = entry.getOptionalString('url');
    const service = entry.getOptionalString('service');
    if (!url === !service) {
      throw new Error(`${key}: set exactly one of url and service`);
    }
    const headers = entry.getOptional<Record<string, string>>('headers') ?? {};
    if (service && Object.keys(headers).length > 0) {
      throw new Error(
        `${key}.headers are for a url; a service is asked through the API server, as the portal`,
      );
    }
    return {
      ...(clusters && { clusters }),
      address: service
        ? { service: serviceOf(service, key) }
        : { url: addressOf(url!, key), headers: checked(headers, key) },
    };
  });
}

/** The first that has the event logs of a cluster. */
export function historyServerOf(
  servers: readonly HistoryServer[],
  source: string,
): HistoryServer | undefined {
  return servers.find(({ clusters }) => !clusters || clusters.includes(source));
}

function serviceOf(text: string, key: string): Omit<ProxyTarget, 'resource'> {
  const match = /^([a-z0-9-]{1,63})\/([a-z0-9-]{1,63}):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  if (!match || port < 1 || port > 65_535) {
    throw new Error(
      `${key}.service must be namespace/service:port, for example spark/history-server:18080; it is "${text}"`,
    );
  }
  return { namespace: match[1], name: match[2], port };
}

function addressOf(text: string, key: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new Error(
      `${key}.url must be the http(s) address of a Spark History Server, for example https://history.example.com`,
    );
  }
  if (url.username || url.password) {
    throw new Error(
      `${key}.url must not hold credentials; put them in headers, from the environment`,
    );
  }
  return url.href;
}

function checked(
  headers: Readonly<Record<string, string>>,
  key: string,
): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(headers)) {
    const good =
      /^[A-Za-z0-9-]{1,64}$/.test(name) &&
      !FORBIDDEN.test(name) &&
      typeof value === 'string' &&
      !/[\r\n\0]/.test(value);
    if (!good) {
      throw new Error(`${key}.headers.${name} is no header that may be set`);
    }
  }
  return headers;
}
