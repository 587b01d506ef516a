import fc from 'fast-check';
import { life, MINUTE, span, T0 } from './__testUtils__/lives';
import { addReading, BusySpan, mergeSpans } from './BusySpans';
import { idleHours } from './idleHours';
import { stepSeries } from './stepSeries';

const readings = (...told: (readonly [number, number])[]) =>
  told.reduce<BusySpan[]>(
    (spans, [minutes, busy]) => addReading(spans, T0 + minutes * MINUTE, busy),
    [],
  );

describe('what a driver tells of its executors', () => {
  it('holds until it tells again, and no longer than a minute', () => {
    expect(readings([0, 3], [0.5, 3], [1, 2], [5, 2])).toEqual([
      span(0, 1, 3),
      span(1, 2, 2),
      span(5, 6, 2),
    ]);
  });

  it('passes over what comes late', () => {
    expect(readings([1, 3], [0.5, 7])).toEqual([span(1, 2, 3)]);
  });

  it('stays bounded, in order, and keeps its sum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: 501, maxLength: 900 }),
        values => {
          const spans = values.reduce<BusySpan[]>(
            (all, busy, index) => addReading(all, T0 + index * 15_000, busy),
            [],
          );
          expect(spans.length).toBeLessThanOrEqual(501);
          spans.forEach(({ from, to }, index) => {
            expect(to).toBeGreaterThan(from);
            expect(from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? 0);
          });
          const sum = spans.reduce(
            (total, { from, to, busy }) => total + busy * (to - from),
            0,
          );
          const exact = values.reduce(
            (total, busy, index) =>
              total + busy * (index === values.length - 1 ? 60_000 : 15_000),
            0,
          );
          expect(sum / exact).toBeCloseTo(1, 6);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('adds up from two replicas, and the same again changes nothing', () => {
    const a = [span(0, 2, 3), span(5, 7, 1)];
    const b = [span(1, 6, 4), span(8, 9, 2)];
    const both = mergeSpans(a, b);
    expect(both).toEqual([
      span(0, 2, 3),
      span(2, 5, 4),
      span(5, 7, 1),
      span(8, 9, 2),
    ]);
    expect(mergeSpans(both, b)).toEqual(both);
    expect(mergeSpans(both, both)).toEqual(both);
  });
});

describe('idleHours', () => {
  const points = stepSeries([life('a', 0, 0, 60), life('b', 0, 30, 60)], T0);

  it('counts executors without a task where the driver told of its tasks', () => {
    const until = T0 + 60 * MINUTE;
    expect(idleHours(points, [span(0, 60, 1)], until)).toBe(0.5);
    expect(idleHours(points, [span(0, 30, 0)], until)).toBe(0.5);
    expect(idleHours(points, [span(30, 90, 0)], until)).toBe(1);
    expect(idleHours(points, [span(0, 60, 9)], until)).toBe(0);
  });

  it('is unknown where the driver told nothing', () => {
    expect(idleHours(points, [], T0)).toBeUndefined();
  });

  it('never is less than nothing, nor more than all', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 50 }), values => {
        const spans = values.reduce<BusySpan[]>(
          (all, busy, n) => addReading(all, T0 + n * 90_000, busy),
          [],
        );
        const idle = idleHours(points, spans, T0 + 60 * MINUTE) ?? 0;
        expect(idle).toBeGreaterThanOrEqual(0);
        expect(idle).toBeLessThanOrEqual(1.5);
      }),
    );
  });
});
