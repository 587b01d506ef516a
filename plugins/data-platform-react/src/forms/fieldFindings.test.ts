import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { sortFindings } from './fieldFindings';

const at = (field?: string): Finding => ({
  level: 'error',
  message: 'x',
  field,
});
const FIELDS = [
  'executor',
  'executor.memory',
  'arguments',
  'jobs[1]',
  'jobs[10]',
];

describe('sortFindings', () => {
  it.each([
    ['executor.memory', 'executor.memory'],
    ['executor.cores', 'executor'],
    ['input.arguments', 'arguments'],
    ['arguments[2]', 'arguments'],
    ['spec.executor.memory', 'executor.memory'],
    ['spec.template.executor.memory', 'executor.memory'],
    ['spec.sparkConf.spark.executor.memory', 'executor.memory'],
    ['jobs[1].name', 'jobs[1]'],
    ['jobs[10]', 'jobs[10]'],
  ])('puts %s to %s', (field, expected) => {
    const { byField, rest } = sortFindings([at(field)], FIELDS);
    expect([...byField.keys()]).toEqual([expected]);
    expect(rest).toEqual([]);
  });

  it.each([[undefined], ['executors'], ['spec.image'], ['metadata.name']])(
    'leaves %s to the end of the form',
    field => {
      const { byField, rest } = sortFindings([at(field)], FIELDS);
      expect(byField.size).toBe(0);
      expect(rest).toEqual([at(field)]);
    },
  );

  it('loses none', () => {
    const all = [at('arguments'), at('arguments[0]'), at(), at('spec.x')];
    const { byField, rest } = sortFindings(all, FIELDS);
    expect(byField.get('arguments')).toHaveLength(2);
    expect(rest).toHaveLength(2);
  });
});
