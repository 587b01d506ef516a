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
const ENTITY = { entityRef: 'component:default/orders', limit: 10 };

describe.each(databases.eachSupportedId())('the history on %s', id => {
  async function start(current?: (entityRef: string) => string | undefined) {
    const database = await migrated(await databases.init(id));
    return { database, ...historyOn(database, undefined, current) };
  }

  it('keeps a run with all that was told of it', async () => {
    const { history, clock } = await start();
    history.record(run('a'));
    clock.advance(100);
    history.record(
      failed('a', {
        trigger: 'person',
        by: 'user:default/ada',
        pods: [{ name: 'orders-driver', role: 'driver', phase: 'Failed' }],
        links: [{ title: 'Spark UI', url: 'https://ui.example/a' }],
      }),
    );
    history.recordLog('a', { text: 'last words\n', truncated: true });
    await history.flush();

    expect(await history.query(ENTITY)).toEqual([
      expect.objectContaining({
        id: 'a',
        attempt: 'a',
        resourceId: 'row-a',
        outcome: 'failed',
        durationSeconds: 720,
        trigger: 'person',
        by: 'user:default/ada',
        live: false,
        assessment: {
          health: 'failed',
          outcome: 'failed',
          reason: 'OOMKilled',
          message: 'The driver was killed for memory.',
          nextStep: 'Raise the driver memory.',
        },
      }),
    ]);
    expect(await history.get('a')).toMatchObject({
      assessment: { remedies: [{ text: 'Raise the driver memory.' }] },
      pods: [{ name: 'orders-driver' }],
      links: [{ title: 'Spark UI' }],
      logTail: 'last words\n',
      logTailTruncated: true,
      changes: [
        { reason: 'Running', at: '2026-03-02T12:00:00.000Z' },
        { reason: 'OOMKilled', at: '2026-03-02T12:00:00.100Z' },
      ],
    });
    expect(await history.get('nothing')).toBeUndefined();
  });

  it('never replaces an end by what has not ended, whoever writes last', async () => {
    const { database, history } = await start();
    const replica = historyOn(database).history;
    history.record(succeeded('a'));
    await history.flush();
    replica.record(run('a'));
    await replica.flush();
    history.record(run('a'));
    await history.flush();
    const [kept] = await history.query(ENTITY);
    expect(kept).toMatchObject({ outcome: 'succeeded', durationSeconds: 720 });
    expect((await history.get('a'))?.changes).toHaveLength(1);
  });

  it('keeps the richer telling of one end, and takes a better one', async () => {
    const { history } = await start();
    const pods = [1, 2].map(n => ({
      name: `exec-${n}`,
      role: 'executor',
      phase: 'Failed',
    }));
    const poorer = failed('a').assessment;
    history.record(failed('a', { pods }));
    await history.flush();
    history.record(
      failed('a', { assessment: { ...poorer, message: 'Failed.' } }),
    );
    await history.flush();
    expect((await history.get('a'))?.assessment.message).toMatch(/memory/);
    history.record(
      failed('a', { pods, assessment: { ...poorer, message: 'Recorded.' } }),
    );
    await history.flush();
    expect((await history.get('a'))?.assessment.message).toBe('Recorded.');
  });

  it('writes a change of verdict once, from any number of replicas', async () => {
    const { database, history } = await start();
    const other = historyOn(database);
    for (const each of [history, other.history]) {
      each.record(run('a'));
      each.record(
        run('a', {
          assessment: {
            ...run('a').assessment,
            health: 'degraded',
            reason: 'ExecutorsMissing',
          },
        }),
      );
      other.clock.advance(40);
      await each.flush();
    }
    const { changes } = (await history.get('a'))!;
    expect(changes.map(change => change.reason)).toEqual([
      'Running',
      'ExecutorsMissing',
    ]);
  });

  it('takes a run along to the entity that it turns out to belong to', async () => {
    const { history } = await start();
    const none = {
      entityRef: undefined,
      productRef: undefined,
      domainRef: undefined,
    };
    history.record(succeeded('a', none));
    await history.flush();
    expect(await history.query(ENTITY)).toEqual([]);
    history.record(succeeded('a'));
    await history.flush();
    history.record(succeeded('a', none));
    await history.flush();
    expect(await history.query(ENTITY)).toHaveLength(1);
  });

  it('tells the definition that a run had, and whether it still is the one', async () => {
    const { history } = await start(() => 'h2');
    history.recordDefinition('h1', 'kind: ToyRun\n');
    history.record(run('a', { definitionHash: 'h1' }));
    history.record(run('b', { definitionHash: 'h2' }));
    history.recordDefinition('h1', 'kind: Other\n');
    await history.flush();
    expect(await history.get('a')).toMatchObject({
      definition: 'kind: Other\n',
      definitionIsCurrent: false,
    });
    expect(await history.get('b')).toMatchObject({ definitionIsCurrent: true });
  });
});
