import type { Clock, KubeObject, SandboxApi } from '../../types';
import { NODES } from '../refs';
import { timestamp } from '../../clock/timestamps';

interface NodeShape {
  name: string;
  address: string;
  cpu: string;
  memory: string;
  zone: string;
  gpus?: { resource: string; count: number; product: string };
}

/** Three workers, one of them with GPUs: small enough that asking for too much is easy, large enough for ten ordinary jobs. */
const SHAPES: readonly NodeShape[] = [
  {
    name: 'sandbox-worker-1',
    address: '10.89.0.11',
    cpu: '8',
    memory: '32Gi',
    zone: 'sandbox-a',
  },
  {
    name: 'sandbox-worker-2',
    address: '10.89.0.12',
    cpu: '8',
    memory: '32Gi',
    zone: 'sandbox-b',
  },
  {
    name: 'sandbox-worker-3',
    address: '10.89.0.13',
    cpu: '16',
    memory: '64Gi',
    zone: 'sandbox-c',
    gpus: { resource: 'nvidia.com/gpu', count: 2, product: 'NVIDIA-L4' },
  },
];

function nodeObject(shape: NodeShape, now: number) {
  const resources = {
    cpu: shape.cpu,
    memory: shape.memory,
    pods: '110',
    'ephemeral-storage': '200Gi',
    ...(shape.gpus && { [shape.gpus.resource]: String(shape.gpus.count) }),
  };
  const condition = (
    type: string,
    status: string,
    reason: string,
    message: string,
  ) => ({
    type,
    status,
    reason,
    message,
    lastHeartbeatTime: timestamp(now),
    lastTransitionTime: timestamp(now),
  });
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: shape.name,
      labels: {
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': shape.name,
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/zone': shape.zone,
        ...(shape.gpus && { 'nvidia.com/gpu.product': shape.gpus.product }),
      },
    },
    spec: {},
    status: {
      capacity: resources,
      allocatable: resources,
      addresses: [
        { type: 'InternalIP', address: shape.address },
        { type: 'Hostname', address: shape.name },
      ],
      conditions: [
        condition(
          'MemoryPressure',
          'False',
          'KubeletHasSufficientMemory',
          'kubelet has sufficient memory available',
        ),
        condition(
          'DiskPressure',
          'False',
          'KubeletHasNoDiskPressure',
          'kubelet has no disk pressure',
        ),
        condition(
          'Ready',
          'True',
          'KubeletReady',
          'kubelet is posting ready status',
        ),
      ],
      nodeInfo: {
        architecture: 'amd64',
        containerRuntimeVersion: 'containerd://2.1.4',
        kubeletVersion: 'v1.36.2',
        operatingSystem: 'linux',
        osImage: 'Millrace sandbox',
      },
      images: [],
    },
  };
}

/** Registers the nodes of the sandbox where they are missing, and says of the others what they have now. */
export function registerNodes(api: SandboxApi, clock: Clock): void {
  for (const shape of SHAPES) {
    const { status, ...node } = nodeObject(shape, clock.now());
    const known = api.get(NODES, undefined, shape.name);
    if (known) {
      const { capacity, allocatable } = status;
      const grown = { ...known.status, capacity, allocatable };
      api.updateStatus(NODES, { ...known, status: grown });
      continue;
    }
    const created = api.create(NODES, undefined, node);
    api.updateStatus(NODES, { ...created, status });
  }
}

/** The address by which a node is known to its pods. */
export function nodeAddress(node: KubeObject | undefined): string {
  const addresses: { type: string; address: string }[] =
    node?.status?.addresses ?? [];
  return (
    addresses.find(({ type }) => type === 'InternalIP')?.address ?? '10.89.0.10'
  );
}
