import { Evidence } from '@millrace/backstage-plugin-data-platform-common';
import {
  LimitRangeEvidence,
  QuotaEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { code } from '../values/plain';
import { amount, formatBytes, formatCores } from '../values/amount';
import { PodAmounts } from './podAmounts';
import { PodSettings } from './podSettings';
import { quotaLine } from './quotaLine';

/** What a limit of that type is for, as a word of a sentence. */
const LIMITED: ReadonlyMap<string, string> = new Map([
  ['Container', 'container'],
  ['Pod', 'pod'],
]);

/** Who asks for the pod, as parts of sentences. */
export interface Asker {
  /** `the executor` */
  one: string;
  /** `each executor` */
  each: string;
  /** What to do about pods that are too many, as an imperative: `Wait for other runs to end`. */
  makeRoom: string;
  /** `use smaller executors` */
  shrink: string;
}

function manyOf(role: string): Asker {
  return {
    one: `the ${role}`,
    each: `each ${role}`,
    makeRoom: 'Wait for other runs to end',
    shrink: `use smaller ${role}s`,
  };
}

/** Why a namespace refuses one more pod of a size, computed: the cluster leaves no trace of it. */
export interface Shortfall {
  reason: 'Quota' | 'QuotaNeedsLimit' | 'LimitRange' | 'LimitRangeDefault';
  /** Clause with the numbers: "the quota `domain` has 1 of 16 CPU left, and each executor asks for 4". */
  clause: string;
  nextStep: string;
  evidence: Evidence;
}

interface Demand {
  resources: readonly string[];
  need: number;
  what: string;
  format: (value: number) => string;
}

/**
 * The first rule of the namespace that refuses one more pod, or undefined.
 * @param asker - what the pod is, for sentences: `executor` where there are many of them
 */
export function shortfallOf(
  asker: string | Asker,
  size: PodAmounts,
  settings: PodSettings,
  quotas: readonly QuotaEvidence[],
  limitRanges: readonly LimitRangeEvidence[],
): Shortfall | undefined {
  const who = typeof asker === 'string' ? manyOf(asker) : asker;
  return (
    quotaShortfall(who, size, settings, quotas, limitRanges) ??
    limitRangeShortfall(who, size, settings, limitRanges)
  );
}

function quotaShortfall(
  who: Asker,
  size: PodAmounts,
  settings: PodSettings,
  quotas: readonly QuotaEvidence[],
  limitRanges: readonly LimitRangeEvidence[],
): Shortfall | undefined {
  const cpuLimit = size.cpuLimit ?? defaultCpuLimit(limitRanges);
  const demands: Demand[] = [
    {
      resources: ['requests.cpu', 'cpu'],
      need: size.cpu,
      what: 'CPU',
      format: formatCores,
    },
    {
      resources: ['requests.memory', 'memory'],
      need: size.memory,
      what: 'memory',
      format: formatBytes,
    },
    {
      resources: ['limits.memory'],
      need: size.memory,
      what: 'memory (limits)',
      format: formatBytes,
    },
    {
      resources: ['pods', 'count/pods'],
      need: 1,
      what: 'pods',
      format: String,
    },
    ...(cpuLimit === undefined
      ? []
      : [
          {
            resources: ['limits.cpu'],
            need: cpuLimit,
            what: 'CPU (limits)',
            format: formatCores,
          },
        ]),
  ];
  for (const quota of quotas) {
    if (cpuLimit === undefined && quota.hard['limits.cpu'] !== undefined) {
      return {
        reason: 'QuotaNeedsLimit',
        clause: `the quota ${code(quota.name)} limits CPU, but neither ${
          who.one
        } nor a LimitRange sets a CPU limit`,
        nextStep: `Set \`${settings.cpuLimit}\`.`,
        evidence: evidenceOf(quota),
      };
    }
    for (const { resources, need, what, format } of demands) {
      for (const resource of resources) {
        const hard = amount(quota.hard[resource]);
        if (hard === undefined) {
          continue;
        }
        if (need > hard + 1e-6 && what !== 'pods') {
          const of = what.startsWith('memory') ? 'of ' : '';
          return {
            reason: 'Quota',
            clause: `the quota ${code(quota.name)} allows ${format(
              hard,
            )} ${of}${what} in all, and ${who.each} asks for ${format(need)}`,
            nextStep: `Ask for more quota, or ${who.shrink}.`,
            evidence: evidenceOf(quota),
          };
        }
        const left = Math.max(0, hard - (amount(quota.used[resource]) ?? 0));
        if (need > left + 1e-6) {
          return {
            reason: 'Quota',
            clause:
              what === 'pods'
                ? `the quota ${code(quota.name)} has ${format(
                    left,
                  )} of ${format(hard)} pods left`
                : `the quota ${code(quota.name)} has ${format(
                    left,
                  )} of ${format(hard)} ${what} left, and ${
                    who.each
                  } asks for ${format(need)}`,
            nextStep:
              what === 'pods'
                ? `${who.makeRoom}, or ask for more pods in the quota.`
                : `Free ${what.split(' ')[0]}, ask for more quota, or ${
                    who.shrink
                  }.`,
            evidence: evidenceOf(quota),
          };
        }
      }
    }
  }
  return undefined;
}

function limitRangeShortfall(
  who: Asker,
  size: PodAmounts,
  settings: PodSettings,
  limitRanges: readonly LimitRangeEvidence[],
): Shortfall | undefined {
  for (const range of limitRanges) {
    const evidence = (message: string): Evidence => ({
      kind: 'limit-range',
      subject: `LimitRange ${range.name}`,
      message,
    });
    for (const item of range.limits) {
      const fallback = amount(item.default?.cpu);
      if (
        item.type === 'Container' &&
        size.cpuLimit === undefined &&
        fallback !== undefined &&
        fallback < size.cpu
      ) {
        return {
          reason: 'LimitRangeDefault',
          clause: `the LimitRange ${code(
            range.name,
          )} gives every container a CPU limit of ${formatCores(
            fallback,
          )}, and ${who.each} asks for ${formatCores(size.cpu)}`,
          nextStep: `Set \`${settings.cpuLimit}\` to at least ${formatCores(
            size.cpu,
          )}, or ask the platform team to drop that default.`,
          evidence: evidence(`default cpu limit ${formatCores(fallback)}`),
        };
      }
      const place = LIMITED.get(item.type);
      if (!place) {
        continue;
      }
      const bounds = [
        { key: 'cpu', need: size.cpu, format: formatCores, what: 'CPU' },
        {
          key: 'memory',
          need: size.memory,
          format: formatBytes,
          what: 'of memory',
        },
      ];
      for (const { key, need, format, what } of bounds) {
        const max = amount(item.max?.[key]);
        const min = amount(item.min?.[key]);
        const over = max !== undefined && need > max + 1e-6;
        if (over || (min !== undefined && need < min - 1e-6)) {
          return {
            reason: 'LimitRange',
            clause: `the LimitRange ${code(range.name)} ${
              over ? 'allows at most' : 'asks for at least'
            } ${format((over ? max : min)!)} ${what} for a ${place}, and ${
              who.each
            } asks for ${format(need)}`,
            nextStep: `Change the size in \`${settings.whole}\`.`,
            evidence: evidence(
              `${over ? 'max' : 'min'} ${key} ${format((over ? max : min)!)}`,
            ),
          };
        }
      }
    }
  }
  return undefined;
}

function defaultCpuLimit(
  limitRanges: readonly LimitRangeEvidence[],
): number | undefined {
  for (const range of limitRanges) {
    for (const item of range.limits) {
      const limit = amount(item.default?.cpu);
      if (item.type === 'Container' && limit !== undefined) {
        return limit;
      }
    }
  }
  return undefined;
}

function evidenceOf(quota: QuotaEvidence): Evidence {
  return {
    kind: 'quota',
    subject: `ResourceQuota ${quota.name}`,
    message: quotaLine(quota),
  };
}
