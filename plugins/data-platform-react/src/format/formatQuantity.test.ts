import { formatCores, formatGpus, formatMemory } from './formatQuantity';

describe('formatCores', () => {
  it.each([
    ['500m', '0.5'],
    ['2', '2'],
    ['0.1', '0.1'],
    ['100n', '0'],
    ['many', 'many'],
  ])('%s is %s', (quantity, text) => {
    expect(formatCores(quantity)).toBe(text);
  });
});

describe('formatMemory', () => {
  it.each([
    ['2Gi', '2 GiB'],
    ['1536Mi', '1.5 GiB'],
    ['0', '0 B'],
    ['lots', 'lots'],
  ])('%s is %s', (quantity, text) => {
    expect(formatMemory(quantity)).toBe(text);
  });
});

describe('formatGpus', () => {
  it.each([
    ['nvidia.com/gpu', 1, '1 GPU (NVIDIA)'],
    ['amd.com/gpu', 2, '2 GPUs (AMD)'],
    ['example.com/tpu', 4, '4 GPUs (example.com/tpu)'],
  ])('%s × %s is %s', (key, count, text) => {
    expect(formatGpus({ key, count })).toBe(text);
  });
});
