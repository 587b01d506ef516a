import { QuotaPreset } from '@millrace/backstage-plugin-data-platform-common';

/**
 * Sizes of a domain. They limit requests, memory, pods and the number of objects, never `limits.cpu`: that would force
 * a default CPU limit, and Spark pods, which ask for whole cores without a limit, would be refused by it. Finished runs
 * count until their time to live is over, so the count of SparkApplications is runs a day times days to live (one
 * unless set otherwise), and as much again for retries by hand.
 */
export const QUOTA_PRESETS: readonly QuotaPreset[] = [
  {
    id: 'small',
    title: 'Small',
    description:
      'A first product: about 30 runs a day, and jobs with 16 cores in all at a time.',
    hard: hard({
      cpu: '16',
      memory: '64Gi',
      pods: '50',
      runs: '60',
      schedules: '15',
    }),
  },
  {
    id: 'medium',
    title: 'Medium',
    description:
      'A team in production: about 150 runs a day, and jobs with 64 cores in all at a time.',
    hard: hard({
      cpu: '64',
      memory: '256Gi',
      pods: '200',
      runs: '300',
      schedules: '60',
    }),
  },
  {
    id: 'large',
    title: 'Large',
    description:
      'Heavy batch work: about 500 runs a day, and jobs with 256 cores in all at a time.',
    hard: hard({
      cpu: '256',
      memory: '1Ti',
      pods: '800',
      runs: '1000',
      schedules: '200',
    }),
  },
];

/** @returns undefined where there is no such preset */
export function findPreset(id: string): QuotaPreset | undefined {
  return QUOTA_PRESETS.find(preset => preset.id === id);
}

function hard(size: {
  cpu: string;
  memory: string;
  pods: string;
  runs: string;
  schedules: string;
}): Record<string, string> {
  return {
    'requests.cpu': size.cpu,
    'requests.memory': size.memory,
    'limits.memory': size.memory,
    pods: size.pods,
    'count/sparkapplications.sparkoperator.k8s.io': size.runs,
    // Where a cluster does not serve it, the bound is without effect.
    'count/sparkapplications.spark.apache.org': size.runs,
    'count/scheduledsparkapplications.sparkoperator.k8s.io': size.schedules,
    'services.loadbalancers': '0',
    'services.nodeports': '0',
  };
}
