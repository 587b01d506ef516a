import {
  failed,
  historyOn,
  migrated,
  run,
  succeeded,
  testDatabases,
} from './__testUtils__/historyDatabases';

jest.setTimeout(60_000);

const databases = testDatabases();

function at(minute: number): string {
  return new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString();
}

describe.each(databases.eachSupportedId())('reading runs on %s', id => {
  async function start() {
    return historyOn(await migrated(await databases.init(id)));
  }

  it('pages without skipping or repeating, also where many began at once', async () => {
    const { history } = await start();
    for (let index = 0; index < 60; index += 1) {
      // Six runs began in each minute: a schedule of six jobs.
      history.record(
        run(`r${index}`, { startedAt: at(Math.floor(index / 6)) }),
      );
    }
    await history.flush();
    const seen: string[] = [];
    let before: string | undefined;
    for (let page = 0; page < 30; page += 1) {
      const runs = await history.query({ before, limit: 4 });
      if (runs.length === 0) {
        break;
      }
      seen.push(...runs.map(each => each.id));
      before = runs.at(-1)!.startedAt;
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    expect(seen[0]).toMatch(/^r5[4-9]$/);
  });

  it('finds the runs of one series, and a run by its name, with what was different in it', async () => {
    const { history } = await start();
    const marks = { series: 'op-1', runDate: '2026-01-02', changed: 'date' };
    history.record(run('r1', { ...marks, name: 'orders-20260102' }));
    history.record(run('r2'));
    await history.flush();
    const [of] = await history.query({ series: 'op-1', limit: 5 });
    expect(of).toMatchObject({ id: 'r1', ...marks });
    const named = { namespace: of.namespace, name: 'orders-20260102' };
    const found = await history.query({ ...named, limit: 5 });
    expect(found.map(each => each.id)).toEqual(['r1']);
    expect(await history.query({ series: 'op-2', limit: 5 })).toEqual([]);
  });

  it('fills a page with what the viewer may see', async () => {
    const { history } = await start();
    for (let index = 0; index < 40; index += 1) {
      const domainRef =
        index % 10 === 0 ? 'domain:default/sales' : 'domain:default/other';
      history.record(run(`r${index}`, { startedAt: at(index), domainRef }));
    }
    await history.flush();
    const runs = await history.query(
      { limit: 3 },
      each => each.domainRef === 'domain:default/sales',
    );
    expect(runs.map(each => each.id)).toEqual(['r30', 'r20', 'r10']);
  });

  it('filters by entity, product, domain, object and outcome', async () => {
    const { history } = await start();
    history.record(run('running'));
    history.record(succeeded('good', { uid: 'u2' }));
    history.record(failed('bad', { entityRef: 'component:default/other' }));
    history.record(
      run('far', {
        source: 'us',
        productRef: undefined,
        domainRef: 'domain:default/far',
      }),
    );
    await history.flush();
    const ids = async (query: object) =>
      (await history.query({ limit: 10, ...query }))
        .map(each => each.id)
        .sort();
    expect(await ids({ entityRef: 'component:default/other' })).toEqual([
      'bad',
    ]);
    expect(await ids({ productRef: 'system:default/shop' })).toEqual([
      'bad',
      'good',
      'running',
    ]);
    expect(await ids({ domainRef: 'domain:default/far' })).toEqual(['far']);
    expect(await ids({ source: 'eu', uid: 'u2' })).toEqual(['good']);
    expect(await ids({ outcome: 'failed' })).toEqual(['bad']);
    expect(await ids({ outcome: 'running' })).toEqual(['far', 'running']);
  });

  it('has figures of those that finished and may be seen', async () => {
    const { history } = await start();
    for (let index = 1; index <= 20; index += 1) {
      history.record(succeeded(`s${index}`, { durationSeconds: index * 10 }));
    }
    history.record(failed('f', { durationSeconds: 1 }));
    history.record(failed('x', { domainRef: 'domain:default/other' }));
    history.record(run('running'));
    await history.flush();
    const visible = (each: { domainRef?: string }) =>
      each.domainRef === 'domain:default/sales';
    expect(await history.stats({}, visible)).toEqual({
      finished: 21,
      succeeded: 20,
      p50Seconds: 100,
      p95Seconds: 190,
    });
    expect(await history.stats({ uid: 'none' })).toEqual({
      finished: 0,
      succeeded: 0,
    });
  });
});
