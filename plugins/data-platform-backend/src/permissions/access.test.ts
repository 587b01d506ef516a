import { AuthorizeResult } from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import { toAccess } from './access';
import { NATURES } from './natures';
import { Visible } from './platformResourceRef';
import { dataPlatformConditions, platformRules } from './rules';

const conditional = (conditions: object) =>
  toAccess({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'data-platform',
    resourceType: 'data-platform-resource',
    conditions: conditions as never,
  });

const mine = dataPlatformConditions.isOwner({ claims: ['group:default/a'] });
const sales = dataPlatformConditions.inDomain({
  domains: ['domain:default/s'],
});
const runs = dataPlatformConditions.hasNature({ natures: ['run'] });

const row = (parts: Partial<Visible>): Visible => ({ nature: 'run', ...parts });
const owned = row({ ownerRef: 'group:default/a' });
const inSales = row({ domainRef: 'domain:default/s' });

describe('toAccess', () => {
  it('opens and closes all', () => {
    expect(toAccess({ result: AuthorizeResult.ALLOW }).allows(row({}))).toBe(
      true,
    );
    const none = toAccess({ result: AuthorizeResult.DENY });
    expect(none.allows(owned)).toBe(false);
    expect(none.denied).toBe(true);
  });

  it.each([
    ['one rule', mine, owned, true],
    [
      'one rule, another owner',
      mine,
      row({ ownerRef: 'group:default/b' }),
      false,
    ],
    ['no owner', mine, row({}), false],
    ['all of', { allOf: [mine, runs] }, owned, true],
    ['all of, one fails', { allOf: [mine, sales] }, owned, false],
    ['any of', { anyOf: [mine, sales] }, inSales, true],
    ['any of nothing that holds', { anyOf: [mine, sales] }, row({}), false],
    ['not', { not: mine }, inSales, true],
    [
      'not, nested',
      { allOf: [{ not: { anyOf: [mine] } }, runs] },
      owned,
      false,
    ],
  ])('%s', (_name, conditions, resource, expected) => {
    expect(conditional(conditions).allows(resource)).toBe(expected);
  });

  it('refuses a rule that does not exist, and params that do not fit', () => {
    const base = { resourceType: 'data-platform-resource' };
    expect(() =>
      conditional({ ...base, rule: 'IS_ADMIN', params: {} }),
    ).toThrow(/IS_ADMIN/);
    expect(() =>
      conditional({ ...base, rule: 'IS_OWNER', params: { claims: 'all' } }),
    ).toThrow();
    expect(() => conditional({ ...base, rule: 'IS_OWNER' })).toThrow();
  });

  it('has one key for the same claims in any order, and another for others', () => {
    const key = (claims: string[]) =>
      conditional(dataPlatformConditions.isOwner({ claims })).key;
    expect(key(['b', 'a'])).toBe(key(['a', 'b']));
    expect(key(['a'])).not.toBe(key(['b']));
    expect(key(['a'])).not.toBe(
      conditional(dataPlatformConditions.inDomain({ domains: ['a'] })).key,
    );
  });

  it('judges by filter and by rule alike', () => {
    const ref = fc.constantFrom('x:default/1', 'x:default/2', 'x:default/3');
    fc.assert(
      fc.property(
        fc.record({
          ownerRef: fc.option(ref, { nil: undefined }),
          domainRef: fc.option(ref, { nil: undefined }),
          nature: fc.constantFrom(...NATURES),
        }),
        fc.array(ref),
        fc.array(fc.constantFrom(...NATURES)),
        (resource, refs, natures) => {
          const pairs = [
            [
              dataPlatformConditions.isOwner({ claims: refs }),
              platformRules.isOwner.apply(resource, { claims: refs }),
            ],
            [
              dataPlatformConditions.inDomain({ domains: refs }),
              platformRules.inDomain.apply(resource, { domains: refs }),
            ],
            [
              dataPlatformConditions.hasNature({ natures }),
              platformRules.hasNature.apply(resource, { natures }),
            ],
          ] as const;
          for (const [condition, applied] of pairs) {
            expect(conditional(condition).allows(resource)).toBe(applied);
          }
        },
      ),
    );
  });
});
