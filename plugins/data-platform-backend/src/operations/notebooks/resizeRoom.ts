import {
  Finding,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';
import { QuotaEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { isHolding } from '../../notebooks/list/isHolding';
import { PlanContext } from '../definition';
import { namespaceLimits } from '../jobs/namespaceLimits';
import { PodSize } from './NotebookPlan';
import { roomFindings } from './roomFindings';
import { ServerDemand } from './ServerDemand';
import { LiveServer } from './serverTarget';

/** What the namespace says to another size: what the server holds now is given back first. */
export async function resizeRoom(
  server: LiveServer,
  pod: PodSize,
  field: ServerDemand['field'],
  { services, signal }: PlanContext,
): Promise<Finding[]> {
  const { source, namespace = '' } = server.row;
  const cluster = services.clusters.get(source);
  const room = await namespaceLimits(cluster, namespace, signal);
  if (!room) {
    return [
      {
        level: 'info',
        message: `Quota and limits of namespace ${namespace} could not be read, so the size was not checked against them.`,
      },
    ];
  }
  const holding = isHolding(server, server.workbench, services.index);
  const quotas = holding
    ? room.quotas.map(quota => without(quota, server))
    : room.quotas;
  const findings = roomFindings(
    { pod, claims: [], field },
    { quotas, limitRanges: room.limitRanges },
  );
  // A stopped one asks for nothing until somebody starts it.
  return server.workbench.state === 'stopped'
    ? findings.map(finding => ({ ...finding, level: 'warning' as const }))
    : findings;
}

function without(quota: QuotaEvidence, { workbench }: LiveServer) {
  const { cpu, memory, gpu } = workbench;
  const given: Record<string, number> = {
    'requests.cpu': amount(cpu),
    cpu: amount(cpu),
    'requests.memory': amount(memory),
    memory: amount(memory),
    // At least as much as it asks for.
    'limits.cpu': amount(cpu),
    'limits.memory': amount(memory),
    pods: 1,
    'count/pods': 1,
    ...(gpu && {
      [`requests.${gpu.key}`]: gpu.count,
      [gpu.key]: gpu.count,
    }),
  };
  const used = Object.fromEntries(
    Object.entries(quota.used).map(([key, value]) => [
      key,
      String(Math.max(0, amount(value) - (given[key] ?? 0))),
    ]),
  );
  return { ...quota, used };
}

function amount(quantity: string | undefined): number {
  return (quantity && parseQuantity(quantity)) || 0;
}
