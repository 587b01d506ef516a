import { QuotaEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { amount } from '../values/amount';
import { SparkSize } from './model/sparkSize';

/** What a run takes of the quotas of its namespace, by resource: cores, bytes or pieces. */
export type RunNeeds = Readonly<Record<string, number>>;

/**
 * What a run takes with the executors that it begins with.
 *
 * @param countQuota - name of the quota on objects of the run's kind: `count/sparkapplications.sparkoperator.k8s.io`
 */
export function runNeeds(
  { driver, executor, demand }: SparkSize,
  countQuota: string,
): RunNeeds {
  const cpu = driver.cpu + demand.initial * executor.cpu;
  const memory = driver.memory + demand.initial * executor.memory;
  const pods = 1 + demand.initial;
  return {
    'requests.cpu': cpu,
    cpu,
    'requests.memory': memory,
    memory,
    'limits.memory': memory,
    pods,
    'count/pods': pods,
    [countQuota]: 1,
  };
}

/** How many such runs find room in a namespace at a time, as its quotas are used now; undefined where none limits them. */
export function runsThatFit(
  needs: RunNeeds,
  quotas: readonly QuotaEvidence[],
): number | undefined {
  let fewest: number | undefined;
  for (const { hard, used } of quotas) {
    for (const [resource, need] of Object.entries(needs)) {
      const most = amount(hard[resource]);
      if (most === undefined || need <= 0) continue;
      const left = Math.max(0, most - (amount(used[resource]) ?? 0));
      const fit = Math.floor(left / need + 1e-9);
      fewest = Math.min(fewest ?? fit, fit);
    }
  }
  return fewest;
}

/**
 * The quota that has no room for this many runs now and would have it if it were less used, in words; undefined where
 * there is room. A run that is larger than a quota is not held back by it: it would wait for ever.
 */
export function fullQuota(
  needs: RunNeeds,
  runs: number,
  quotas: readonly QuotaEvidence[],
): string | undefined {
  for (const { name, hard, used } of quotas) {
    for (const [resource, need] of Object.entries(needs)) {
      const most = amount(hard[resource]);
      if (most === undefined || need > most) continue;
      const wanted = Math.min(need * runs, most);
      if (wanted > most - (amount(used[resource]) ?? 0) + 1e-9) {
        return `the quota ${name} allows ${
          hard[resource]
        } of ${resource}, and ${used[resource] ?? '0'} are in use`;
      }
    }
  }
  return undefined;
}
