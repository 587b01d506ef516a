import { ContainerLimit } from '@millrace/backstage-plugin-data-platform-common';

/** How the operation names a limit: `request.cpu`, `limit.memory`, `max.cpu`. */
export type LimitId = `${'request' | 'limit' | 'max'}.${'cpu' | 'memory'}`;

/**
 * A limit as the cluster has it now, in words: `Now 500m`, `None now`. Where the namespaces of a domain differ, each is
 * told.
 *
 * @param places - namespaces of the domain, to tell where there is none
 */
export function limitNow(
  id: LimitId,
  limits: readonly ContainerLimit[],
  places: number,
): string {
  const [what, resource] = id.split('.') as [
    'request' | 'limit' | 'max',
    string,
  ];
  const set = limits.flatMap(limit => {
    const amount = limit.resource === resource ? limit[what] : undefined;
    const place = `${limit.namespace} on ${limit.source}`;
    return amount === undefined ? [] : [{ amount, place }];
  });
  if (set.length === 0) {
    return 'None now';
  }
  const amounts = new Set(set.map(({ amount }) => amount));
  const everywhere = new Set(set.map(({ place }) => place)).size >= places;
  return everywhere && amounts.size === 1
    ? `Now ${set[0].amount}`
    : `Now ${set
        .map(({ amount, place }) => `${amount} in ${place}`)
        .join(', ')}`;
}
