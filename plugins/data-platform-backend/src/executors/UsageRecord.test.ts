import fc from 'fast-check';
import {
  anyLives,
  life,
  MINUTE,
  span,
  T0,
  usageOf,
} from './__testUtils__/lives';
import { figuresOf } from './figures';
import { executorsIn, foldLives, MAX_LIVES, mergeUsage } from './UsageRecord';
import { parseUsage, usageText } from './usageText';

const hours = (usage: Parameters<typeof figuresOf>[0]) =>
  figuresOf(usage, T0 + 60 * MINUTE).executorHours;

describe('mergeUsage', () => {
  it('counts an executor once that two replicas have seen', () => {
    const a = usageOf([life('x', 0, 0, 30), life('y', 0, 0)]);
    const b = usageOf([life('y', 0, 0, 60), life('z', 0, 30, 60)]);
    expect(hours(mergeUsage(a, b))).toBe(2);
  });

  it('is the same in any order, and the same again changes nothing', () => {
    fc.assert(
      fc.property(anyLives, anyLives, (a, b) => {
        const [left, right] = [usageOf(a), usageOf(b)];
        const both = mergeUsage(left, right);
        const byId = (usage: typeof both) =>
          [...usage.lives].sort((x, y) => (x.id < y.id ? -1 : 1));
        expect(byId(mergeUsage(right, left))).toEqual(byId(both));
        expect(mergeUsage(both, right)).toEqual(both);
        expect(mergeUsage(both, both)).toEqual(both);
      }),
    );
  });

  it.each([
    [
      'one that saw it all, before one that came late',
      [true, true],
      [false, true],
      true,
    ],
    [
      'one that came late, before one that saw it all',
      [false, false],
      [true, true],
      true,
    ],
    [
      'one that stopped, before one that came late',
      [true, false],
      [false, true],
      false,
    ],
    ['two that saw it all', [true, false], [true, false], true],
    ['two that came late', [false, true], [false, true], false],
  ] as const)('%s', (_name, [aWhole, aEnded], [bWhole, bEnded], whole) => {
    const a = usageOf([], { complete: aWhole, ended: aEnded });
    const b = usageOf([], { complete: bWhole, ended: bEnded });
    expect(mergeUsage(a, b).complete).toBe(whole);
  });

  it('never counts twice what one of them has summed up already', () => {
    const lives = [life('x', 0, 0, 30), life('y', 0, 0, 60)];
    const early = usageOf([lives[0]]);
    const late = usageOf([lives[1]], {
      folded: foldLives([lives[0]], undefined),
    });
    expect(hours(mergeUsage(early, late))).toBe(1.5);
    expect(hours(mergeUsage(late, early))).toBe(1.5);
  });
});

describe('usageText', () => {
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(anyLives, lives => {
        const usage = usageOf(lives, {
          busy: [span(0, 1, 2)],
          wanted: { dynamic: true, min: 1, max: 9, instances: 1 },
        });
        expect(parseUsage(usageText(usage))).toEqual(usage);
      }),
    );
  });

  it('is small, and stays bounded', () => {
    const lives = Array.from({ length: MAX_LIVES + 500 }, (_, n) =>
      life(`0b1d9e0e-5a0f-4c5e-9d1c-${n}`, n, n, n + 6),
    );
    const text = usageText(usageOf(lives));
    expect(text.length).toBeLessThan(200_000);
    const read = parseUsage(text)!;
    expect(executorsIn(read)).toBe(lives.length);
    expect(figuresOf(read).executorHours).toBeCloseTo(lives.length / 10, 6);
  });

  it('leaves alone what another version wrote', () => {
    expect(parseUsage('{"version":2,"rows":[]}')).toBeUndefined();
  });
});
