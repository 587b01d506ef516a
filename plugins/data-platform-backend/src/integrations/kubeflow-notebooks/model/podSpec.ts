import { isGpuKey } from '@millrace/backstage-plugin-data-platform-common';
import { WorkbenchVolume } from '@millrace/backstage-plugin-data-platform-node';
import { amount } from '../../values/amount';
import { entriesAt, field, flagAt, textAt } from '../../values/field';
import { PodAmounts } from '../../pods/podAmounts';

/** Where images of Kubeflow keep what a person works on. A claim mounted anywhere else is data. */
const HOME = /^\/home(\/|$)|^\/root(\/|$)|^\/config(\/|$)/;

/** What a pod template asks for and mounts. */
export interface PodAsk extends PodAmounts {
  image?: string;
  serviceAccount?: string;
  volumes: readonly WorkbenchVolume[];
  /** Memory as shared memory: what a training in several processes needs. */
  shm: boolean;
}

/** Reads a pod template. @param server - name of the container that is the server; else the first counts */
export function podAsk(spec: unknown, server: string): PodAsk {
  const containers = list(spec, 'containers');
  const own =
    containers.find(each => textAt(each, 'name') === server) ?? containers[0];
  const sum = (resource: string) =>
    containers.reduce<number>(
      (total, each) => total + (requestOf(each, resource) ?? 0),
      0,
    );
  const cpuLimits = containers.map(each => limitOf(each, 'cpu'));
  const volumes = claimsOf(spec, own);
  return {
    image: textAt(own, 'image'),
    serviceAccount: textAt(spec, 'serviceAccountName'),
    cpu: sum('cpu'),
    memory: sum('memory'),
    ...(cpuLimits.every(limit => limit !== undefined) &&
      cpuLimits.length > 0 && {
        cpuLimit: cpuLimits.reduce<number>((a, b) => a + (b ?? 0), 0),
      }),
    gpu: gpuOf(containers),
    volumes,
    shm: list(spec, 'volumes').some(
      volume => textAt(volume, 'emptyDir', 'medium') === 'Memory',
    ),
  };
}

function gpuOf(containers: readonly unknown[]): PodAmounts['gpu'] {
  const counts = new Map<string, number>();
  for (const container of containers) {
    for (const [key, value] of entriesAt(container, 'resources', 'limits')) {
      const count = amount(value);
      if (isGpuKey(key) && count !== undefined && count >= 1) {
        counts.set(key, (counts.get(key) ?? 0) + count);
      }
    }
  }
  const [first] = counts;
  return first && { key: first[0], count: first[1] };
}

/** A limit without a request is a request as well. Source: kubernetes pkg/apis/core/v1/defaults.go. */
function requestOf(container: unknown, resource: string): number | undefined {
  return (
    amount(field(container, 'resources', 'requests', resource)) ??
    limitOf(container, resource)
  );
}

function limitOf(container: unknown, resource: string): number | undefined {
  return amount(field(container, 'resources', 'limits', resource));
}

/** The claims of the pod, each with where the server mounts it. */
function claimsOf(spec: unknown, server: unknown): WorkbenchVolume[] {
  const mounts = list(server, 'volumeMounts');
  let home = false;
  return list(spec, 'volumes').flatMap(volume => {
    const claim = textAt(volume, 'persistentVolumeClaim', 'claimName');
    if (!claim) {
      return [];
    }
    const mount = mounts.find(
      each => textAt(each, 'name') === textAt(volume, 'name'),
    );
    const mountPath = textAt(mount, 'mountPath');
    const isHome = !home && mountPath !== undefined && HOME.test(mountPath);
    home ||= isHome;
    const readOnly =
      flagAt(mount, 'readOnly') ||
      flagAt(volume, 'persistentVolumeClaim', 'readOnly');
    return [
      {
        claim,
        ...(mountPath && { mountPath }),
        role: isHome ? ('home' as const) : ('data' as const),
        ...(readOnly && { readOnly }),
      },
    ];
  });
}

function list(value: unknown, key: string): readonly unknown[] {
  const found = field(value, key);
  return Array.isArray(found) ? found : [];
}
