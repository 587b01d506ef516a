import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  LimitRangeEvidence,
  QuotaEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { Shortfall, shortfallOf } from '../assess/shortfall';
import { numberAt, textAt } from '../model/field';
import { code } from '../model/plain';
import { parseQuantity } from '../model/quantity';
import { PodSize, sparkSize, SparkRole } from '../model/sparkSize';
import { COUNT_QUOTA } from '../names';
import { definitionSpec } from './definitionSpec';

/** What is known of the namespace. */
export interface SparkNamespace {
  name?: string;
  quotas: readonly QuotaEvidence[];
  limitRanges: readonly LimitRangeEvidence[];
  /** Names; undefined when they cannot be read. */
  serviceAccounts?: readonly string[];
}

/**
 * What a run will need of its namespace, in words a person can act on. The server's dry run tells none of it: it admits the
 * custom resource and refuses the pods later.
 */
export function preflightSpark(
  manifest: unknown,
  namespace: SparkNamespace,
): Finding[] {
  const { spec, path } = definitionSpec(manifest);
  const size = sparkSize(spec);
  return [
    ...accountFindings(spec, path, namespace),
    ...roleFindings('driver', size.driver, path, namespace),
    ...roleFindings('executor', size.executor, path, namespace),
    ...countFindings(spec, path, namespace),
  ];
}

function accountFindings(
  spec: unknown,
  path: string,
  { serviceAccounts, name }: SparkNamespace,
): Finding[] {
  const account = textAt(spec, 'driver', 'serviceAccount') ?? 'default';
  if (!serviceAccounts || serviceAccounts.includes(account)) {
    return [];
  }
  return [
    {
      level: 'error',
      field: `${path}.driver.serviceAccount`,
      message: `The submission will be refused: service account ${code(
        account,
      )} does not exist${name ? ` in namespace ${code(name)}` : ''}.`,
      remedy: serviceAccounts.includes('spark')
        ? 'Write `serviceAccount: spark`.'
        : 'Ask the platform team for a service account that may make pods.',
    },
  ];
}

function roleFindings(
  role: SparkRole,
  size: PodSize,
  path: string,
  { quotas, limitRanges }: SparkNamespace,
): Finding[] {
  const empty = quotas.map(quota => ({ ...quota, used: {} }));
  const never = shortfallOf(role, size, empty, limitRanges);
  const now = never ?? shortfallOf(role, size, quotas, limitRanges);
  if (!now) {
    return [];
  }
  const who = role === 'driver' ? 'The driver' : 'Executors';
  return [
    {
      level: never ? 'error' : 'warning',
      field: `${path}.${role}${fieldOf(now)}`,
      message: `${who} will be rejected${never ? '' : ' as things are now'}: ${
        now.clause
      }.`,
      remedy: now.nextStep.split('`spec.').join(`\`${path}.`),
    },
  ];
}

function fieldOf({ reason }: Shortfall): string {
  return reason === 'QuotaNeedsLimit' || reason === 'LimitRangeDefault'
    ? '.coreLimit'
    : '';
}

/** Finished runs count until they expire, and the server answers 403 before it looks at anything else. */
function countFindings(
  spec: unknown,
  path: string,
  { quotas }: SparkNamespace,
): Finding[] {
  const findings: Finding[] = [];
  for (const quota of quotas) {
    const hard = parseQuantity(quota.hard[COUNT_QUOTA]);
    const used = parseQuantity(quota.used[COUNT_QUOTA]) ?? 0;
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
    } else if (!((numberAt(spec, 'timeToLiveSeconds') ?? 0) > 0)) {
      findings.push({
        level: 'warning',
        field: `${path}.timeToLiveSeconds`,
        message: `Finished runs do not expire, so after ${
          hard - used
        } more the quota ${code(quota.name)} refuses every run.`,
        remedy: 'Set timeToLiveSeconds.',
      });
    }
  }
  return findings;
}
