import { branchFixture } from '../__testUtils__/branchFixtures';
import { branchOperations } from '../__testUtils__/lakeFixtures';
import { branchAction, branchActions, nextAction } from './branchActions';
import { settingsInput } from './settingsInput';

describe('actions of a branch', () => {
  it('are those that the backend tells of, in one order', () => {
    const told = branchOperations().filter(({ id }) => id !== 'lakefs:tag');
    expect(branchActions([...told].reverse()).map(({ id }) => id)).toEqual([
      'lakefs:commit',
      'lakefs:merge',
      'lakefs:discard',
      'lakefs:branch-set',
      'lakefs:branch-delete',
    ]);
    expect(branchActions([])).toEqual([]);
    expect(branchAction([], 'lakefs:revert')).toBeUndefined();
  });

  it.each([
    ['returns-wip', 'lakefs:commit'],
    ['orders-late-arrivals', 'lakefs:merge'],
    ['same-as-main', undefined],
    ['just-made', undefined],
  ] as const)('of %s come first: %s', (name, id) => {
    expect(nextAction(branchFixture(name))).toBe(id);
  });
});

describe('settingsInput', () => {
  const branch = { owner: 'user:default/ada', purpose: 'x' };
  const same = { owner: branch.owner, purpose: 'x', life: undefined };

  it.each([
    [same, {}],
    [{ ...same, purpose: ' y ' }, { purpose: 'y' }],
    // Nothing takes a purpose away: an emptied one stays as it was.
    [{ ...same, purpose: '' }, {}],
    [{ ...same, owner: 'group:default/a' }, { owner: 'group:default/a' }],
    [{ ...same, owner: undefined }, {}],
    [{ ...same, life: { days: 7 } }, { days: 7 }],
    [{ ...same, life: { days: undefined } }, { keep: true }],
  ])('of %j is %j', (settings, input) => {
    expect(settingsInput(branch, settings)).toEqual(input);
  });
});
