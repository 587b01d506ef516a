import { isOfSchedule, verbOf, worthShowing } from './operationVerb';

const operation = (id: string, available: boolean) => ({
  id,
  title: id,
  available,
});

describe('verbOf', () => {
  it.each([
    ['spark-job:run', 'run', false],
    ['spark:run-now', 'run', false],
    ['spark:rerun', 'rerun', false],
    ['spark:stop', 'stop', false],
    ['spark:suspend-schedule', 'suspend', true],
    ['spark:resume-schedule', 'resume', true],
    ['notebook:start', 'start', false],
    ['notebook:restart', 'restart', false],
    ['lakefs:merge', 'other', false],
    ['', 'other', false],
  ])('%s', (id, verb, ofSchedule) => {
    expect(verbOf(id)).toBe(verb);
    expect(isOfSchedule(id)).toBe(ofSchedule);
  });
});

describe('worthShowing', () => {
  it('keeps what cannot be done, but of suspend and resume what can', () => {
    const all = [
      operation('spark-job:run', true),
      operation('spark:stop', false),
      operation('spark:suspend', false),
      operation('spark:resume', false),
      operation('spark:suspend-schedule', true),
      operation('spark:resume-schedule', false),
    ];
    expect(worthShowing(all).map(({ id }) => id)).toEqual([
      'spark-job:run',
      'spark:stop',
      'spark:suspend-schedule',
    ]);
  });
});
