import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  LimitRangeEvidence,
  QuotaEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { Shortfall, shortfallOf } from '../../pods/shortfall';
import { amount } from '../../values/amount';
import { code } from '../../values/plain';
import { SparkSettings } from '../model/sparkSettings';
import { SparkRole, SparkSize } from '../model/sparkSize';

/** What is known of the namespace. */
export interface SparkNamespace {
  name?: string;
  quotas: readonly QuotaEvidence[];
  limitRanges: readonly LimitRangeEvidence[];
  /** Names; undefined when they cannot be read. */
  serviceAccounts?: readonly string[];
}

/** What a run asks of its namespace, and where its definition says so. */
export interface RunDemand {
  settings: SparkSettings;
  size: SparkSize;
  account: string;
  /** Path of the account, and how to write the usual one there. */
  accountField: string;
  accountRemedy: string;
  /** Path of a size. */
  sizeField(role: SparkRole, refusal: Shortfall): string;
  /** Advice with the paths of this definition. */
  advice(text: string): string;
  /** Name of the quota that counts runs. */
  countQuota: string;
  /** Path of the time that a finished run stays, and whether it is set. */
  lifetimeField: string;
  /** Default: to set that field. */
  lifetimeRemedy?: string;
  expires: boolean;
}

/**
 * What a run will need of its namespace, in words a person can act on. The server's dry run tells none of it: it admits the
 * custom resource and refuses the pods later.
 */
export function preflight(
  demand: RunDemand,
  namespace: SparkNamespace,
): Finding[] {
  return [
    ...accountFindings(demand, namespace),
    ...roleFindings('driver', demand, namespace),
    ...roleFindings('executor', demand, namespace),
    ...countFindings(demand, namespace),
  ];
}

function accountFindings(
  { account, accountField, accountRemedy }: RunDemand,
  { serviceAccounts, name }: SparkNamespace,
): Finding[] {
  if (!serviceAccounts || serviceAccounts.includes(account)) {
    return [];
  }
  return [
    {
      level: 'error',
      field: accountField,
      message: `The submission will be refused: service account ${code(
        account,
      )} does not exist${name ? ` in namespace ${code(name)}` : ''}.`,
      remedy: serviceAccounts.includes('spark')
        ? accountRemedy
        : 'Ask the platform team for a service account that may make pods.',
    },
  ];
}

function roleFindings(
  role: SparkRole,
  { size, settings, sizeField, advice }: RunDemand,
  { quotas, limitRanges }: SparkNamespace,
): Finding[] {
  const pod = size[role];
  const own = settings[role];
  const empty = quotas.map(quota => ({ ...quota, used: {} }));
  const never = shortfallOf(role, pod, own, empty, limitRanges);
  const now = never ?? shortfallOf(role, pod, own, quotas, limitRanges);
  if (!now) {
    return [];
  }
  const who = role === 'driver' ? 'The driver' : 'Executors';
  return [
    {
      level: never ? 'error' : 'warning',
      field: sizeField(role, now),
      message: `${who} will be rejected${never ? '' : ' as things are now'}: ${
        now.clause
      }.`,
      remedy: advice(now.nextStep),
    },
  ];
}

/** True where the limit of CPU is what lacks. */
export function lacksCpuLimit({ reason }: Shortfall): boolean {
  return reason === 'QuotaNeedsLimit' || reason === 'LimitRangeDefault';
}

/** Finished runs count until they expire, and the server answers 403 before it looks at anything else. */
function countFindings(
  { countQuota, lifetimeField, lifetimeRemedy, expires }: RunDemand,
  { quotas }: SparkNamespace,
): Finding[] {
  const findings: Finding[] = [];
  for (const quota of quotas) {
    const hard = amount(quota.hard[countQuota]);
    const used = amount(quota.used[countQuota]) ?? 0;
    if (hard === undefined) {
      continue;
    }
    if (used >= hard) {
      findings.push({
        level: 'error',
        message: `The run will be refused: the quota ${code(
          quota.name,
        )} allows ${hard} SparkApplications, and ${used} exist, finished ones included.`,
        remedy: 'Delete finished runs, or wait until they expire.',
      });
    } else if (!expires) {
      findings.push({
        level: 'warning',
        field: lifetimeField,
        message: `Finished runs do not expire, so after ${
          hard - used
        } more the quota ${code(quota.name)} refuses every run.`,
        remedy: lifetimeRemedy ?? `Set ${lifetimeField.split('.').at(-1)}.`,
      });
    }
  }
  return findings;
}
