import { ManualClock } from '../clock/ManualClock';
import { Workqueue } from './Workqueue';

const clock = new ManualClock();

it('reconciles a key once, at the earliest time that was asked for', () => {
  const seen: [string, number][] = [];
  const start = clock.now();
  const queue = new Workqueue(clock, key =>
    seen.push([key, clock.now() - start]),
  );
  queue.enqueue('a', 500);
  queue.enqueue('a', 100);
  queue.enqueue('a', 300);
  queue.enqueue('b');
  clock.advance(1_000);
  expect(seen).toEqual([
    ['b', 0],
    ['a', 100],
  ]);
});

it('waits for the end of the write that asked', () => {
  let reconciled = false;
  const queue = new Workqueue(clock, () => {
    reconciled = true;
  });
  queue.enqueue('a');
  expect(reconciled).toBe(false);
  clock.advance(0);
  expect(reconciled).toBe(true);
});

it('tries again after a fault, later each time, and tells of it', () => {
  const times: number[] = [];
  const faults: unknown[] = [];
  const start = clock.now();
  const queue = new Workqueue(
    clock,
    () => {
      times.push(clock.now() - start);
      if (times.length < 4) throw new Error('not yet');
    },
    fault => faults.push(fault),
  );
  queue.enqueue('a');
  clock.advance(10_000);
  expect(times).toEqual([0, 50, 150, 350]);
  expect(faults).toHaveLength(3);
});

it('does nothing once it is stopped', () => {
  let reconciled = 0;
  const queue = new Workqueue(clock, () => {
    reconciled += 1;
  });
  queue.enqueue('a', 10);
  queue.stop();
  queue.enqueue('b');
  clock.advance(1_000);
  expect(reconciled).toBe(0);
});
