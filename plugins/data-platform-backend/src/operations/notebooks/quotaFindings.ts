import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { QuotaEvidence } from '@millrace/backstage-plugin-data-platform-node';
import {
  amount,
  formatBytes,
  formatCores,
} from '../../integrations/values/amount';
import { code } from '../../integrations/values/plain';
import { Room, ServerDemand } from './ServerDemand';

interface Need {
  resources: readonly string[];
  need: number;
  what: string;
  field?: string;
  format(value: number): string;
  /** Things that are counted: asking for less is no way out. */
  counted?: true;
}

/** What exceeds the quotas of the namespace, in all or as things are now. */
export function quotaFindings(
  demand: ServerDemand,
  { quotas }: Pick<Room, 'quotas'>,
): Finding[] {
  const needs = needsOf(demand);
  return quotas.flatMap(quota => needs.flatMap(need => exceeded(need, quota)));
}

function exceeded(need: Need, { name, hard, used }: QuotaEvidence): Finding[] {
  const { field, counted } = need;
  for (const resource of need.resources) {
    const bound = amount(hard[resource]);
    if (bound === undefined) continue;
    const left = Math.max(0, bound - (amount(used[resource]) ?? 0));
    if (need.need <= left + 1e-6) continue;
    const never = need.need > bound + 1e-6;
    return [
      {
        level: 'error',
        ...(field && { field }),
        message: `The quota ${code(name)} ${clauseOf(need, bound, left)}.`,
        remedy: remedyFor(never, counted),
      },
    ];
  }
  return [];
}

/** In numbers: what lacks, now or for ever. */
function clauseOf(need: Need, bound: number, left: number): string {
  const { what, format, counted } = need;
  const room = `has ${format(left)} of ${format(bound)} ${what} left`;
  if (counted) return room;
  const asked = `and the server asks for ${format(need.need)}`;
  return need.need > bound + 1e-6
    ? `allows ${format(bound)} ${what} in all, ${asked}`
    : `${room}, ${asked}`;
}

function remedyFor(never: boolean, counted: true | undefined): string {
  if (counted) {
    return 'Delete what nobody uses in this domain, or ask its owner for a larger quota.';
  }
  return never
    ? 'Ask for less, or ask the owner of the domain for a larger quota.'
    : 'Ask for less, or stop what nobody uses in this domain.';
}

function needsOf(demand: ServerDemand): Need[] {
  const { pod, claims, count, field } = demand;
  const storage = claims.reduce((sum, { bytes }) => sum + bytes, 0);
  const first = claims[0]?.field;
  return [
    {
      resources: ['requests.cpu', 'cpu'],
      need: pod.cpu,
      what: 'CPU',
      field: field('cpu'),
      format: formatCores,
    },
    {
      resources: ['requests.memory', 'memory'],
      need: pod.memory,
      what: 'memory',
      field: field('memory'),
      format: formatBytes,
    },
    ...limitNeeds(demand),
    ...(pod.gpu
      ? [
          {
            resources: [`requests.${pod.gpu.key}`, pod.gpu.key],
            need: pod.gpu.count,
            what: pod.gpu.key,
            field: field('gpu.count'),
            format: String,
          },
        ]
      : []),
    {
      resources: ['pods', 'count/pods'],
      need: 1,
      what: 'pods',
      format: String,
    },
    ...(count
      ? [
          {
            resources: [count],
            need: 1,
            what: 'notebook servers',
            format: String,
            counted: true as const,
          },
        ]
      : []),
    ...(claims.length > 0
      ? [
          {
            resources: [
              'persistentvolumeclaims',
              'count/persistentvolumeclaims',
            ],
            need: claims.length,
            what: 'volumes',
            field: first,
            format: String,
            counted: true as const,
          },
          {
            resources: ['requests.storage'],
            need: storage,
            what: 'storage',
            field: first,
            format: formatBytes,
          },
        ]
      : []),
    ...claims.flatMap(({ storageClass, bytes, field: at }) =>
      storageClass
        ? [
            {
              resources: [
                `${storageClass}.storageclass.storage.k8s.io/requests.storage`,
              ],
              need: bytes,
              what: `storage of class ${storageClass}`,
              field: at,
              format: formatBytes,
            },
          ]
        : [],
    ),
  ];
}

function limitNeeds({ pod, field }: ServerDemand): Need[] {
  const { cpuLimit, memoryLimit } = pod;
  return [
    ...(cpuLimit === undefined
      ? []
      : [
          {
            resources: ['limits.cpu'],
            need: cpuLimit,
            what: 'CPU (limits)',
            field: field('cpu'),
            format: formatCores,
          },
        ]),
    ...(memoryLimit === undefined
      ? []
      : [
          {
            resources: ['limits.memory'],
            need: memoryLimit,
            what: 'memory (limits)',
            field: field('memory'),
            format: formatBytes,
          },
        ]),
  ];
}
