import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { QuotaEvidence } from '@millrace/backstage-plugin-data-platform-node';
import {
  amount,
  formatBytes,
  formatCores,
} from '../../integrations/values/amount';
import { code } from '../../integrations/values/plain';
import { errorAt } from '../findings';
import { Room, ServerDemand } from './ServerDemand';

const LIMITS = [
  { key: 'cpu', limit: 'cpuLimit', format: formatCores },
  { key: 'memory', limit: 'memoryLimit', format: formatBytes },
] as const;

/** What becomes of a container that has no limits of its own. */
export function defaultLimitFindings(
  demand: ServerDemand,
  room: Room,
): Finding[] {
  return [
    ...room.quotas.flatMap(quota => unlimited(demand, quota, room)),
    ...underDefault(demand, room),
  ];
}

/** A quota of limits refuses every pod that has none, unless a LimitRange sets one. */
function unlimited(
  { pod, field }: ServerDemand,
  { name, hard }: QuotaEvidence,
  room: Room,
): Finding[] {
  return LIMITS.filter(
    ({ key, limit }) =>
      hard[`limits.${key}`] !== undefined &&
      pod[limit] === undefined &&
      defaultLimit(key, room) === undefined,
  ).map(({ key }) =>
    errorAt(
      field(key),
      `The quota ${code(
        name,
      )} bounds limits of ${key}; the server has none, and no LimitRange sets one.`,
      'Ask the platform team for a default limit of the namespace.',
    ),
  );
}

/** What asks for more than the limit that it is given is refused. */
function underDefault({ pod, field }: ServerDemand, room: Room): Finding[] {
  return LIMITS.flatMap(({ key, limit, format }) => {
    const given = defaultLimit(key, room);
    if (pod[limit] !== undefined || !given || pod[key] <= given.value + 1e-6) {
      return [];
    }
    return [
      errorAt(
        field(key),
        `The LimitRange ${code(
          given.name,
        )} gives every container a ${key} limit of ${format(
          given.value,
        )}, and the server asks for ${format(
          pod[key],
        )} without a limit of its own.`,
        'Choose a smaller size, or one with a limit of its own.',
      ),
    ];
  });
}

function defaultLimit(
  key: string,
  { limitRanges }: Room,
): { name: string; value: number } | undefined {
  for (const { name, limits } of limitRanges) {
    for (const { type, default: fallback } of limits) {
      const value = amount(fallback?.[key]);
      if (type === 'Container' && value !== undefined) return { name, value };
    }
  }
  return undefined;
}
