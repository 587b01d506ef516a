import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';
import { LimitRangeEvidence } from '@millrace/backstage-plugin-data-platform-node';

/** What LimitRanges allow, a line for each resource. */
export function limitLines(
  ranges: readonly LimitRangeEvidence[],
): NotebookOptions['limits'] {
  return ranges.flatMap(({ limits }) =>
    limits.flatMap(({ type, min, max, default: fallback }) => {
      const resources = new Set([
        ...Object.keys(min ?? {}),
        ...Object.keys(max ?? {}),
        ...Object.keys(fallback ?? {}),
      ]);
      return [...resources].sort().map(resource => ({
        type,
        resource,
        ...(min?.[resource] && { min: min[resource] }),
        ...(max?.[resource] && { max: max[resource] }),
        ...(fallback?.[resource] && { default: fallback[resource] }),
      }));
    }),
  );
}
