import { ManualClock } from '../../clock/ManualClock';
import { globPattern } from './globPattern';
import { IdSource } from './ids';
import { Named } from './Named';
import { isBranchId, isRepositoryId, isTagId } from './nameRules';

describe('names', () => {
  it.each(['main', '_x', 'A-', '1', 'x'.repeat(20_000)])(
    'of branches: %s',
    id => {
      expect(isBranchId(id)).toBe(true);
    },
  );
  it.each(['feature/x', 'v1.2', '-x', 'ü', '', 'a\n', 'a b'])(
    'of no branches: %j',
    id => {
      expect(isBranchId(id)).toBe(false);
    },
  );
  it.each(['v1.0-rc.1', 'größe', '-x', 'a~1', 'a@b', '.x'])(
    'of tags: %s',
    id => {
      expect(isTagId(id)).toBe(true);
    },
  );
  it.each([
    '@',
    'a/b',
    'a b',
    'a..b',
    'x.lock',
    'x.',
    'a@{b',
    'a^',
    'a\tb',
    'a:b',
  ])('of no tags: %j', id => {
    expect(isTagId(id)).toBe(false);
  });
  it('of repositories', () => {
    expect(isRepositoryId('sales-lake')).toBe(true);
    expect(isRepositoryId('ab')).toBe(false);
    expect(isRepositoryId('Sales')).toBe(false);
  });
});

describe('globPattern', () => {
  it.each([
    ['main', 'main', true],
    ['release-*', 'release-2026', true],
    ['v?', 'v12', false],
    ['{dev,test}-*', 'test-1', true],
    ['[a-c]x', 'bx', true],
    ['[!a]x', 'ax', false],
    ['a.c', 'abc', false],
    ['rel[ease', 'release', false],
  ])('%s and %s: %s', (pattern, name, matches) => {
    expect(globPattern(pattern).test(name)).toBe(matches);
  });
});

describe('IdSource', () => {
  it('makes ids of 20 characters; those of a later second come first where that is asked', () => {
    const clock = new ManualClock();
    const ids = new IdSource(clock);
    const [run, object] = [ids.latestFirst(), ids.ascending()];
    expect(run).toMatch(/^[0-9a-v]{20}$/);
    clock.advance(1_000);
    expect(ids.latestFirst() < run).toBe(true);
    expect(ids.ascending() > object).toBe(true);
  });
});

describe('Named', () => {
  it('lists from a name on, with a prefix', () => {
    const named = new Named<number>();
    ['b', 'a', 'c1', 'c2', 'd'].forEach((name, at) => named.set(name, at));
    const names = (after?: string, prefix?: string) =>
      [...named.list(after, prefix)].map(([name]) => name);
    expect(names()).toEqual(['a', 'b', 'c1', 'c2', 'd']);
    expect(names('b')).toEqual(['c1', 'c2', 'd']);
    expect(names('', 'c')).toEqual(['c1', 'c2']);
    expect(names('c1', 'c')).toEqual(['c2']);
    expect(names('bx')).toEqual(['c1', 'c2', 'd']);
    expect(names('d', 'c')).toEqual([]);
    expect(named.delete('c1')).toBe(true);
    expect(named.delete('c1')).toBe(false);
    expect(named.size).toBe(4);
  });
});
