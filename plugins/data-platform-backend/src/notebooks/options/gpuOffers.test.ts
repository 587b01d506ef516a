import fc from 'fast-check';
import { gpuOffers } from './gpuOffers';
import { gpuVendor } from './gpuVendors';

const node = (name: string, allocatable: object, more: object = {}) => ({
  metadata: { name },
  spec: {},
  status: { allocatable, conditions: [{ type: 'Ready', status: 'True' }] },
  ...more,
});
const pod = (nodeName: string, count: number, more: object = {}) => ({
  spec: {
    nodeName,
    containers: [{ resources: { limits: { 'nvidia.com/gpu': `${count}` } } }],
  },
  status: { phase: 'Running' },
  ...more,
});

describe('GPUs that nodes offer', () => {
  it('are counted by key, with what is free in all and on one node', () => {
    const nodes = [
      node('a', { cpu: '8', 'nvidia.com/gpu': '4', 'amd.com/gpu': 1 }),
      node('b', { 'nvidia.com/gpu': '2' }),
      node('c', { cpu: '4' }),
    ];
    expect(gpuOffers(nodes, [pod('a', 3), pod('b', 1), pod('c', 9)])).toEqual([
      {
        key: 'amd.com/gpu',
        vendor: 'AMD',
        offered: 1,
        free: 1,
        largestFree: 1,
      },
      {
        key: 'nvidia.com/gpu',
        vendor: 'NVIDIA',
        offered: 6,
        free: 2,
        largestFree: 1,
      },
    ]);
  });

  it('are not free on nodes that take no pods', () => {
    const nodes = [
      node(
        'cordoned',
        { 'nvidia.com/gpu': '4' },
        { spec: { unschedulable: true } },
      ),
      node(
        'down',
        {},
        {
          status: {
            allocatable: { 'nvidia.com/gpu': '4' },
            conditions: [{ type: 'Ready', status: 'Unknown' }],
          },
        },
      ),
    ];
    expect(gpuOffers(nodes, [])).toMatchObject([{ offered: 8, free: 0 }]);
  });

  it('are held by pods that live, by the most that one asks for at a time', () => {
    const nodes = [node('a', { 'nvidia.com/gpu': '8' })];
    const gpu = (count: number) => ({
      resources: { requests: { 'nvidia.com/gpu': count } },
    });
    const init = {
      spec: {
        nodeName: 'a',
        initContainers: [gpu(3), { ...gpu(1), restartPolicy: 'Always' }],
        containers: [gpu(1)],
      },
      status: { phase: 'Pending' },
    };
    const ended = pod('a', 4, { status: { phase: 'Succeeded' } });
    expect(gpuOffers(nodes, [init, ended])).toMatchObject([{ free: 5 }]);
  });

  it('say nothing of what is free where pods cannot be read', () => {
    const [offer] = gpuOffers(
      [node('a', { 'nvidia.com/gpu': '1' })],
      undefined,
    );
    expect(offer).toEqual({
      key: 'nvidia.com/gpu',
      vendor: 'NVIDIA',
      offered: 1,
    });
  });

  it.each([
    ['nvidia.com/mig-1g.5gb', 'NVIDIA'],
    ['habana.ai/gaudi', 'Intel Gaudi'],
    ['gpu.intel.com/i915', 'Intel'],
    ['example.com/gpu', 'example.com'],
    ['hugepages-2Mi', undefined],
    ['vpc.amazonaws.com/pod-eni', undefined],
    ['cpu', undefined],
  ])('%s is of %s', (key, vendor) => {
    expect(gpuVendor(key)).toBe(vendor);
  });

  it('never throws, and never has more free than there is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.anything()),
        fc.array(fc.anything()),
        (nodes, pods) => {
          for (const offer of gpuOffers(nodes, pods)) {
            expect(offer.free).toBeLessThanOrEqual(offer.offered);
          }
        },
      ),
    );
  });
});
