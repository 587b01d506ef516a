import { SparkNumbers } from '@millrace/backstage-plugin-data-platform-common';
import { ResourceDefinition } from '@millrace/backstage-plugin-data-platform-node';
import { IndexHarness, scope, toy } from './__testUtils__/IndexHarness';
import { StaticEntities } from './__testUtils__/StaticEntities';
import { toyIntegration, toyRun } from './__testUtils__/toyIntegration';
import { FACT_PROGRESS, RunNumbers } from './RunNumbers';

const told: SparkNumbers = {
  at: '2026-03-02T09:00:00.000Z',
  from: 'driver',
  stages: { active: 1, complete: 3, pending: 1, failed: 0 },
  tasks: { active: 8, complete: 40, failed: 0, total: 100 },
};

/** Numbers as a test says them. */
class FakeNumbers implements RunNumbers {
  readonly seen: string[] = [];
  progress?: string;

  observe(row: { name: string }, run: { attempt: string }) {
    this.seen.push(`${row.name} ${run.attempt}`);
  }
  gone(id: string) {
    this.seen.push(`gone ${id}`);
  }
  of(_id: string, attempt: string | undefined) {
    return attempt === '1' ? told : undefined;
  }
  facts() {
    return this.progress
      ? [{ key: FACT_PROGRESS, label: 'Progress', value: this.progress }]
      : [];
  }
}

function start() {
  const numbers = new FakeNumbers();
  const entities = new StaticEntities();
  const harness = new IndexHarness(
    entities,
    [toyIntegration],
    undefined,
    undefined,
    numbers,
  );
  harness.upsert(toy('a', { attempt: '1', health: 'healthy' }));
  const { id } = harness.row('a')!;
  return { harness, numbers, id };
}

describe('numbers that a run tells of itself', () => {
  it('stand in its row and in its details', () => {
    const { harness, numbers, id } = start();
    numbers.progress = '42 %';
    harness.index.refresh(id);
    expect(harness.row('a')?.facts.at(-1)?.value).toBe('42 %');
    expect(harness.index.resources.detail(id)?.spark).toEqual(told);
    harness.upsert(toy('a', { attempt: '2', health: 'healthy' }));
    expect(harness.index.resources.detail(id)?.spark).toBeUndefined();
  });

  it('are news for readers, and none for the history', () => {
    const { harness, numbers, id } = start();
    const changed: string[] = [];
    harness.index.resources.subscribe(changes =>
      changed.push(...changes.map(change => change.id)),
    );
    const { length } = harness.history.told;
    for (const progress of ['1 %', '2 %', '3 %']) {
      numbers.progress = progress;
      harness.index.refresh(id);
      harness.tick();
    }
    // Also when only what the details show is new.
    harness.index.refresh(id);
    harness.tick();
    expect(changed).toEqual([id, id, id, id]);
    expect(harness.history.told).toHaveLength(length);
    expect(JSON.stringify(harness.history.told)).not.toContain('Progress');
  });

  it('are told of a service by the application that it runs, until that has ended', () => {
    const numbers = new FakeNumbers();
    let session: string | undefined = '1';
    const service: ResourceDefinition<any> = {
      ...toyRun,
      nature: 'service',
      run: undefined,
      spark: () =>
        session === undefined
          ? undefined
          : { id: session, application: { driver: { pod: 'a', port: 4040 } } },
    };
    const harness = new IndexHarness(
      new StaticEntities(),
      [{ ...toyIntegration, resources: [service] }],
      undefined,
      undefined,
      numbers,
    );
    harness.upsert(toy('a', {}), service);
    const { id } = harness.row('a')!;
    expect(numbers.seen).toEqual(['a 1']);
    expect(harness.index.resources.detail(id)?.spark).toEqual(told);
    expect(harness.index.resources.detail(id)?.runId).toBeUndefined();
    session = undefined;
    harness.index.refresh(id);
    harness.tick();
    expect(numbers.seen.at(-1)).toBe(`gone ${id}`);
    expect(harness.index.resources.detail(id)?.spark).toBeUndefined();
    session = '2';
    harness.index.refresh(id);
    harness.index.sink.remove(scope(service), toy('a', {}));
    expect(numbers.seen.slice(-2)).toEqual(['a 2', `gone ${id}`]);
    expect(harness.history.told).toEqual([]);
  });

  it('are asked for with each verdict, and no more once the object is gone', () => {
    const { harness, numbers, id } = start();
    expect(numbers.seen).toEqual(['a 1']);
    harness.index.sink.remove(scope(), toy('a', { attempt: '1' }));
    expect(numbers.seen.at(-1)).toBe(`gone ${id}`);
    expect(() => harness.index.refresh(id)).not.toThrow();
  });
});
