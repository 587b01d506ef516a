import { RunForm, runInput, runProblems } from './runInput';
import { RunValues } from './runValues';

const defined: RunValues = {
  arguments: ['--full'],
  driver: { cores: '1', memory: '1g', memoryOverhead: '' },
  executor: { instances: '3', cores: '2', memory: '2g', memoryOverhead: '' },
  dynamic: false,
};
const form: RunForm = {
  ...defined,
  date: '',
  dateArgument: '--date={date}',
  branchText: '',
};

describe('runInput', () => {
  it('is empty for a run as defined', () => {
    expect(runInput(form, defined)).toEqual({});
  });

  it('holds what differs alone, numbers as numbers', () => {
    expect(
      runInput(
        {
          ...form,
          arguments: ['--full', '', '-v'],
          date: '2026-11-01',
          driver: { ...form.driver, cores: '2' },
          executor: { ...form.executor, memory: '4g', instances: '3' },
        },
        defined,
      ),
    ).toEqual({
      arguments: ['--full', '-v'],
      date: '2026-11-01',
      dateArgument: '--date={date}',
      driver: { cores: 2 },
      executor: { memory: '4g' },
    });
  });

  it('names the branch, without what is said of it in the list', () => {
    const branch = { source: 'lakefs', repository: 'lake', branch: 'fix' };
    expect(
      runInput({ ...form, branch: { ...branch, purpose: 'x' } }, defined),
    ).toEqual({ branch });
  });

  it('takes a field that was emptied for one that stays as defined', () => {
    const driver = { cores: '', memory: '', memoryOverhead: '' };
    expect(runInput({ ...form, driver }, defined)).toEqual({});
  });
});

describe('runProblems', () => {
  const fieldsOf = (patch: Partial<RunForm>) =>
    runProblems({ ...form, ...patch }).map(({ field }) => field);

  it('finds nothing in a form as defined', () => {
    expect(fieldsOf({})).toEqual([]);
  });

  it.each([
    ['executor.memory', { executor: { ...form.executor, memory: '2 GB' } }],
    ['executor.instances', { executor: { ...form.executor, instances: '0' } }],
    ['driver.cores', { driver: { ...form.driver, cores: '1.5' } }],
    ['branch', { branchText: 'fi' }],
    ['dateArgument', { date: '2026-11-01', dateArgument: '' }],
    ['dateArgument', { date: '2026-11-01', dateArgument: '--date' }],
  ])('finds what is wrong with %s', (field, patch) => {
    expect(fieldsOf(patch)).toEqual([field]);
  });
});
