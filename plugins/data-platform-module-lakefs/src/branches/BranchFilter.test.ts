import fc from 'fast-check';
import {
  ALL_BRANCHES,
  BRANCH_SORTS,
  BranchFilter,
  branchFilterOf,
  branchQueryOf,
  narrowsBranches,
  withBranchFilter,
} from './BranchFilter';

const of = (url: string) => branchFilterOf(new URLSearchParams(url));

const filters = fc.record<BranchFilter>({
  text: fc.option(fc.constantFrom('a', 'x y', '&=?'), { nil: undefined }),
  health: fc.constantFrom([], ['failed'], ['suspended', 'degraded']) as never,
  reason: fc.constantFrom(undefined, 'Stale'),
  owner: fc.constantFrom(undefined, 'mine', 'user:default/ada'),
  protected: fc.constantFrom(undefined, 'yes', 'no'),
  expires: fc.constantFrom(undefined, 'over', 'day', 'week'),
  sort: fc.constantFrom(...BRANCH_SORTS),
  order: fc.constantFrom('asc', 'desc'),
  page: fc.integer({ min: 1, max: 400 }),
  pageSize: fc.constantFrom(25, 50, 100),
});

describe('BranchFilter', () => {
  it('comes back from the URL as it was written', () => {
    fc.assert(
      fc.property(filters, filter => {
        const url = withBranchFilter(new URLSearchParams('keep=1'), filter);
        expect(url.get('keep')).toBe('1');
        expect(branchFilterOf(url)).toEqual(filter);
      }),
    );
  });

  it('leaves out what makes no sense', () => {
    expect(
      of('health=red,failed&sort=size&protected=maybe&expires=toString&page=x'),
    ).toEqual({
      ...of(''),
      health: ['failed'],
    });
  });

  it('writes nothing that goes without saying', () => {
    expect(String(withBranchFilter(new URLSearchParams(), of('')))).toBe('');
  });

  it.each([
    ['expires=over', { expiresWithinHours: 0 }],
    ['expires=week', { expiresWithinHours: 168 }],
    ['owner=mine', { owner: 'user:default/ada,group:default/a' }],
    ['owner=group:default/b', { owner: 'group:default/b' }],
    ['page=3&size=100', { limit: 100, offset: 200 }],
    ['health=failed,degraded', { health: 'degraded,failed' }],
  ])('asks the server for %s', (url, query) => {
    expect(
      branchQueryOf(of(url), ['user:default/ada', 'group:default/a']),
    ).toMatchObject(query);
  });

  it('narrows until all filters are taken away', () => {
    fc.assert(
      fc.property(filters, filter => {
        expect(narrowsBranches({ ...filter, ...ALL_BRANCHES })).toBe(false);
      }),
    );
    expect(narrowsBranches(of('expires=over'))).toBe(true);
    expect(narrowsBranches(of('sort=name&page=2'))).toBe(false);
  });
});
