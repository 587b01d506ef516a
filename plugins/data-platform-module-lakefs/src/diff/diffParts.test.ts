import fc from 'fast-check';
import { LakefsDiffGroup } from '@millrace/backstage-plugin-data-platform-common';
import {
  BASE,
  diffFixture,
  groupFixture,
  groupsFixture,
} from '../__testUtils__/changeFixtures';
import { bytesText, groupName, objectsText } from './diffWords';
import { mergeGroups, MOST_GROUPS, ReadGroups } from './mergeGroups';
import { sidesOf, sidesOfUncommitted } from './sides';

const group = fc.record({
  prefix: fc.constantFrom('', 'a/', 'a/b/', 'c/'),
  objects: fc.integer({ min: 0, max: 9 }),
  addedBytes: fc.integer({ min: 0, max: 9 }),
  removedBytes: fc.integer({ min: 0, max: 9 }),
  counts: fc.record(
    { added: fc.nat(9), removed: fc.nat(9), conflict: fc.nat(9) },
    { requiredKeys: [] },
  ),
  more: fc.boolean(),
});
const part = fc
  .uniqueArray(group, { selector: ({ prefix }) => prefix })
  .map((groups: LakefsDiffGroup[]) => groupsFixture(groups));

describe('mergeGroups', () => {
  it('adds up, however a difference is cut into parts', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), parts => {
        const all = parts.reduce<ReadGroups | undefined>(
          mergeGroups,
          undefined,
        )!;
        const sum = (of: (each: LakefsDiffGroup) => number) =>
          parts.flatMap(({ groups }) => groups).reduce((n, g) => n + of(g), 0);
        expect(all.objects).toBe(sum(({ objects }) => objects));
        expect(all.addedBytes).toBe(sum(({ addedBytes }) => addedBytes));
        expect(all.counts.added ?? 0).toBe(
          sum(({ counts }) => counts.added ?? 0),
        );
        const prefixes = all.groups.map(({ prefix }) => prefix);
        expect(new Set(prefixes).size).toBe(prefixes.length);
        expect(all.base).toBe(BASE);
      }),
    );
  });

  it('keeps a bounded number of groups, and tells how many have passed', () => {
    const of = (from: number) =>
      groupsFixture(
        Array.from({ length: 600 }, (_, n) => groupFixture(`t${from + n}/`)),
      );
    const all = mergeGroups(mergeGroups(undefined, of(0)), of(600));
    expect(all.groups).toHaveLength(MOST_GROUPS);
    expect(all.passed).toBe(200);
    expect(all.groups[0].prefix).toBe('t200/');
    expect(all.objects).toBe(3_600);
    // The sums are of all that was read, not of what is still kept.
    const sum = Object.values(all.counts).reduce((n, each) => n + each, 0);
    expect(sum).toBe(3_600);
  });

  it('says "at least" of a table that was jumped over, to the end', () => {
    const jumped = groupFixture('a/', { more: true });
    const all = mergeGroups(
      mergeGroups(undefined, groupsFixture([jumped], { next: 'b' })),
      groupsFixture([groupFixture('b/')]),
    );
    expect(all.more).toBe(true);
    expect(all.next).toBeUndefined();
  });
});

it.each([
  [{ objects: 1, more: false }, '1 object'],
  [{ objects: 1, more: true }, 'at least 1 object'],
  [{ objects: 20_000, more: false }, '20,000 objects'],
])('words %j', (patch, text) => {
  expect(objectsText(groupFixture('', patch))).toBe(text);
});

it('words bytes, where any are known', () => {
  const none = groupFixture('', { addedBytes: 0 });
  expect(bytesText(none)).toBeUndefined();
  expect(bytesText({ ...none, removedBytes: 2_048, more: true })).toBe(
    'at least 2 KiB removed',
  );
  expect(groupName('tables/orders/')).toBe('tables/orders');
});

describe('where to see an object', () => {
  const question = { left: 'main', right: 'f00', type: 'three_dot' } as const;
  const names = { left: 'main', right: 'mine' };
  const refs = (type: Parameters<typeof diffFixture>[1], base?: string) =>
    sidesOf(diffFixture('p', type), question, base, names).map(
      ({ ref }) => ref,
    );

  it('is before and after, as far as it was there', () => {
    expect(refs('added', BASE)).toEqual(['f00']);
    expect(refs('removed', BASE)).toEqual([BASE]);
    expect(refs('changed', BASE)).toEqual([BASE, 'f00']);
    // Of a conflict both sides are wanted, not what it was.
    expect(refs('conflict', BASE)).toEqual(['main', 'f00']);
    expect(refs('changed')).toEqual(['main', 'f00']);
  });

  it('is the other side as it is now, in a comparison of two', () => {
    expect(
      sidesOf(
        diffFixture('p', 'changed'),
        { ...question, type: 'two_dot' },
        BASE,
        names,
      )[0],
    ).toEqual({ ref: 'main', title: 'On main' });
  });

  it('is the last commit and the branch, of what is not committed', () => {
    const branch = { head: 'h', name: 'mine' };
    const of = (type: Parameters<typeof diffFixture>[1]) =>
      sidesOfUncommitted(diffFixture('p', type), branch).map(({ ref }) => ref);
    expect(of('added')).toEqual(['mine']);
    expect(of('changed')).toEqual(['h', 'mine']);
    expect(of('removed')).toEqual(['h']);
  });
});
