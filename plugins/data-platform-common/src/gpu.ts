/**
 * Whether a resource key means a GPU or another accelerator that is handed out by the piece: `nvidia.com/gpu`, `amd.com/gpu`,
 * `nvidia.com/mig-1g.5gb`, `habana.ai/gaudi`, `gpu.intel.com/i915`, with or without `requests.` of a quota.
 */
export function isGpuKey(key: string): boolean {
  const name = key.replace(/^(requests|limits)\./, '');
  return /^[\w.-]+\/(gpu|gpu\.shared|gaudi|mig-[\w.-]+)$/.test(name)
    ? true
    : name.startsWith('gpu.intel.com/');
}
