import { DataPlatformError } from '../api/DataPlatformError';
import { SystemQuery, View } from '../api/View';
import { FakeBrowser } from '../testUtils/FakeBrowser';
import { FakeDataPlatformApi } from '../testUtils/FakeDataPlatformApi';
import { ViewStore } from './ViewStore';

const settle = () => jest.advanceTimersByTimeAsync(0);
const sources: View<'sources'> = { name: 'sources', query: {} };
const job: View<'job'> = {
  name: 'job',
  query: { entityRef: 'component:default/orders' },
};

function jobValue(version: number) {
  return {
    entityRef: job.query.entityRef,
    assessment: {
      health: 'healthy' as const,
      reason: 'x',
      message: `state ${version}`,
      evidence: [],
      remedies: [],
    },
    operations: [],
    version,
    warming: false,
  };
}

function change(entityRef: string, version: number) {
  return {
    type: 'changes' as const,
    version,
    changed: [{ id: 'a', version, entityRef }],
  };
}

describe('ViewStore', () => {
  let api: FakeDataPlatformApi;
  let store: ViewStore;
  let tab: ReturnType<FakeBrowser['openTab']>;

  beforeEach(() => {
    jest.useFakeTimers();
    api = new FakeDataPlatformApi({
      sources: { items: [] },
      job: jobValue(1),
    });
    tab = new FakeBrowser().openTab();
    store = new ViewStore(api, tab.ports);
  });
  afterEach(() => jest.useRealTimers());

  it('reads once for many who look', async () => {
    const first = jest.fn();
    store.subscribe(sources, first);
    store.subscribe({ name: 'sources', query: {} }, jest.fn());
    expect(store.snapshot(sources)).toEqual({ loading: true });
    await Promise.resolve();
    expect(api.reads).toHaveLength(1);
    await settle();
    expect(store.snapshot(sources)).toMatchObject({
      value: { items: [] },
      loading: false,
    });
    expect(first).toHaveBeenCalled();
  });

  it('begins to read what is about to be shown, once', async () => {
    store.prepare(sources);
    store.prepare(sources);
    const listener = jest.fn();
    store.subscribe(sources, listener);
    await settle();
    expect(listener).toHaveBeenCalled();
    store.prepare(sources);
    expect(store.snapshot(sources)).toMatchObject({ value: { items: [] } });
    expect(api.reads.filter(({ name }) => name === 'sources')).toHaveLength(1);
  });

  it('reads again what a frame touches, and nothing else', async () => {
    store.subscribe(job, jest.fn());
    store.subscribe(sources, jest.fn());
    await jest.advanceTimersByTimeAsync(1_000);
    api.reads.length = 0;
    api.push({ job: jobValue(2) }, change(job.query.entityRef, 5));
    await jest.advanceTimersByTimeAsync(400);
    expect(api.reads.map(view => view.name)).toEqual(['job']);
    expect(store.snapshot(job).value?.version).toBe(2);
    api.reads.length = 0;
    api.push({}, change('component:default/other', 6));
    await jest.advanceTimersByTimeAsync(400);
    expect(api.reads).toEqual([]);
  });

  it('reads a view that changes all the time at most every 300 ms', async () => {
    store.subscribe(job, jest.fn());
    await jest.advanceTimersByTimeAsync(1_000);
    api.reads.length = 0;
    for (let version = 10; version < 110; version++) {
      api.push(
        { job: jobValue(version) },
        change(job.query.entityRef, version),
      );
      await jest.advanceTimersByTimeAsync(10);
    }
    await jest.advanceTimersByTimeAsync(400);
    expect(api.reads.length).toBeGreaterThanOrEqual(3);
    expect(api.reads.length).toBeLessThanOrEqual(5);
    expect(store.snapshot(job).value?.version).toBe(109);
  });

  it('keeps the value of before while the backend is away, and retries', async () => {
    store.subscribe(job, jest.fn());
    await jest.advanceTimersByTimeAsync(1_000);
    const down = new DataPlatformError(503, 'Unavailable', 'down');
    api.push({
      job: () => {
        throw down;
      },
    });
    await jest.advanceTimersByTimeAsync(500);
    expect(store.snapshot(job)).toMatchObject({
      value: jobValue(1),
      error: down,
    });
    api.views.job = jobValue(3);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(store.snapshot(job).error).toBeUndefined();
    expect(store.snapshot(job).value?.version).toBe(3);
  });

  it('does not ask again for what is forbidden', async () => {
    api.views.job = () => {
      throw new DataPlatformError(403, 'NotAllowedError', 'no');
    };
    store.subscribe(job, jest.fn());
    await jest.advanceTimersByTimeAsync(40_000);
    expect(api.reads.length).toBeLessThanOrEqual(2);
    expect(store.snapshot(job).error).toMatchObject({ forbidden: true });
  });

  it('asks again soon while the backend is warming', async () => {
    api.views.job = { ...jobValue(1), warming: true };
    store.subscribe(job, jest.fn());
    await settle();
    api.reads.length = 0;
    await jest.advanceTimersByTimeAsync(4_500);
    expect(api.reads.length).toBeGreaterThanOrEqual(2);
  });

  it('shows the value of before at once when somebody comes back', async () => {
    const leave = store.subscribe(job, jest.fn());
    await jest.advanceTimersByTimeAsync(1_000);
    leave();
    api.reads.length = 0;
    expect(store.snapshot(job).value?.version).toBe(1);
    store.subscribe(job, jest.fn());
    await settle();
    // The stream was up all the time and told of nothing.
    expect(api.reads).toEqual([]);
  });

  it('closes the stream when nobody looks, and reads again afterwards', async () => {
    const leave = store.subscribe(job, jest.fn());
    await settle();
    expect(store.liveState()).toBe('live');
    leave();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(store.liveState()).toBe('connecting');
    api.reads.length = 0;
    store.subscribe(job, jest.fn());
    await settle();
    expect(api.reads.map(view => view.name)).toContain('job');
  });

  it('asks for the script of the stream again when it did not come', async () => {
    jest.resetModules();
    jest.doMock('../live/LiveChannel', () => {
      throw new Error('no such chunk');
    });
    store.subscribe(sources, jest.fn());
    await settle();
    expect(store.snapshot(sources).value).toBeDefined();
    expect(store.liveState()).toBe('connecting');
    jest.dontMock('../live/LiveChannel');
    await jest.advanceTimersByTimeAsync(3_000);
    expect(store.liveState()).toBe('live');
  });

  it('refreshes on demand', async () => {
    store.subscribe(job, jest.fn());
    await jest.advanceTimersByTimeAsync(1_000);
    api.reads.length = 0;
    store.refresh(job);
    await settle();
    store.refreshAll();
    await settle();
    expect(api.reads).toHaveLength(2);
  });

  it('asks a system once while it polls, unless its answer depends on rows', async () => {
    const of = (path: string, touches?: { kind: string }): View => ({
      name: 'system',
      query: { system: 'lakefs', path, touches },
    });
    api.views.system = { 'lakefs/branches': {}, 'lakefs/diff': {} };
    api.stream = async function* refused() {
      yield* [];
      throw new DataPlatformError(503, 'Unavailable', 'down');
    };
    store.subscribe(of('branches', { kind: 'Branch' }), jest.fn());
    store.subscribe(of('diff'), jest.fn());
    await jest.advanceTimersByTimeAsync(120_000);
    expect(store.liveState()).toBe('polling');
    const asked = api.reads.map(({ query }) => (query as SystemQuery).path);
    expect(asked.filter(path => path === 'diff')).toHaveLength(1);
    expect(asked.filter(path => path === 'branches').length).toBeGreaterThan(2);
  });
});
