import { ContainerLimit } from '@millrace/backstage-plugin-data-platform-common';
import { LimitRangeEvidence } from '@millrace/backstage-plugin-data-platform-node';

/** What LimitRanges of a namespace say of containers, a line for each resource of each range. */
export function containerLimits(
  source: string,
  ranges: readonly LimitRangeEvidence[],
): ContainerLimit[] {
  return ranges.flatMap(({ name, namespace, limits }) =>
    limits
      .filter(({ type }) => type === 'Container')
      .flatMap(({ defaultRequest, default: limit, min, max }) => {
        const maps = [defaultRequest, limit, min, max];
        const resources = new Set(maps.flatMap(map => Object.keys(map ?? {})));
        return [...resources].sort().map(resource => ({
          source,
          namespace,
          name,
          resource,
          ...amount('request', defaultRequest?.[resource]),
          ...amount('limit', limit?.[resource]),
          ...amount('min', min?.[resource]),
          ...amount('max', max?.[resource]),
        }));
      }),
  );
}

function amount(
  key: 'request' | 'limit' | 'min' | 'max',
  quantity: string | undefined,
): Partial<ContainerLimit> {
  return quantity === undefined ? {} : { [key]: quantity };
}
