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
const TOYS = { source: 'eu', group: 'toys.example', kind: 'ToyRun' };
const AT = '2026-03-02T11:00:00.000Z';

describe.each(databases.eachSupportedId())(
  'runs whose object is gone, on %s',
  id => {
    async function start() {
      return historyOn(await migrated(await databases.init(id)));
    }

    it('are told by the history, which says so', async () => {
      const { history } = await start();
      history.record(succeeded('a'));
      history.recordGone('eu', 'uid-orders', AT);
      await history.flush();
      const [kept] = await history.query(ENTITY);
      expect(kept).toMatchObject({
        expired: true,
        outcome: 'succeeded',
        assessment: {
          health: 'healthy',
          message:
            "Succeeded 2 h 48 min ago in 12 min; the object is no longer on the cluster, this is from the portal's history.",
        },
      });
      expect(kept.resourceId).toBeUndefined();
    });

    it('were cut off when they were deleted while they ran', async () => {
      const { history } = await start();
      history.record(succeeded('a'));
      history.record(run('b', { startedAt: '2026-03-02T10:00:00.000Z' }));
      history.recordGone('eu', 'uid-orders', AT);
      await history.flush();
      const [b, a] = await history.query(ENTITY);
      expect(a).toMatchObject({ outcome: 'succeeded', expired: true });
      expect(b).toMatchObject({
        outcome: 'cancelled',
        finishedAt: AT,
        durationSeconds: 3600,
        assessment: {
          health: 'suspended',
          reason: 'ObjectDeleted',
          message: expect.stringContaining('Running with 3 of 3 executors'),
        },
      });
      expect((await history.get('b'))?.changes.at(-1)?.reason).toBe(
        'ObjectDeleted',
      );
    });

    it('have an unknown end when nobody watched it', async () => {
      const { history } = await start();
      history.record(run('a'));
      history.recordGone('eu', 'uid-orders', AT, { seen: false });
      await history.flush();
      const [kept] = await history.query(ENTITY);
      expect(kept.outcome).toBeUndefined();
      expect(kept.assessment).toMatchObject({
        health: 'unknown',
        reason: 'Vanished',
      });
      expect(await history.query({ ...ENTITY, outcome: 'running' })).toEqual(
        [],
      );
    });

    it('are found by the first complete list, but for what came after it', async () => {
      const { history, clock } = await start();
      history.record(run('gone', { uid: 'u1' }));
      history.record(run('there', { uid: 'u2' }));
      history.record(run('elsewhere', { uid: 'u3', source: 'us' }));
      history.record(run('other', { uid: 'u4', namespace: 'finance' }));
      clock.advance(1000);
      history.reconcile({ ...TOYS, namespace: 'sales' }, new Set(['u2']), AT);
      history.record(run('new', { uid: 'u5' }));
      await history.flush();
      const runs = await history.query(ENTITY);
      expect(runs.filter(each => each.expired).map(each => each.id)).toEqual([
        'gone',
      ]);
      history.reconcile(TOYS, new Set(['u2']), AT);
      clock.advance(1);
      history.reconcile(TOYS, new Set(['u2', 'u5']), AT);
      await history.flush();
      const again = await history.query(ENTITY);
      expect(
        again
          .filter(each => each.expired)
          .map(each => each.id)
          .sort(),
      ).toEqual(['gone', 'other']);
    });

    it('live again when their object is seen after all', async () => {
      const { history } = await start();
      history.record(run('a'));
      history.record(failed('b', { uid: 'u2' }));
      history.recordGone('eu', 'uid-orders', AT, { seen: false });
      history.recordGone('eu', 'u2', AT, { seen: false });
      await history.flush();
      history.record(run('a'));
      history.record(failed('b', { uid: 'u2' }));
      await history.flush();
      const runs = await history.query(ENTITY);
      expect(runs.map(each => each.expired)).toEqual([undefined, undefined]);
    });
  },
);
