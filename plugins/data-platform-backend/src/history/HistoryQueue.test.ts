import fc from 'fast-check';
import { run, succeeded } from './__testUtils__/historyDatabases';
import { HistoryQueue, PendingWrite } from './HistoryQueue';
import { RunRecord } from './types';

function write(record: RunRecord): PendingWrite {
  const { health, reason, message } = record.assessment;
  const at = '2026-03-02T09:00:00.000Z';
  const changes = [{ at, health, reason, message }];
  return { type: 'run', run: record, changes, recordedAt: 0 };
}

const pods = [{ name: 'p', role: 'driver', phase: 'Running' }];

describe('HistoryQueue', () => {
  it('holds a run once, with every change of its verdict in order', () => {
    const queue = new HistoryQueue(10);
    queue.add(write(run('a')));
    queue.add(write(run('a')));
    queue.add(write(succeeded('a')));
    const [first, ...rest] = queue.peek(10);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      run: { outcome: 'succeeded' },
      changes: [
        { reason: 'Running', at: '2026-03-02T09:00:00.000Z' },
        { reason: 'Succeeded', at: '2026-03-02T09:00:00.001Z' },
      ],
    });
  });

  it('keeps an end, whatever is told afterwards', () => {
    const queue = new HistoryQueue(10);
    queue.add(write(succeeded('a')));
    queue.add(write(run('a')));
    expect(queue.peek(1)).toMatchObject([{ run: { outcome: 'succeeded' } }]);
  });

  it('keeps what was told anew while the old was written', () => {
    const queue = new HistoryQueue(10);
    queue.add(write(run('a')));
    queue.add(write(run('b')));
    const writing = queue.peek(10);
    queue.add(write(succeeded('a')));
    queue.done(writing);
    expect(queue.peek(10)).toMatchObject([{ run: { outcome: 'succeeded' } }]);
  });

  it('gives up what runs, then details, and never an end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.nat(60), ended: fc.boolean() })),
        told => {
          const queue = new HistoryQueue(10);
          const ended = new Set<string>();
          for (const { id, ended: hasEnded } of told) {
            const name = `r${id}`;
            queue.add(
              write(hasEnded ? succeeded(name, { pods }) : run(name, { pods })),
            );
            if (hasEnded) {
              ended.add(name);
            }
          }
          const kept = queue
            .peek(1000)
            .flatMap(each => (each.type === 'run' ? [each.run] : []));
          const ends = kept.filter(each => each.outcome).map(each => each.id);
          expect(new Set(ends)).toEqual(ended);
          expect(kept.length - ends.length).toBeLessThanOrEqual(10);
          const overfull = ends.length > 10;
          expect(overfull && kept.length > ends.length).toBe(false);
          expect(overfull && kept.every(each => each.pods)).toBe(false);
        },
      ),
    );
  });
});
