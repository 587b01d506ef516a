import fc from 'fast-check';
import { DEFINITION } from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { runValuesOf } from './runValues';

const APACHE = `apiVersion: spark.apache.org/v1
kind: SparkApplication
spec:
  driverArgs: ['100']
  sparkConf:
    spark.driver.memory: 2g
    spark.executor.cores: '4'
    spark.executor.instances: '5'
    spark.dynamicAllocation.enabled: 'true'
`;

describe('runValuesOf', () => {
  it('reads a SparkApplication of Kubeflow', () => {
    expect(runValuesOf(DEFINITION)).toEqual({
      arguments: ['--full', '--date=2026-11-21'],
      driver: { cores: '1', memory: '1g', memoryOverhead: '' },
      executor: {
        instances: '3',
        cores: '2',
        memory: '2g',
        memoryOverhead: '',
      },
      dynamic: false,
    });
  });

  it('reads the template of a schedule', () => {
    const scheduled = `kind: ScheduledSparkApplication
spec:
  schedule: '@daily'
  template:
    arguments: [7]
    executor: {instances: 2, memoryOverhead: 512m}
    dynamicAllocation: {enabled: true}
`;
    expect(runValuesOf(scheduled)).toMatchObject({
      arguments: ['7'],
      executor: { instances: '2', memoryOverhead: '512m' },
      dynamic: true,
    });
  });

  it('reads a SparkApplication of Apache', () => {
    expect(runValuesOf(APACHE)).toMatchObject({
      arguments: ['100'],
      driver: { memory: '2g' },
      executor: { instances: '5', cores: '4', memory: '' },
      dynamic: true,
    });
    expect(
      runValuesOf(
        'spec: {applicationTolerations: {instanceConfig: {initExecutors: 3}}}',
      ).executor.instances,
    ).toBe('3');
  });

  it('is empty for what it cannot read, and never throws', () => {
    expect(runValuesOf(undefined).arguments).toEqual([]);
    fc.assert(
      fc.property(fc.string(), text => {
        runValuesOf(text);
        return true;
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        runValuesOf(JSON.stringify({ spec: value }));
        return true;
      }),
    );
  });
});
