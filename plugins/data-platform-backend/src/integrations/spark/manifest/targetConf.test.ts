import fc from 'fast-check';
import { targetConf } from './targetConf';

const target = {
  sparkConf: { 'spark.a': 'branch', 'spark.b': 'branch' },
  sparkLists: { 'spark.sql.extensions': 'Iceberg' },
  secretEnvironment: [{ name: 'KEY', secret: 'lake', key: 'id' }],
};

describe('targetConf', () => {
  it('takes the place of the settings of the job, and says of which', () => {
    const own = { 'spark.a': 'job', 'spark.b': 'branch', 'spark.c': 'job' };
    const { conf, replaced } = targetConf(own, target);
    expect(replaced).toEqual(['spark.a']);
    expect(conf).toEqual({
      'spark.a': 'branch',
      'spark.b': 'branch',
      'spark.c': 'job',
      'spark.sql.extensions': 'Iceberg',
      'spark.kubernetes.driver.secretKeyRef.KEY': 'lake:id',
      'spark.kubernetes.executor.secretKeyRef.KEY': 'lake:id',
    });
    expect(own['spark.a']).toBe('job');
  });

  it('does not say of a value that is the same that it is replaced', () => {
    const settings = { 'spark.a': 'true', 'spark.b': '7' };
    const { replaced } = targetConf(
      { 'spark.a': true, 'spark.b': 8 },
      { ...target, sparkConf: settings },
    );
    expect(replaced).toEqual(['spark.b']);
  });

  it.each([
    ['Delta', 'Delta,Iceberg'],
    ['Delta, Iceberg', 'Delta,Iceberg'],
    [' Iceberg ,', 'Iceberg'],
    [7, 'Iceberg'],
    [undefined, 'Iceberg'],
  ])('adds to the list %j', (list, whole) => {
    const { conf, replaced } = targetConf(
      { 'spark.sql.extensions': list },
      target,
    );
    expect(conf['spark.sql.extensions']).toBe(whole);
    expect(replaced).toEqual([]);
  });

  it('gives the same once more, whatever the job had', () => {
    const key = fc.constantFrom('spark.a', 'spark.sql.extensions', 'toString');
    const value = fc.constantFrom('x', 'branch', 'Iceberg,Delta', '');
    fc.assert(
      fc.property(fc.dictionary(key, value), own => {
        const once = targetConf(own, target).conf;
        const twice = targetConf(once, target);
        expect(twice.conf).toEqual(once);
        expect(twice.replaced).toEqual([]);
      }),
    );
  });
});
