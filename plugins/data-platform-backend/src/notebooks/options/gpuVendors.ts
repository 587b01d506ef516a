import { isGpuKey } from '@millrace/backstage-plugin-data-platform-common';

/** Vendors by the domain of their resource keys. */
const VENDORS: Readonly<Record<string, string>> = {
  'nvidia.com': 'NVIDIA',
  'amd.com': 'AMD',
  'gpu.intel.com': 'Intel',
  'habana.ai': 'Intel Gaudi',
};
/**
 * The vendor of a resource key of nodes and pods, for people; undefined where the key is no accelerator.
 * @see kubernetes.io, device plugins
 */
export function gpuVendor(key: string): string | undefined {
  if (!isGpuKey(key)) return undefined;
  const domain = key.slice(0, key.indexOf('/'));
  return VENDORS[domain] ?? domain;
}
