import { withRunValues } from './runValues';

const run = {
  apiVersion: 'sparkoperator.k8s.io/v1beta2',
  kind: 'SparkApplication',
  metadata: { name: 'a-1' },
  spec: {
    arguments: ['100'],
    driver: { cores: 1, memory: '1g', coreLimit: '1200m' },
    executor: {
      cores: 2,
      coreRequest: '1500m',
      coreLimit: '2',
      memory: '2g',
      instances: 3,
    },
    dynamicAllocation: { enabled: true, minExecutors: 1 },
  },
};

describe('withRunValues for the Kubeflow operator', () => {
  it.each([
    [{}, {}],
    [{ arguments: ['x'] }, { arguments: ['x'] }],
    [{ arguments: [] }, { arguments: [] }],
    [
      { driver: { memory: '4g' } },
      { driver: { cores: 1, memory: '4g', coreLimit: '1200m' } },
    ],
    [
      { executor: { cores: 4, memoryOverhead: '1g' } },
      {
        executor: {
          cores: 4,
          memory: '2g',
          memoryOverhead: '1g',
          instances: 3,
        },
      },
    ],
    [
      { executor: { instances: 8 } },
      {
        executor: { ...run.spec.executor, instances: 8 },
        dynamicAllocation: { enabled: false, minExecutors: 1 },
      },
    ],
  ])('%j', (values, changes) => {
    const before = structuredClone(run);
    expect(withRunValues(run, values).spec).toEqual({
      ...run.spec,
      ...changes,
    });
    expect(run).toEqual(before);
  });

  it('needs no specification to build on', () => {
    const bare = { ...run, spec: undefined };
    expect(withRunValues(bare, { executor: { instances: 1 } }).spec).toEqual({
      executor: { instances: 1 },
    });
  });
});
