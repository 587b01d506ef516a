import { ServerResponse } from 'node:http';
import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import { sparkKubeflowIntegration } from '../integrations/spark-kubeflow';
import { SPARK_APPS } from '../sources/__testUtils__/FakeApiServer';
import { FakeRequest } from '../sources/__testUtils__/fakeRequest';
import { until } from '../sources/__testUtils__/ManualClock';
import { sparkDefinition } from '../sources/__testUtils__/sparkIntegration';
import { FaultRig, SICK } from './__testUtils__/FaultRig';

const MB = 1_000_000;
/** What an object of 1.5 MB is made of: nothing that a verdict needs. */
const BULK = {
  spec: { type: 'Scala', sparkConf: { 'spark.note': 'x'.repeat(1.5 * MB) } },
};

const isObjectList = ({ plural, isList, query }: FakeRequest) =>
  plural === 'sparkapplications' && isList && !query.has('fieldSelector');

// Real requests on a busy machine; the clock itself is driven.
jest.setTimeout(60_000);

describe('an object', () => {
  let rig: FaultRig;
  afterEach(() => rig.stop());

  it('of 1.5 MB is read like any other, in a list and in a watch, and little of it is kept', async () => {
    rig = new FaultRig([sparkKubeflowIntegration]);
    for (let n = 0; n < 4; n += 1) {
      rig.put(`huge-${n}`, BULK);
    }
    await rig.start({ maxBodyBytes: 4 * MB });
    rig.put('huge-later', BULK);
    await until(() => rig.names().includes('huge-later'));
    expect(rig.names()).toHaveLength(7);
    for (const { id } of rig.rows(SICK, 'SparkApplication')) {
      const { object } = rig.index.resources.get(id)!;
      expect(JSON.stringify(object).length).toBeLessThan(2_000);
    }
    await rig.otherIsWell();
  });

  it('beyond what any API server takes is shown as not known, and goes when it is deleted; all others stay', async () => {
    rig = new FaultRig();
    await rig.start();
    const row = (name: string) =>
      rig.rows(SICK).find(each => each.name === name);
    const tell = (type: string, name: string, uid: string) => {
      const metadata = { name, namespace: 'sales', uid };
      const object = { metadata, status: 'x'.repeat(5 * 2 ** 20) };
      rig.sick.write(
        'sparkapplications',
        `${JSON.stringify({ type, object })}\n`,
      );
    };
    const orders = row('orders')!;
    tell('MODIFIED', 'orders', orders.uid);
    tell('ADDED', 'huge', 'u-huge');
    rig.put('next');
    await until(() => rig.names().includes('next'));
    expect(rig.names()).toEqual(['huge', 'next', 'orders', 'payroll']);
    for (const name of ['huge', 'orders']) {
      expect(row(name)?.assessment).toMatchObject({
        health: 'unknown',
        message: `The state of this SparkApplication is not known: it is larger than the portal reads (4 MiB).`,
      });
    }
    expect(row('orders')?.id).toBe(orders.id);
    expect(row('next')?.assessment.reason).not.toBe('TooLarge');
    expect(rig.kind('SparkApplication')).toMatchObject({
      state: 'watching',
      message: expect.stringMatching(/^huge is larger than the portal reads/),
    });
    tell('DELETED', 'huge', 'u-huge');
    rig.put('last');
    await until(() => rig.names().includes('last'));
    expect(rig.names()).toEqual(['last', 'next', 'orders', 'payroll']);
    rig.put('orders', {});
    await until(() => row('orders')?.assessment.reason !== 'TooLarge');
  });

  it('too large for a list is shown as not known, and takes none of the others away', async () => {
    rig = new FaultRig();
    for (let n = 0; n < 300; n += 1) {
      rig.put(`app-${n}`, { status: { text: 'x'.repeat(200) } });
    }
    const text = 'x'.repeat(200_000);
    rig.put('app-100-huge', { status: { text } });
    rig.put('app-100-vast', { status: { text } });
    await rig.start({ maxBodyBytes: 100_000 });
    expect(rig.names()).toHaveLength(304);
    const row = (name: string) =>
      rig.rows(SICK).find(each => each.name === name)!;
    for (const name of ['app-100-huge', 'app-100-vast']) {
      expect(row(name).assessment).toMatchObject({
        health: 'unknown',
        reason: 'TooLarge',
      });
    }
    expect(row('app-99').assessment.reason).not.toBe('TooLarge');
    expect(rig.kind('SparkApplication')).toMatchObject({
      state: 'watching',
      message: expect.stringMatching(/^app-100-huge and 1 more are larger/),
    });
    const pages = rig.sick.requests.filter(isObjectList);
    // Bisected to the one object, and wide again after it.
    expect(pages.length).toBeLessThan(40);
    expect(Number(pages.at(-1)!.query.get('limit'))).toBeGreaterThan(1);
    expect(
      pages
        .filter(({ headers }) => headers.accept !== 'application/json')
        .map(({ query }) => query.get('limit')),
    ).toEqual(['1', '1']);
    rig.put('app-100-huge', { status: {} });
    await until(() => row('app-100-huge').assessment.reason !== 'TooLarge');
    await rig.otherIsWell();
  });

  it('too large for a list fails the kind where the server gives no metadata alone, and says so', async () => {
    rig = new FaultRig();
    rig.sick.metadataLists = false;
    rig.put('huge', { status: { text: 'x'.repeat(200_000) } });
    await rig.begin({ maxBodyBytes: 100_000 });
    await rig.passUntil(() => rig.kind('SparkApplication')?.state === 'error');
    expect(rig.kind('SparkApplication')?.message).toContain(
      'a single object is larger than the portal takes',
    );
    await rig.otherIsWell();
  });

  it('deleted and made again under its name is another, and the first one ended', async () => {
    rig = new FaultRig();
    await rig.start();
    const before = rig.rows(SICK).find(row => row.name === 'orders')!;
    rig.sick.store.delete(SPARK_APPS, 'sales', 'orders');
    const again = rig.put('orders');
    const now = () => rig.rows(SICK).find(row => row.name === 'orders');
    await until(() => now()?.uid === again.metadata.uid);
    expect(now()!.id).not.toBe(before.id);
    expect(rig.index.resources.get(before.id)).toBeUndefined();
    expect(rig.history.gone).toEqual([{ uid: before.uid, seen: true }]);
  });

  it('made again while nobody looked is another too, and nobody claims to have seen the first one end', async () => {
    rig = new FaultRig();
    await rig.start();
    const before = rig.rows(SICK).find(row => row.name === 'orders')!;
    await rig.sick.stop();
    rig.sick.store.delete(SPARK_APPS, 'sales', 'orders');
    const again = rig.put('orders');
    rig.sick.store.compact();
    await rig.sick.start();
    await rig.passUntil(() =>
      rig.rows(SICK).some(row => row.uid === again.metadata.uid),
    );
    expect(rig.history.gone).toEqual([{ uid: before.uid, seen: false }]);
  });

  it('that a finalizer holds says what holds it, and since when', async () => {
    rig = new FaultRig([sparkKubeflowIntegration]);
    const application = { status: { applicationState: { state: 'RUNNING' } } };
    rig.put('stuck', application);
    await rig.start();
    const deletionTimestamp = new Date(rig.clock.now()).toISOString();
    rig.put('stuck', application, {
      deletionTimestamp,
      finalizers: ['example.com/hold'],
    });
    const row = () => rig.rows(SICK).find(({ name }) => name === 'stuck')!;
    await until(() => row().assessment.reason === 'Deleting');
    await rig.passUntil(
      () => row().assessment.reason === 'DeletionStuck',
      5_000,
    );
    expect(row().assessment.message).toContain('example.com/hold');
    expect(row().deletingSince).toBe(deletionTimestamp);
    expect(row().assessment.since).toBe(deletionTimestamp);
    expect(rig.clock.now() - Date.parse(deletionTimestamp)).toBeLessThan(
      400_000,
    );
  });

  it.each([10, -10])(
    'on a cluster whose clock is %i minutes off is judged by its age there',
    async minutes => {
      const toldAge: DataPlatformIntegration = {
        id: 'ages',
        title: 'Ages',
        resources: [
          {
            ...sparkDefinition,
            assess: ({ metadata }, { now }) => ({
              health: 'healthy',
              reason: 'Age',
              message: String(now - Date.parse(metadata.creationTimestamp!)),
              evidence: [],
              remedies: [],
            }),
          },
        ],
      };
      rig = new FaultRig([toldAge]);
      rig.sick.skewMs = minutes * 60_000;
      await rig.start();
      const there = rig.clock.now() + rig.sick.skewMs;
      const creationTimestamp = new Date(there).toISOString();
      rig.put('young', {}, { creationTimestamp });
      await until(() => rig.names().includes('young'));
      const young = rig.rows(SICK).find(({ name }) => name === 'young')!;
      // The Date header has whole seconds.
      expect(Math.abs(Number(young.assessment.message))).toBeLessThan(2_000);
    },
  );
});

describe('100,000 objects', () => {
  const TOTAL = 100_000;
  const PAGE = 500;

  /** Pages made as they are asked for, so that the server holds none of them. */
  function page(request: FakeRequest, res: ServerResponse): void {
    const from = Number(request.query.get('continue') ?? 0);
    const to = Math.min(TOTAL, from + Number(request.query.get('limit')));
    const items = Array.from({ length: to - from }, (_, n) => {
      const name = `app-${from + n}`;
      return `{"metadata":{"name":"${name}","namespace":"ns-${
        n % 50
      }","uid":"u-${
        from + n
      }","resourceVersion":"v1"},"status":{"applicationState":{"state":"RUNNING"}}}`;
    });
    const token = to < TOTAL ? String(to) : '';
    res.end(
      `{"metadata":{"resourceVersion":"v1","continue":"${token}"},"items":[${items}]}`,
    );
  }

  it('come in pages, one at a time, with room for others in between', async () => {
    // They have ended, so that no time has to be spent on judging them again.
    const assess: typeof sparkDefinition.assess = (object, context) => ({
      ...sparkDefinition.assess(object, context),
      outcome: 'succeeded',
    });
    const resources = [{ ...sparkDefinition, assess }];
    const rig = new FaultRig([{ id: 'ended', title: 'Ended', resources }]);
    let open = 0;
    let most = 0;
    let largest = 0;
    let turns = 0;
    rig.sick.fault((request, res) => {
      if (!isObjectList(request)) return false;
      open += 1;
      most = Math.max(most, open);
      largest = Math.max(largest, Number(request.query.get('limit')));
      res.on('close', () => {
        open -= 1;
      });
      page(request, res);
      return true;
    });
    let done = false;
    const turn = () => {
      turns += 1;
      if (!done) setImmediate(turn);
    };
    setImmediate(turn);
    await rig.begin();
    await rig.passUntil(() => rig.index.resources.settling);
    done = true;
    await rig.otherIsWell();
    await rig.passUntil(() => !rig.index.resources.settling);
    await rig.allWell();
    // And the two that the store has told of since.
    expect(rig.names()).toHaveLength(TOTAL + 2);
    expect({ most, largest }).toEqual({ most: 1, largest: PAGE });
    expect(turns).toBeGreaterThan(TOTAL / PAGE);
    await rig.stop();
  });
});
