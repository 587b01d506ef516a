import { Config } from '@backstage/config';
import { SparkSettings } from './SparkSettings';

/** Names of objects and keys of Secrets, as Kubernetes allows them. */
const SECRET = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
const KEY = /^[-.\w]{1,253}$/;
const CATALOG = /^\w{1,100}$/;

/**
 * How Spark reaches a server; undefined where that is not configured.
 * @param url - reads a URL, or says by its key why it is none
 * @throws Error that names the key
 */
export function readSparkSettings(
  config: Config | undefined,
  at: (key: string) => string,
  url: (config: Config, key: string) => string,
): SparkSettings | undefined {
  if (!config) return undefined;
  const credentials = config.getConfig('credentials');
  const iceberg = config.getOptionalConfig('iceberg');
  return {
    endpoint: url(config, 'endpoint').replace(/\/api\/v1$/, ''),
    mode: modeOf(config.getOptionalString('mode') ?? 's3', at),
    presigned: config.getOptionalBoolean('presigned'),
    credentials: {
      secretName: named(credentials, 'secretName', SECRET, at),
      accessKeyIdKey: optional(
        credentials,
        'accessKeyIdKey',
        at,
        'accessKeyId',
      ),
      secretAccessKeyKey: optional(
        credentials,
        'secretAccessKeyKey',
        at,
        'secretAccessKey',
      ),
    },
    ...(iceberg && {
      iceberg: {
        catalog: named(iceberg, 'catalog', CATALOG, at),
        credentialKey: optional(iceberg, 'credentialKey', at, 'credential'),
      },
    }),
  };
}

function modeOf(
  text: string,
  at: (key: string) => string,
): SparkSettings['mode'] {
  if (text === 's3' || text === 'lakefs') return text;
  throw new Error(`${at('spark.mode')} must be s3 or lakefs`);
}

function optional(
  config: Config,
  key: string,
  at: (key: string) => string,
  otherwise: string,
): string {
  return config.has(key) ? named(config, key, KEY, at) : otherwise;
}

function named(
  config: Config,
  key: string,
  pattern: RegExp,
  at: (key: string) => string,
): string {
  const text = config.getString(key);
  if (pattern.test(text)) return text;
  throw new Error(
    `${at(`spark.${key}`)} is no name that ${
      pattern === CATALOG ? 'Spark' : 'Kubernetes'
    } allows`,
  );
}
