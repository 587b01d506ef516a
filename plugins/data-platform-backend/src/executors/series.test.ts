import fc from 'fast-check';
import { anyLives, area, life, MINUTE, T0 } from './__testUtils__/lives';
import { lifeTimes } from './ExecutorLife';
import { addSeries, stepSeries } from './stepSeries';
import { thinSeries } from './thinSeries';
import { totalsOf } from './totals';

const UNTIL = T0 + 8e7;
const told = (points: { at: number; running: number; pending: number }[]) =>
  points.map(
    ({ at, running, pending }) =>
      `${(at - T0) / MINUTE}: ${running}+${pending}`,
  );

describe('stepSeries', () => {
  it('tells changes, those of one moment once', () => {
    const lives = [
      life('a', 0, 1, 10),
      life('b', 0, 1),
      life('c', 2),
      life('d', 2, undefined, 5),
    ];
    expect(told(stepSeries(lives, UNTIL))).toEqual([
      '0: 0+2',
      '1: 2+0',
      '2: 2+2',
      '5: 2+1',
      '10: 1+1',
    ]);
  });

  it('keeps what clocks of nodes put in a wrong order in the right one', () => {
    expect(told(stepSeries([life('a', 5, 3, 4)], UNTIL))).toEqual([]);
    expect(told(stepSeries([life('a', 5, 3, 9)], UNTIL))).toEqual([
      '5: 1+0',
      '9: 0+0',
    ]);
  });

  it('never goes below zero nor back in time, and its area is the sum of all lives', () => {
    fc.assert(
      fc.property(anyLives, lives => {
        const points = stepSeries(lives, UNTIL);
        points.forEach(({ at, running, pending }, index) => {
          expect(running).toBeGreaterThanOrEqual(0);
          expect(pending).toBeGreaterThanOrEqual(0);
          expect(at).toBeGreaterThan(points[index - 1]?.at ?? -Infinity);
        });
        const { executorHours } = totalsOf(lives, UNTIL);
        expect(area(points, UNTIL) / 3_600_000).toBeCloseTo(executorHours, 6);
      }),
    );
  });

  it('is the same in parts and as a whole', () => {
    fc.assert(
      fc.property(anyLives, fc.nat(60), (lives, cut) => {
        const parts = addSeries(
          stepSeries(lives.slice(0, cut), UNTIL),
          stepSeries(lives.slice(cut), UNTIL),
        );
        expect(parts).toEqual(stepSeries(lives, UNTIL));
      }),
    );
  });
});

describe('totalsOf', () => {
  it('counts hours of pods that ran, by what they reserve', () => {
    const lives = [life('a', 0, 0, 30), life('b', 0, 30), life('c', 0)];
    expect(totalsOf(lives, T0 + 60 * MINUTE)).toEqual({
      executorHours: 1,
      coreHours: 2,
      memoryGiBHours: 4,
      gpuHours: 0,
    });
  });

  it('never counts less than nothing, nor longer than from creation to end', () => {
    fc.assert(
      fc.property(anyLives, lives => {
        for (const each of lives) {
          const { created, ended } = lifeTimes(each, UNTIL);
          const { executorHours } = totalsOf([each], UNTIL);
          expect(executorHours).toBeGreaterThanOrEqual(0);
          expect(executorHours * 3_600_000).toBeLessThanOrEqual(
            ended - created + 1e-3,
          );
        }
      }),
    );
  });
});

describe('thinSeries', () => {
  const anySteps = fc
    .array(
      fc.record({
        gap: fc.integer({ min: 1, max: 100_000 }),
        running: fc.integer({ min: 0, max: 1000 }),
        pending: fc.integer({ min: 0, max: 100 }),
      }),
      { minLength: 2, maxLength: 400 },
    )
    .map(steps => {
      let at = T0;
      return steps.map(({ gap, ...counts }) => {
        at += gap;
        return { at, ...counts };
      });
    });

  it('leaves alone what is few', () => {
    const points = stepSeries([life('a', 0, 1, 2)], UNTIL);
    expect(thinSeries(points, 500)).toEqual(points);
  });

  it('keeps peak, area, end and order', () => {
    fc.assert(
      fc.property(anySteps, fc.integer({ min: 5, max: 60 }), (points, max) => {
        const thinned = thinSeries(points, max);
        const end = points.at(-1)!;
        expect(thinned.length).toBeLessThanOrEqual(max);
        expect(Math.max(...thinned.map(each => each.running))).toBe(
          Math.max(...points.map(each => each.running)),
        );
        expect(thinned.at(-1)).toMatchObject({ running: end.running });
        thinned.forEach(({ at, running }, index) => {
          expect(running).toBeGreaterThanOrEqual(0);
          expect(at).toBeGreaterThan(thinned[index - 1]?.at ?? -Infinity);
        });
        // Times are whole milliseconds: a piece may be off by two of them at its highest level.
        expect(
          Math.abs(area(thinned, end.at) - area(points, end.at)),
        ).toBeLessThanOrEqual(max * 1000);
      }),
    );
  });

  it('tells how many were busy in the mean, and no more than ran', () => {
    const points = Array.from({ length: 1000 }, (_, n) => ({
      at: T0 + n * 1000,
      running: 4,
      pending: n % 3,
      busy: n % 2 === 0 ? 4 : 2,
    }));
    const thinned = thinSeries(points, 100);
    expect(thinned.slice(0, -1).every(each => each.busy === 3)).toBe(true);
    expect(thinned[0].pending).toBe(2);
  });
});
