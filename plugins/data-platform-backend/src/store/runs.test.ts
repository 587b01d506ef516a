import { IndexHarness, scope, toy } from './__testUtils__/IndexHarness';

const T = Date.parse('2026-03-02T08:00:00Z');

describe('runs that the history is told of', () => {
  it('are told with each change of verdict, and not for nothing', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('a'));
    harness.upsert(toy('a', { attempt: '1', health: 'progressing' }));
    harness.upsert(toy('a', { attempt: '1', health: 'progressing' }));
    harness.upsert(toy('a', { attempt: '1', health: 'healthy' }));
    harness.upsert(
      toy('a', {
        attempt: '1',
        outcome: 'succeeded',
        startedAt: T,
        finishedAt: T + 90_000,
      }),
    );
    expect(harness.history.story).toEqual([
      '1 progressing/Told',
      '1 healthy/Told',
      '1 healthy/Succeeded succeeded',
    ]);
    expect(harness.history.told).toHaveLength(3);
    expect(harness.history.told.at(-1)).toMatchObject({
      source: 'eu',
      kind: 'ToyRun',
      group: 'toys.example',
      name: 'a',
      submittedAt: '2026-03-02T09:00:00.000Z',
      durationSeconds: 90,
    });
  });

  it('keep a failure that lasts no time at all', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('a', { attempt: '1', health: 'healthy' }));
    harness.upsert(toy('a', { attempt: '1', outcome: 'failed' }));
    harness.upsert(toy('a', { health: 'progressing' }));
    harness.upsert(toy('a', { attempt: '2', health: 'healthy' }));
    expect(harness.history.story).toEqual([
      '1 healthy/Told',
      '1 failed/Failed failed',
      '2 healthy/Told',
    ]);
    expect(harness.failed).toEqual(['a 1']);
  });

  it('end when another attempt takes their place', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('a', { attempt: '1', health: 'healthy' }));
    harness.upsert(toy('a', { attempt: '2', health: 'progressing' }));
    expect(harness.history.story).toEqual([
      '1 healthy/Told',
      '1 suspended/Superseded cancelled',
      '2 progressing/Told',
    ]);
  });

  it('are told with their last state when their object goes', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('a', { attempt: '1', health: 'healthy' }));
    harness.index.sink.remove(
      scope(),
      toy('a', { attempt: '1', outcome: 'failed' }),
    );
    expect(harness.history.story.at(-1)).toBe('1 failed/Failed failed');
    expect(harness.history.gone).toEqual([{ uid: 'uid-a', seen: true }]);
  });

  it('name the definition they had', () => {
    const harness = new IndexHarness();
    const annotations = { 'millrace.dev/definition': 'abc' };
    harness.upsert(toy('a', { attempt: '1' }, { annotations }));
    expect(harness.history.told[0].definitionHash).toBe('abc');
  });

  it('do not ask for the log of a failure that is long past', () => {
    const harness = new IndexHarness();
    const old = { attempt: '1', outcome: 'failed', finishedAt: T } as const;
    const now = harness.clock.now();
    harness.index.sink.replace(scope(), [
      toy('old', old),
      toy('fresh', { ...old, finishedAt: now - 1000 }),
    ]);
    expect(harness.failed).toEqual(['fresh 1']);
  });

  it('fill the queue of a busy history step by step', () => {
    const harness = new IndexHarness();
    harness.history.saturated = true;
    const many = Array.from({ length: 1200 }, (_, n) =>
      toy(`t${n}`, { attempt: '1', outcome: 'succeeded' }),
    );
    harness.index.sink.replace(scope(), many);
    harness.clock.advance(200);
    harness.history.saturated = false;
    harness.clock.advance(260);
    expect(harness.history.told).toHaveLength(500);
    harness.clock.advance(500);
    expect(harness.history.told).toHaveLength(1200);
  });

  it('wait while the history is busy, unless they change now', () => {
    const harness = new IndexHarness();
    harness.history.saturated = true;
    const ended = { attempt: '1', outcome: 'succeeded' } as const;
    harness.index.sink.replace(scope(), [
      toy('a', ended),
      toy('b', ended),
      toy('c', ended),
    ]);
    expect(harness.history.told).toEqual([]);
    harness.upsert(toy('d', { attempt: '1', outcome: 'failed' }));
    harness.index.sink.replace(scope(), [
      toy('a', ended),
      toy('b', ended),
      toy('d', { attempt: '1', outcome: 'failed' }),
    ]);
    const told = () => harness.history.told.map(run => run.name);
    expect(told()).toContain('c');
    harness.history.saturated = false;
    harness.clock.advance(1000);
    expect(new Set(told())).toEqual(new Set(['a', 'b', 'c', 'd']));
  });
});
