import fc from 'fast-check';
import { allocationTarget, executorsWanted } from './allocationTarget';

const dynamic = (
  least: number,
  initial: number,
  most: number,
): Record<string, string> => ({
  'spark.dynamicAllocation.enabled': 'true',
  'spark.dynamicAllocation.minExecutors': String(least),
  'spark.dynamicAllocation.initialExecutors': String(initial),
  'spark.dynamicAllocation.maxExecutors': String(most),
});

it('is the number of instances without dynamic allocation', () => {
  const properties = { 'spark.executor.instances': '3' };
  expect(allocationTarget(properties, { workedMs: 0, progress: 0 })).toBe(3);
  expect(allocationTarget({}, { workedMs: 0, progress: 0.9 })).toBe(1);
  expect(executorsWanted(properties)).toBe(3);
});

it('doubles what it adds while tasks wait', () => {
  const targets = [0, 4_000, 8_000, 12_000].map(workedMs =>
    allocationTarget(dynamic(1, 1, 6), { workedMs, progress: 0.1 }),
  );
  expect(targets).toEqual([1, 2, 4, 6]);
});

it('lets executors go for a while every few minutes of a long job', () => {
  const targets = [100, 151, 163, 175, 190, 230, 240, 250, 300].map(seconds =>
    allocationTarget(dynamic(1, 1, 6), {
      workedMs: seconds * 1_000,
      progress: 0.1,
    }),
  );
  expect(targets).toEqual([6, 5, 4, 3, 2, 2, 2, 5, 6]);
});

it('stays between the bounds, and never at zero while there is work', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 10 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 1e7 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (least, initial, more, workedMs, progress) => {
        const most = least + more;
        const target = allocationTarget(dynamic(least, initial, most), {
          workedMs,
          progress,
        });
        expect(target).toBeGreaterThanOrEqual(Math.max(1, least));
        expect(target).toBeLessThanOrEqual(most);
      },
    ),
  );
});
