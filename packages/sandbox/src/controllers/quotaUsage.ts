import { podResources } from '../admission/limitRanger';
import { usageOf } from '../admission/resourceQuota';
import {
  addQuantities,
  formatQuantity,
  parseQuantity,
  quantityToNumber,
  ZERO,
} from '../quantity/Quantity';
import type { KubeObject, ResourceRef, SandboxApi } from '../types';
import {
  APACHE_SPARK_APPLICATIONS,
  CONFIG_MAPS,
  DEPLOYMENTS,
  NOTEBOOKS,
  PERSISTENT_VOLUME_CLAIMS,
  PODS,
  RESOURCE_QUOTAS,
  SCHEDULED_SPARK_APPLICATIONS,
  SECRETS,
  SERVICES,
  SPARK_APPLICATIONS,
  SPARK_CLUSTERS,
  SPARK_CONNECTS,
  STATEFUL_SETS,
  WORKSPACES,
} from './refs';
import { isServed } from './isServed';

/** Kinds that quotas limit here, where they are served. */
const COUNTED: readonly ResourceRef[] = [
  PODS,
  SERVICES,
  CONFIG_MAPS,
  SECRETS,
  PERSISTENT_VOLUME_CLAIMS,
  RESOURCE_QUOTAS,
  SPARK_APPLICATIONS,
  SCHEDULED_SPARK_APPLICATIONS,
  SPARK_CONNECTS,
  APACHE_SPARK_APPLICATIONS,
  SPARK_CLUSTERS,
  DEPLOYMENTS,
  STATEFUL_SETS,
  NOTEBOOKS,
  WORKSPACES,
];

/** The kinds that quotas limit in a cluster: those that it serves. */
export function countedKinds(api: SandboxApi): ResourceRef[] {
  return COUNTED.filter(ref => isServed(api, ref));
}

/** Counts of Services by type, which admission leaves alone here: the sandbox makes no load balancer and opens no port. */
const SERVICE_TYPES: Record<string, string> = {
  'services.loadbalancers': 'LoadBalancer',
  'services.nodeports': 'NodePort',
};

/** What pods and claims ask for; extended resources, such as `requests.nvidia.com/gpu`, are limited by what is requested. */
const COMPUTE =
  /^(?:(?:requests\.|limits\.)?(?:cpu|memory|storage)|requests\.[^/]+\/.+)$/;

/** Whether a pod has ended. Finished pods give their share of a quota and of their node back, though the objects stay. */
export function isFinished(pod: KubeObject): boolean {
  return pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
}

/** What the containers of a pod request together, in cores, bytes or pieces. */
export function podRequest(pod: KubeObject, resource: string): number {
  const quantity = parseQuantity(podResources(pod).requests[resource]);
  return quantity ? quantityToNumber(quantity) : 0;
}

function countedBy(name: string, ref: ResourceRef): boolean {
  const counted = ref.group ? `${ref.plural}.${ref.group}` : ref.plural;
  if (name === `count/${counted}` || name === counted) return true;
  if (!COMPUTE.test(name)) return false;
  return name === 'requests.storage'
    ? ref === PERSISTENT_VOLUME_CLAIMS
    : ref === PODS;
}

/** `status.used` of a quota with these limits; names that this cluster cannot count are left out, as the real one does. */
export function quotaUsage(
  api: SandboxApi,
  namespace: string,
  hard: Record<string, unknown>,
): Record<string, string> {
  const used: Record<string, string> = {};
  for (const name of Object.keys(hard)) {
    const type = SERVICE_TYPES[name];
    if (type) {
      const services = api.list(SERVICES, namespace);
      const count = services.filter(service => service.spec?.type === type);
      used[name] = String(count.length);
      continue;
    }
    const ref = COUNTED.find(candidate => countedBy(name, candidate));
    if (!ref || !isServed(api, ref)) continue;
    const sum = api
      .list(ref, namespace)
      .filter(
        object => ref !== PODS || name === 'count/pods' || !isFinished(object),
      )
      .map(object => usageOf(ref, object)[name] ?? ZERO)
      .reduce(addQuantities, ZERO);
    used[name] = formatQuantity(sum);
  }
  return used;
}
