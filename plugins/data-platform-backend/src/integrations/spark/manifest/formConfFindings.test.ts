import { DENIED_CONF } from '../../spark-apache/manifest/deniedConf';
import { DENIED_SPARK_CONF } from '../../spark-kubeflow/manifest/deniedConf';
import { formConfFindings } from './formConfFindings';

it('lets settings pass that only Spark knows', () => {
  expect(formConfFindings({ 'spark.sql.shuffle.partitions': '8' })).toEqual([]);
  expect(formConfFindings()).toEqual([]);
});

it.each([
  ['spark.executor.memory', 'Use the field executor.memory.'],
  ['spark.dynamicAllocation.maxExecutors', 'Use the field dynamic.max.'],
  ['spark.kubernetes.container.image', 'Use the field image.'],
  ['spark.master', 'Leave it out: the operator sets it.'],
])('sends %s to its place', (key, remedy) => {
  expect(formConfFindings({ [key]: 'x' })).toEqual([
    expect.objectContaining({
      level: 'error',
      field: `sparkConf["${key}"]`,
      remedy,
    }),
  ]);
});

it('is no trap for names that every object has', () => {
  const hostile = JSON.parse('{"constructor": "x", "__proto__": "y"}');
  expect(formConfFindings(hostile)).toEqual([]);
});

it('leaves nothing to either operator that would be refused in silence', () => {
  const refusedByBoth = Object.keys(DENIED_SPARK_CONF).filter(
    key => !(key in DENIED_CONF) && !/container\.image$/.test(key),
  );
  for (const key of refusedByBoth) {
    expect(formConfFindings({ [key]: 'x' })).toHaveLength(1);
  }
});
