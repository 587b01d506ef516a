import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { LakefsKey } from '../client/LakefsHttp';
import { readSparkSettings } from '../spark/readSparkSettings';
import { readExpiry } from './ExpirySettings';
import { DomainShare, LakefsServer } from './LakefsServer';

const KEY = 'dataPlatform.lakefs.servers';
const DAY_MS = 86_400_000;
const STALE_DAYS = 30;
const LEAST_POLL_SECONDS = 5;

/**
 * The configured servers.
 * @throws Error that names the key; secrets are in no message
 */
export function readServers(root: Config): readonly LakefsServer[] {
  const names = new Set<string>();
  const expiry = readExpiry(root);
  return (root.getOptionalConfigArray(KEY) ?? []).map((config, index) => {
    const name = config.getString('name');
    if (names.has(name)) {
      throw new Error(`${KEY}: two servers are named ${name}`);
    }
    names.add(name);
    const at = (key: string) => `${KEY}[${index}].${key} (server ${name})`;
    const endpoint = url(config, 'endpoint', at);
    const staleDays = positive(config, 'staleDays', at) ?? STALE_DAYS;
    const pollSeconds = positive(config, 'pollSeconds', at);
    return {
      name,
      title: config.getOptionalString('title'),
      endpoint,
      uiUrl: config.has('uiUrl')
        ? url(config, 'uiUrl', at)
        : endpoint.replace(/\/api\/v1\/?$/, ''),
      key: keyOf(config),
      sandbox: config.getOptionalBoolean('sandbox'),
      ...(pollSeconds && {
        pollMs: Math.max(LEAST_POLL_SECONDS, pollSeconds) * 1_000,
      }),
      webhookSecret: config.getOptionalString('webhookSecret'),
      spark: readSparkSettings(
        config.getOptionalConfig('spark'),
        at,
        (of, key) => url(of, key, each => at(`spark.${each}`)),
      ),
      staleMs: staleDays * DAY_MS,
      approvals: approvalsOf(config, at),
      expiry,
      domains: (config.getOptionalConfigArray('domains') ?? []).map(share =>
        shareFrom(share, at),
      ),
    };
  });
}

function approvalsOf(
  config: Config,
  at: (key: string) => string,
): LakefsServer['approvals'] {
  const text = config.getOptionalString('approvals') ?? 'none';
  if (text === 'protected' || text === 'none') return text;
  throw new Error(
    `${at('approvals')} must be protected or none; it is "${text}"`,
  );
}

function shareFrom(config: Config, at: (key: string) => string): DomainShare {
  const ownKey = config.has('accessKeyId') || config.has('secretAccessKey');
  const registerIn = config.getOptionalString('registerIn');
  return {
    domainRef: refOf(config.getString('domain'), 'domain', at),
    repositories: config.getStringArray('repositories'),
    ...(registerIn && { registerIn: refOf(registerIn, 'system', at) }),
    ...(config.has('branches') && {
      branches: config.getConfigArray('branches').map(rule => ({
        pattern: rule.getString('pattern'),
        writers: rule.getStringArray('writers').map(ref => writerRef(ref, at)),
      })),
    }),
    ...(ownKey && { key: keyOf(config) }),
  };
}

function keyOf(config: Config): LakefsKey {
  return {
    accessKeyId: config.getString('accessKeyId'),
    secretAccessKey: config.getString('secretAccessKey'),
  };
}

function writerRef(text: string, at: (key: string) => string): string {
  const ref = /^(user|group):[\w.-]+(\/[\w.-]+)?$/i.test(text)
    ? parseEntityRef(text, { defaultNamespace: 'default' })
    : undefined;
  if (ref) return stringifyEntityRef(ref);
  throw new Error(
    `${at(
      'domains',
    )}: writer "${text}" is no user or group; write its entity ref, for example group:default/release-managers`,
  );
}

const EXAMPLES = {
  domain: ['no domain', 'domain:default/sales'],
  system: ['no data product', 'system:default/orders-product'],
} as const;

function refOf(
  text: string,
  kind: keyof typeof EXAMPLES,
  at: (key: string) => string,
): string {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: kind,
      defaultNamespace: 'default',
    });
    if (ref.kind.toLocaleLowerCase('en-US') === kind) {
      return stringifyEntityRef(ref);
    }
  } catch {
    // Told below, as any other text that is no such ref.
  }
  const [noun, example] = EXAMPLES[kind];
  throw new Error(
    `${at(
      'domains',
    )}: "${text}" is ${noun}; write its entity ref, for example ${example}`,
  );
}

function url(config: Config, key: string, at: (key: string) => string): string {
  const text = config.getString(key);
  if (!/^https?:\/\/[^\s/]/i.test(text) || !URL.canParse(text)) {
    throw new Error(
      `${at(key)} must be a URL that begins with http:// or https://`,
    );
  }
  if (new URL(text).password) {
    throw new Error(
      `${at(
        key,
      )} must not hold credentials; use accessKeyId and secretAccessKey`,
    );
  }
  return text.replace(/\/+$/, '');
}

function positive(
  config: Config,
  key: string,
  at: (key: string) => string,
): number | undefined {
  const value = config.getOptionalNumber(key);
  if (value !== undefined && !(value > 0)) {
    throw new Error(`${at(key)} must be a number above 0; it is ${value}`);
  }
  return value;
}
