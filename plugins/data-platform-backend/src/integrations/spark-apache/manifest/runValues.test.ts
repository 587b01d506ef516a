import { withRunValues } from './runValues';

const run = {
  apiVersion: 'spark.apache.org/v1',
  kind: 'SparkApplication',
  metadata: { name: 'a-1' },
  spec: {
    driverArgs: ['100'],
    sparkConf: {
      'spark.executor.cores': '2',
      'spark.executor.memory': '2g',
      'spark.kubernetes.executor.request.cores': '1500m',
      'spark.dynamicAllocation.enabled': 'true',
    },
    applicationTolerations: {
      resourceRetainPolicy: 'OnFailure',
      instanceConfig: { minExecutors: 1 },
    },
  },
};

describe('withRunValues for the Apache operator', () => {
  it('writes sizes as settings of Spark', () => {
    const before = structuredClone(run);
    const changed = withRunValues(run, {
      arguments: ['x'],
      driver: { cores: 2, memory: '1g' },
      executor: { cores: 4, memoryOverhead: '512m' },
    });
    expect(changed.spec).toEqual({
      ...run.spec,
      driverArgs: ['x'],
      sparkConf: {
        'spark.driver.cores': '2',
        'spark.driver.memory': '1g',
        'spark.executor.cores': '4',
        'spark.executor.memory': '2g',
        'spark.executor.memoryOverhead': '512m',
        'spark.dynamicAllocation.enabled': 'true',
      },
    });
    expect(run).toEqual(before);
  });

  it('means a number of executors as it is said', () => {
    expect(withRunValues(run, { executor: { instances: 8 } }).spec).toEqual({
      ...run.spec,
      sparkConf: {
        ...run.spec.sparkConf,
        'spark.executor.instances': '8',
        'spark.dynamicAllocation.enabled': 'false',
      },
      applicationTolerations: { resourceRetainPolicy: 'OnFailure' },
    });
  });

  it('changes nothing where nothing is asked', () => {
    expect(withRunValues(run, {})).toEqual(run);
  });
});
