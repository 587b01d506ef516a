import { writerProblem } from './writers';

const RULES = [
  { pattern: 'release-*', writers: ['group:default/leads'] },
  { pattern: '*-1', writers: ['user:default/ada'] },
];

describe('who alone may write to a branch', () => {
  it.each([
    ['dev', ['user:default/olga'], undefined],
    ['release-1', ['user:default/olga', 'group:default/leads'], undefined],
    ['release-1', ['user:default/ada'], 'Only group:default/leads may write'],
    ['x-1', ['user:default/ada'], undefined],
    ['release-1', [], undefined],
  ])('%s, as %j: %s', (branch, refs, expected) => {
    expect(writerProblem(RULES, branch, refs)?.split(' to ')[0]).toBe(expected);
  });
});
