import { isGpuKey } from './gpu';

it.each([
  'nvidia.com/gpu',
  'amd.com/gpu',
  'requests.nvidia.com/gpu',
  'nvidia.com/mig-1g.5gb',
  'nvidia.com/gpu.shared',
  'habana.ai/gaudi',
  'gpu.intel.com/i915',
])('%s is one', key => {
  expect(isGpuKey(key)).toBe(true);
});

it.each([
  'cpu',
  'memory',
  'gpu',
  'pods',
  'example.com/gpu-quota',
  'hugepages-2Mi',
  '',
])('%s is none', key => {
  expect(isGpuKey(key)).toBe(false);
});
