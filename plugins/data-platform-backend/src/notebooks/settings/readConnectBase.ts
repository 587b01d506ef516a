import { Config } from '@backstage/config';

/**
 * Where the pages of notebook servers are: one pattern for all clusters, in which `{cluster}` is filled in, or an address
 * for each.
 * @throws Error that names the key
 */
export function readConnectBase(
  config: Config | undefined,
  key: string,
): (source: string) => string | undefined {
  const value = config?.getOptional('connectBase');
  if (value === undefined) return () => undefined;
  if (typeof value === 'string') {
    checked(value, key);
    return source =>
      trimmed(value.replaceAll('{cluster}', encodeURIComponent(source)));
  }
  const bases = new Map<string, string>();
  const byCluster = config!.getConfig('connectBase');
  for (const cluster of byCluster.keys()) {
    const base = byCluster.getString(cluster);
    checked(base, `${key}.${cluster}`);
    bases.set(cluster, trimmed(base));
  }
  return source => bases.get(source);
}

function checked(base: string, key: string): void {
  const url = URL.parse(base.replaceAll('{cluster}', 'x'));
  const plain =
    url &&
    /^https?:$/.test(url.protocol) &&
    !url.username &&
    !url.password &&
    !url.search &&
    !url.hash;
  if (!plain) {
    throw new Error(
      `${key} must be an address that begins with http:// or https://, without a query, for example https://kubeflow.example.com; it is "${base}"`,
    );
  }
}

function trimmed(base: string): string {
  return base.replace(/\/+$/, '');
}
