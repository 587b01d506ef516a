import {
  parseQuantity,
  QuotaLine,
} from '@millrace/backstage-plugin-data-platform-common';
import { QuotaEvidence } from '@millrace/backstage-plugin-data-platform-node';

const LABELS: Readonly<Record<string, string>> = {
  'requests.cpu': 'CPU requested',
  'requests.memory': 'Memory requested',
  'limits.cpu': 'CPU limit',
  'limits.memory': 'Memory limit',
  'requests.nvidia.com/gpu': 'GPUs',
  'requests.storage': 'Storage requested',
  cpu: 'CPU requested',
  memory: 'Memory requested',
  pods: 'Pods',
  services: 'Services',
  configmaps: 'ConfigMaps',
  secrets: 'Secrets',
  persistentvolumeclaims: 'Volume claims',
  'count/sparkapplications.sparkoperator.k8s.io': 'Spark runs kept',
  'count/sparkapplications.spark.apache.org': 'Spark runs kept (Apache)',
  'count/notebooks.kubeflow.org': 'Notebook servers',
  'count/workspaces.kubeflow.org': 'Workspaces',
  'count/scheduledsparkapplications.sparkoperator.k8s.io': 'Spark schedules',
};

const GIBI = 2 ** 30;

/**
 * The lines of a domain's quotas, the fullest first. Where several quotas bound one resource of a namespace, each is a
 * line: the tightest one decides, and it comes first.
 */
export function quotaLines(quotas: readonly QuotaEvidence[]): QuotaLine[] {
  const several = new Set(quotas.map(quota => quota.namespace)).size > 1;
  return quotas
    .flatMap(quota =>
      Object.entries(quota.hard).flatMap(([resource, hard]) => {
        const used = quota.used[resource] ?? '0';
        // A bound of nothing, of which nothing is used, is a rule and no budget.
        if (isNothing(hard) && isNothing(used)) return [];
        const label = labelOf(resource);
        return {
          resource,
          label: several ? `${label} in ${quota.namespace}` : label,
          used: readable(used),
          hard: readable(hard),
          ratio: ratio(used, hard),
        };
      }),
    )
    .sort(
      (a, b) =>
        b.ratio - a.ratio ||
        a.label.localeCompare(b.label) ||
        a.hard.localeCompare(b.hard),
    );
}

/** Used over hard; 1 where nothing is granted at all, 0 where either is not a quantity. */
function ratio(used: string, hard: string): number {
  const u = parseQuantity(used);
  const h = parseQuantity(hard);
  if (u === undefined || h === undefined) return 0;
  if (h <= 0) return 1;
  return Math.round((u / h) * 10_000) / 10_000;
}

function isNothing(quantity: string): boolean {
  return parseQuantity(quantity) === 0;
}

/** `10137Mi` reads 9.9Gi, `15500m` reads 15.5; what is no quantity stays as it is. */
function readable(quantity: string): string {
  const value = parseQuantity(quantity);
  if (value === undefined) return quantity;
  if (/i$/.test(quantity) && value >= GIBI) {
    return `${Math.round((value / GIBI) * 10) / 10}Gi`;
  }
  return /m$/.test(quantity) ? `${Math.round(value * 100) / 100}` : quantity;
}

/** `count/widgets.example.com` reads "Objects: widgets". */
function labelOf(resource: string): string {
  const counted = /^count\/([^.]+)/.exec(resource);
  return LABELS[resource] ?? (counted ? `Objects: ${counted[1]}` : resource);
}
