import { parseQuantity } from '@millrace/backstage-plugin-data-platform-common';
import { PodSize } from './NotebookPlan';

const MEBI = 2 ** 20;

/** What a person asks for one server. */
export interface WantedSize {
  /** Quantities. */
  cpu: string;
  memory: string;
  gpu?: { key: string; count: number };
  /** Limits of CPU and memory over their requests; 0: no limits. */
  limitFactor: number;
}

/**
 * Requests and limits of the container. A GPU is a limit alone: Kubernetes takes the request from it.
 * @see kubeflow/notebooks, crud-web-apps/jupyter, form.py
 */
export function containerResources(size: WantedSize): {
  requests: Record<string, string>;
  limits?: Record<string, string>;
} {
  const { cpu, memory, gpu } = size;
  const { cpuLimit, memoryLimit } = podSize(size);
  const limits = {
    ...(cpuLimit !== undefined && { cpu: String(cpuLimit) }),
    ...(memoryLimit !== undefined && {
      memory: `${Math.round(memoryLimit / MEBI)}Mi`,
    }),
    ...(gpu && { [gpu.key]: String(gpu.count) }),
  };
  return {
    requests: { cpu, memory },
    ...(Object.keys(limits).length > 0 && { limits }),
  };
}

/** The same in numbers. */
export function podSize({
  cpu,
  memory,
  gpu,
  limitFactor,
}: WantedSize): PodSize {
  const cores = parseQuantity(cpu) ?? 0;
  const bytes = parseQuantity(memory) ?? 0;
  return {
    cpu: cores,
    memory: bytes,
    ...(limitFactor > 0 && {
      cpuLimit: Math.ceil(cores * limitFactor * 1_000 - 1e-6) / 1_000,
      memoryLimit: Math.ceil((bytes * limitFactor) / MEBI - 1e-6) * MEBI,
    }),
    ...(gpu && { gpu }),
  };
}
