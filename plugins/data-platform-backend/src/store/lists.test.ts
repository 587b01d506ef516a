import { Source } from '@millrace/backstage-plugin-data-platform-common';
import { IndexHarness, scope, toy } from './__testUtils__/IndexHarness';
import { toySchedule } from './__testUtils__/toyIntegration';

const MARK = {
  since: '2026-03-02T08:58:00.000Z',
  message: 'Showing the state of 08:58.',
};

describe('complete lists', () => {
  it('remove what is not in them, of their own scope alone', () => {
    const harness = new IndexHarness();
    const { sink } = harness.index;
    sink.replace(scope(), [toy('a'), toy('b')]);
    sink.replace(scope(toySchedule), [{ ...toy('s'), kind: 'ToySchedule' }]);
    sink.replace(scope(undefined, 'us'), [toy('a', undefined, { uid: 'us' })]);
    sink.replace(scope(), [toy('b')]);
    expect(harness.rows().map(row => `${row.source} ${row.name}`)).toEqual([
      'us a',
      'eu b',
      'eu s',
    ]);
    sink.replace(scope(undefined, 'eu', 'finance'), []);
    expect(harness.row('b')).toBeDefined();
    sink.replace(scope(undefined, 'eu', 'sales'), []);
    expect(harness.row('b')).toBeUndefined();
  });

  it('are judged in slices when they are long, and seen at once when asked for', () => {
    const harness = new IndexHarness();
    const { sink, resources } = harness.index;
    const objects = Array.from({ length: 1000 }, (_, n) => toy(`t${n}`));
    sink.replace(scope(), objects);
    expect(resources.settling).toBe(true);
    const one = resources.find({
      source: 'eu',
      group: 'toys.example',
      kind: 'ToyRun',
      namespace: 'sales',
      name: 't999',
    });
    expect(one?.row.assessment.reason).toBe('New');
    harness.clock.advance(10);
    expect(resources.settling).toBe(false);
    expect(harness.rows({ limit: 2000 })).toHaveLength(1000);
  });

  it('show an object made anew under its name as another one', () => {
    const harness = new IndexHarness();
    harness.upsert(toy('a', { attempt: '1' }));
    const { id } = harness.row('a')!;
    harness.upsert(toy('a', undefined, { uid: 'new' }));
    expect(harness.rows()).toHaveLength(1);
    expect(harness.row('a')!.id).not.toBe(id);
    expect(harness.index.resources.get(id)).toBeUndefined();
    expect(harness.history.gone).toEqual([{ uid: 'uid-a', seen: false }]);
    // The late news of the old one's end does not touch the new one.
    harness.index.sink.remove(scope(), toy('a'));
    expect(harness.row('a')).toBeDefined();
  });

  it('tell the history once what was there at the start', () => {
    const harness = new IndexHarness();
    harness.index.sink.replace(scope(), [toy('a')]);
    harness.index.sink.replace(scope(), []);
    harness.index.sink.replace(scope(toySchedule), []);
    expect(harness.history.reconciled).toEqual([
      { kind: 'ToyRun', present: ['uid-a'] },
    ]);
  });
});

describe('stale marks', () => {
  it('are on the rows of their scope, which stay as they are', () => {
    const harness = new IndexHarness();
    const { sink } = harness.index;
    harness.upsert(toy('a', { health: 'failed' }));
    harness.upsert(toy('f', undefined, { namespace: 'finance', uid: 'f' }));
    harness.upsert(toy('a', undefined, { uid: 'us' }), undefined, 'us');
    sink.stale({ source: 'eu', kind: 'ToyRun', namespace: 'sales' }, MARK);
    const marked = () =>
      harness
        .rows()
        .filter(row => row.stale)
        .map(row => `${row.source} ${row.name}`);
    expect(marked()).toEqual(['eu a']);
    expect(harness.row('a')).toMatchObject({
      stale: MARK,
      assessment: { health: 'failed' },
    });
    sink.stale({ source: 'eu' }, MARK);
    expect(marked()).toEqual(['eu a', 'eu f']);
    sink.stale({ source: 'eu' }, undefined);
    expect(marked()).toEqual(['eu a']);
    sink.stale({ source: 'eu', kind: 'ToyRun', namespace: 'sales' }, undefined);
    expect(marked()).toEqual([]);
  });

  it('are on rows that come later too, and survive other changes', () => {
    const harness = new IndexHarness();
    harness.index.sink.stale({ source: 'eu' }, MARK);
    harness.upsert(toy('a'));
    harness.upsert(toy('a', { health: 'failed' }));
    expect(harness.row('a')!.stale).toEqual(MARK);
    const { version } = harness.index.resources;
    harness.index.sink.stale({ source: 'eu' }, { ...MARK });
    expect(harness.index.resources.version).toBe(version);
  });
});

describe('sources', () => {
  it('are told of whenever their state changes', () => {
    const harness = new IndexHarness();
    const { sink, sources } = harness.index;
    const told = jest.fn();
    sources.subscribe(told);
    const state = {
      name: 'eu',
      type: 'kubernetes',
      state: 'connected',
      message: 'Connected.',
      kinds: [],
    } satisfies Source;
    sink.source(state, true);
    sink.source(state, false);
    expect(told).toHaveBeenCalledTimes(2);
  });
});
