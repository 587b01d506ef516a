import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import request from 'supertest';
import {
  historyOn,
  migrated,
  succeeded,
} from '../history/__testUtils__/historyDatabases';
import { KnownEntity } from '../join/types';
import { ROOT } from '../http/__testUtils__/people';
import { resource } from '../http/__testUtils__/rows';
import { startPortal } from '../http/__testUtils__/startPortal';
import { settle } from '../sources/__testUtils__/ManualClock';
import { useWriteAheadLog } from '../wiring/useWriteAheadLog';

const JOB = 'component:default/orders';
const SENTENCE =
  'The history of runs cannot be read now: its database does not answer. Live state is not affected.';

const orders: KnownEntity = {
  entityRef: JOB,
  type: 'spark-job',
  ownerRef: 'group:default/sales-team',
  domainRef: 'domain:default/sales',
  definition:
    'apiVersion: sparkoperator.k8s.io/v1beta2\nkind: SparkApplication\nspec: {}',
};

describe('a database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const opened: Knex[] = [];
  const open = () => {
    const database = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(folder, `${opened.length >> 1}.sqlite`) },
      useNullAsDefault: true,
    });
    opened.push(database);
    return database;
  };
  afterAll(async () => {
    await Promise.all(opened.map(database => database.destroy()));
    rmSync(folder, { recursive: true });
  });

  it('that another process has locked holds nobody up, and loses no end of a run', async () => {
    const [database, other] = [open(), open()];
    await useWriteAheadLog(database);
    await migrated(database);
    const { history, clock, logger } = historyOn(database);
    // The driver waits for a lock with the event loop in its hands: 5 s unless it is told otherwise.
    const [{ timeout }] = await database.raw('PRAGMA busy_timeout');
    expect(timeout).toBeLessThanOrEqual(100);

    await other.raw('BEGIN IMMEDIATE');
    history.record(succeeded('a'));
    await history.flush();
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(await history.query({ limit: 10 })).toEqual([]);

    await other.raw('COMMIT');
    clock.advance(60_000);
    await history.flush();
    expect(await history.query({ limit: 10 })).toMatchObject([{ id: 'a' }]);
  });

  it('that hangs is given up after 3 s, and then nobody waits for it for a while', async () => {
    const database = await migrated(open());
    const { history, clock } = historyOn(database);
    let asked = 0;
    jest.spyOn(database.client, 'acquireConnection').mockImplementation(() => {
      asked += 1;
      return new Promise(() => {});
    });
    const refusal = { name: 'ServiceUnavailableError' };
    const reading = history.get('a');
    clock.advance(3_000);
    await expect(reading).rejects.toMatchObject(refusal);
    await expect(history.get('b')).rejects.toThrow(SENTENCE);
    expect(asked).toBe(1);
    clock.advance(5_000);
    const again = history.get('c');
    await settle();
    expect(asked).toBe(2);
    clock.advance(3_000);
    await expect(again).rejects.toMatchObject(refusal);
    jest.restoreAllMocks();
  });
});

describe('a portal without its database', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  const database = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
  });

  beforeAll(async () => {
    portal = await startPortal([orders]);
    await database.destroy();
    const { history } = historyOn(database);
    portal.history.query = async query => [...(await history.query(query))];
    portal.history.stats = query => history.stats(query);
    portal.history.get = id => history.get(id);
    portal.index.put(
      resource(
        { name: 'orders-1', entityRef: JOB, domainRef: orders.domainRef },
        { health: 'failed', outcome: 'failed', message: 'Out of memory.' },
      ),
      resource({ name: 'adhoc' }),
    );
  });
  afterAll(() => portal.stop());

  const read = (path: string) =>
    request(portal.server)
      .get(`/api/data-platform/v1/${path}`)
      .set('Authorization', mockCredentials.user.header(ROOT));

  it('shows what is live', async () => {
    expect((await read('resources')).body.total).toBe(2);
    expect((await read('resources/id-orders-1')).status).toBe(200);
    expect((await read('sources')).status).toBe(200);
  });

  it('judges a job by what is live, and says what it cannot know', async () => {
    const { status, body } = await read('jobs/default/orders');
    expect(status).toBe(200);
    expect(body.assessment).toMatchObject({
      health: 'failed',
      message: 'Out of memory.',
    });
    expect(body.assessment.evidence).toContainEqual({
      kind: 'history',
      subject: 'earlier runs',
      message: SENTENCE,
    });
  });

  it('lists the runs that are live, and says that the history is missing', async () => {
    for (const path of ['runs', `runs?entityRef=${JOB}`]) {
      const { status, body } = await read(path);
      expect([path, status, body.problem]).toEqual([path, 200, SENTENCE]);
      expect(body.items).toContainEqual(
        expect.objectContaining({ name: 'orders-1', live: true }),
      );
      expect(body.stats).toEqual({ finished: 0, succeeded: 0 });
      expect(body.nextBefore).toBeUndefined();
    }
    const { items } = (await read('runs?outcome=succeeded')).body;
    expect(items).toEqual([]);
  });

  it('tells of a run that is live, by its own id and by that of the object', async () => {
    const [{ id }] = (await read(`runs?entityRef=${JOB}`)).body.items;
    for (const path of [id, 'id-orders-1']) {
      const { status, body } = await read(`runs/${encodeURIComponent(path)}`);
      expect([status, body.name]).toEqual([200, 'orders-1']);
    }
  });

  it('sums up all the same', async () => {
    const { status, body } = await read(`summary?entityRef=${JOB}`);
    expect(status).toBe(200);
    expect(body.assessment.health).toBe('failed');
  });

  it('never says that a job has not run when it cannot know', async () => {
    portal.index.drop('id-orders-1');
    const { body } = await read('jobs/default/orders');
    expect(body.assessment).toMatchObject({
      health: 'unknown',
      reason: 'HistoryUnreadable',
      message: `Whether orders has run is not known: nothing of it is live. ${SENTENCE}`,
    });
  });

  it('says of a run that is not live that it cannot be read', async () => {
    const { status, body } = await read('runs/gone');
    expect([status, body.error.message]).toEqual([503, SENTENCE]);
  });

  it.each([
    { name: 'SqliteError', code: 'SQLITE_BUSY' },
    { name: 'error', code: '57P01' },
    { name: 'KnexTimeoutError' },
  ])('tells a write that it could not be recorded: %j', async fault => {
    portal.operations.start.mockRejectedValueOnce(
      Object.assign(new Error('SELECT secrets FROM somewhere'), fault),
    );
    const { status, body } = await request(portal.server)
      .post('/api/data-platform/v1/operations')
      .set('Authorization', mockCredentials.user.header(ROOT))
      .send({ operation: 'spark-job:run', input: {}, idempotencyKey: 'k' });
    expect(status).toBe(503);
    expect(body.error.message).toMatch(
      /^The portal's database does not answer/,
    );
  });
});
