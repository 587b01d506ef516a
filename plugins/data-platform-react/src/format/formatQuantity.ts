import { parseQuantity } from '@millrace/backstage-plugin-data-platform-common';
import { formatBytes } from './formatBytes';

/** Cores of a Kubernetes quantity: `500m` is `0.5`. What is none stays as it is. */
export function formatCores(quantity: string): string {
  const cores = parseQuantity(quantity);
  return cores === undefined ? quantity : String(Number(cores.toFixed(3)));
}

/** Memory of a Kubernetes quantity: `2Gi` is `2 GiB`. What is none stays as it is. */
export function formatMemory(quantity: string): string {
  const bytes = parseQuantity(quantity);
  return bytes === undefined ? quantity : formatBytes(bytes);
}

const VENDORS: Readonly<Record<string, string>> = {
  'nvidia.com': 'NVIDIA',
  'amd.com': 'AMD',
  'habana.ai': 'Gaudi',
  'gpu.intel.com': 'Intel',
};

/** Devices of a node by their resource key: `2 GPUs (NVIDIA)`. */
export function formatGpus(gpu: { key: string; count: number }): string {
  const [domain] = gpu.key.split('/');
  const noun = gpu.count === 1 ? 'GPU' : 'GPUs';
  return `${gpu.count} ${noun} (${VENDORS[domain] ?? gpu.key})`;
}
