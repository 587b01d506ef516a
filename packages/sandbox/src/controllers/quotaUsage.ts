import type { KubeObject, ResourceRef, SandboxApi } from '../types';
import { formatBinary, formatDecimal, parseQuantity } from './quantity';
import {
  CONFIG_MAPS,
  PERSISTENT_VOLUME_CLAIMS,
  PODS,
  RESOURCE_QUOTAS,
  SCHEDULED_SPARK_APPLICATIONS,
  SECRETS,
  SERVICES,
  SPARK_APPLICATIONS,
} from './refs';

/** Kinds whose objects a quota can count, by the name that the quota uses for them. */
export const COUNTED: ReadonlyMap<string, ResourceRef> = new Map(
  [
    SERVICES,
    CONFIG_MAPS,
    SECRETS,
    PERSISTENT_VOLUME_CLAIMS,
    RESOURCE_QUOTAS,
    PODS,
    SPARK_APPLICATIONS,
    SCHEDULED_SPARK_APPLICATIONS,
  ].flatMap((ref): [string, ResourceRef][] =>
    ref.group
      ? [[`count/${ref.plural}.${ref.group}`, ref]]
      : [
          [`count/${ref.plural}`, ref],
          [ref.plural, ref],
        ],
  ),
);

const COMPUTE: Record<string, ['requests' | 'limits', 'cpu' | 'memory']> = {
  cpu: ['requests', 'cpu'],
  'requests.cpu': ['requests', 'cpu'],
  memory: ['requests', 'memory'],
  'requests.memory': ['requests', 'memory'],
  'limits.cpu': ['limits', 'cpu'],
  'limits.memory': ['limits', 'memory'],
};

/** Finished pods give their share of a quota back, though the objects stay. */
export function isFinished(pod: KubeObject): boolean {
  return pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
}

/** What the containers of a pod ask for together, in cores or bytes. */
export function podResource(
  pod: KubeObject,
  section: 'requests' | 'limits',
  resource: 'cpu' | 'memory',
): number {
  const containers: { resources?: Record<string, Record<string, unknown>> }[] =
    pod.spec?.containers ?? [];
  return containers.reduce(
    (sum, container) =>
      sum + parseQuantity(container.resources?.[section]?.[resource]),
    0,
  );
}

/** `status.used` of a quota with these limits; names that this cluster cannot count are left out, as the real one does. */
export function quotaUsage(
  api: SandboxApi,
  namespace: string,
  hard: Record<string, unknown>,
): Record<string, string> {
  const used: Record<string, string> = {};
  const live = api.list(PODS, namespace).filter(pod => !isFinished(pod));
  for (const name of Object.keys(hard)) {
    const compute = COMPUTE[name];
    const counted = COUNTED.get(name);
    if (compute) {
      const sum = live.reduce(
        (total, pod) => total + podResource(pod, compute[0], compute[1]),
        0,
      );
      used[name] =
        compute[1] === 'cpu' ? formatDecimal(sum) : formatBinary(sum);
    } else if (name === 'pods') {
      used[name] = String(live.length);
    } else if (counted) {
      used[name] = String(api.list(counted, namespace).length);
    }
  }
  return used;
}
