import { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import {
  hang,
  html,
  redirect,
  reset,
  status,
  truncate,
} from './__testUtils__/answers';
import {
  FakeApiServer,
  Fault,
  sendJson,
  sendStatus,
  SPARK_APPS,
} from './__testUtils__/FakeApiServer';
import { FakeStore } from './__testUtils__/FakeStore';
import { FakeRequest } from './__testUtils__/fakeRequest';
import { settle, until } from './__testUtils__/ManualClock';
import { SourcesHarness } from './__testUtils__/SourcesHarness';

function sendEmptyList(res: ServerResponse): void {
  sendJson(res, 200, { metadata: { resourceVersion: 'v1' }, items: [] });
}
const isSparkList = (request: FakeRequest) =>
  request.plural === 'sparkapplications' &&
  request.isList &&
  !request.query.has('fieldSelector');

// Real requests on a busy machine; the clock itself is driven.
jest.setTimeout(60_000);

describe('ClusterSource under faults', () => {
  let server: FakeApiServer;
  let harness: SourcesHarness;

  beforeEach(async () => {
    server = await new FakeApiServer().start();
    server.store.put(SPARK_APPS, 'sales', 'a');
    harness = new SourcesHarness().connect(server);
  });

  afterEach(async () => {
    await harness.stop();
    await server.stop();
  });

  const shown = async () => {
    harness.start();
    await harness.watching(server, 'sparkapplications');
    await until(() => harness.sink.state() === 'connected');
  };

  it.each<[string, Fault, RegExp]>([
    ['hangs', hang, /no answer within/],
    ['answers HTML', html, /HTML page/],
    ['cuts its answers', truncate, /cut off/],
    ['resets connections', reset, /connection was cut/],
    ['redirects', redirect, /redirect/],
    ['answers 503', status(503), /HTTP 503/],
    ['answers 500', status(500), /HTTP 500/],
  ])(
    'a cluster that %s keeps its rows, marked, and comes back',
    async (_, fault, reason) => {
      await shown();
      const end = server.fault(fault);
      server.endWatches('sparkapplications', 'reset');
      await harness.passUntil(() => harness.sink.state() === 'stale');
      expect(harness.sink.message()).toMatch(
        /^Showing the state of 10:0\d UTC: cluster eu-1 has not answered since 10:0\d UTC \(.*\)\.$/,
      );
      expect(harness.sink.message()).toMatch(reason);
      expect(harness.sink.names()).toEqual(['sales/a']);
      expect([...harness.sink.marks.keys()]).toEqual(['eu-1/SparkApplication']);
      end();
      server.store.put(SPARK_APPS, 'sales', 'b');
      await harness.passUntil(() => harness.sink.names().length === 2);
      await harness.passUntil(() => harness.sink.marks.size === 0);
      await harness.passUntil(() => harness.sink.state() === 'connected');
      expect(server.count(isSparkList)).toBe(1);
    },
  );

  it('says that nothing is known of a cluster that was never there, and finds it later', async () => {
    await server.stop();
    harness.start();
    await harness.passUntil(() => harness.sink.state() === 'unreachable');
    expect(harness.sink.message()).toBe(
      'Cluster eu-1 has not answered since 10:00 UTC (connection refused).',
    );
    expect(harness.sources.warming()).toBe(false);
    expect(harness.sink.calls.join()).not.toContain('replace');
    await server.start();
    await harness.passUntil(() => harness.sink.state() === 'connected');
    await harness.passUntil(() => harness.sink.names().length === 1);
  });

  it('sends one probe at a time to a dead cluster, at growing distance', async () => {
    await shown();
    server.fault(status(503));
    server.endWatches('sparkapplications', 'reset');
    await harness.passUntil(() => harness.sink.state() === 'stale');
    const before = server.requests.length;
    const from = harness.clock.now();
    await harness.passUntil(() => harness.clock.now() > from + 120_000, 1_000);
    const sent = server.requests.slice(before);
    expect(new Set(sent.map(({ path }) => path))).toEqual(
      new Set(['/version']),
    );
    expect(sent.length).toBeLessThan(12);
  });

  it('notices a silent death within 30 s', async () => {
    await shown();
    const from = harness.clock.now();
    server.fault(hang);
    await harness.passUntil(() => harness.sink.marks.size > 0, 50);
    expect(harness.clock.now() - from).toBeLessThan(30_000);
  });

  it.each([429, 503])('obeys Retry-After of a %i', async code => {
    let refused = 0;
    server.faultOnce(isSparkList, (_, res) => {
      refused = harness.clock.now();
      sendStatus(res, code, 'later', { 'retry-after': '20' });
      return true;
    });
    harness.start();
    await harness.passUntil(() => harness.sink.names().length === 1);
    expect(harness.clock.now() - refused).toBeGreaterThanOrEqual(20_000);
  });

  it('a kind that cannot be listed is an error, not empty', async () => {
    server.fault((request, res, req) =>
      isSparkList(request) ? status(500)(request, res, req) : false,
    );
    harness.start();
    await harness.passUntil(
      () => harness.sink.kind('SparkApplication')?.state === 'error',
    );
    expect(harness.sink.calls.join()).not.toContain('replace');
    expect(harness.sink.state()).toBe('connected');
    expect(harness.sink.message()).toMatch(/but: SparkApplications of cluster/);
  });

  it('reads a rotated token after a 401, and says so when that does not help', async () => {
    await harness.stop();
    let token = 'one';
    server.token = 'one';
    harness = new SourcesHarness().connect(server, {
      credentials: {
        resolve: async () => ({ authorization: `Bearer ${token}` }),
      },
    });
    await shown();
    token = 'two';
    server.token = 'two';
    server.endWatches('sparkapplications', 'reset');
    server.store.put(SPARK_APPS, 'sales', 'b');
    await harness.passUntil(() => harness.sink.names().length === 2);
    expect(harness.sink.state()).toBe('connected');
    server.token = 'three';
    server.endWatches('sparkapplications', 'reset');
    await harness.passUntil(() => harness.sink.state() === 'forbidden');
    expect(harness.sink.message()).toMatch(/refuses the portal's credentials/);
    expect(harness.sink.names()).toHaveLength(2);
    token = 'three';
    // Credentials are looked at again once a minute.
    await harness.passUntil(() => harness.sink.state() === 'connected', 1_000);
  });

  it('lists again when the server came back with less than it had', async () => {
    await shown();
    for (let n = 0; n < 5; n += 1) {
      server.store.put(SPARK_APPS, 'sales', `later-${n}`);
    }
    await until(() => harness.sink.names().length === 6);
    await server.stop();
    const restored = new FakeStore('a');
    restored.put(SPARK_APPS, 'sales', 'a');
    server.replaceStore(restored);
    await harness.passUntil(() => harness.sink.state() === 'stale');
    await server.start();
    await harness.passUntil(() => harness.sink.names().join() === 'sales/a');
    expect(harness.sink.calls.join()).not.toContain('remove');
  });

  it('takes another cluster at the same address for what it is', async () => {
    await shown();
    await server.stop();
    const other = new FakeStore('other', 1_000);
    server.replaceStore(other);
    other.put(SPARK_APPS, 'sales', 'z');
    await harness.passUntil(() => harness.sink.state() === 'stale');
    await server.start();
    await harness.passUntil(() => harness.sink.names().join() === 'sales/z');
    expect(server.count(isSparkList)).toBe(2);
  });

  it('a dead cluster slows no other', async () => {
    const dead = await new FakeApiServer().start();
    dead.fault(hang);
    harness.connect(dead, { name: 'dead' });
    await shown();
    server.store.put(SPARK_APPS, 'sales', 'b');
    await until(() => harness.sink.names().length === 2);
    expect(harness.sink.marks.size).toBe(0);
    await dead.stop();
  });

  it('runs at most four lists at a time, and gives the place of a slow one away', async () => {
    const others = await Promise.all(
      Array.from({ length: 6 }, () => new FakeApiServer().start()),
    );
    const held: (() => void)[] = [];
    const hold: Fault = (request, res) => {
      if (request.isList) {
        held.push(() => sendEmptyList(res));
      }
      return request.isList;
    };
    server.fault(hold);
    for (const [index, other] of others.entries()) {
      other.fault(hold);
      harness.connect(other, { name: `c-${index}` });
    }
    harness.start();
    await until(() => held.length === 4);
    await settle();
    expect(held).toHaveLength(4);
    harness.clock.advance(1_001);
    // One for each cluster, and no more.
    await until(() => held.length === 7);
    await settle();
    expect(held).toHaveLength(7);
    await until(() => {
      held.splice(0).forEach(answer => answer());
      return !harness.sources.warming();
    });
    await Promise.all(others.map(other => other.stop()));
  });

  it("judges time by the server's clock", async () => {
    server.skewMs = 600_000;
    await shown();
    expect(harness.sources.clockSkewMs('eu-1')).toBeGreaterThan(598_000);
    expect(harness.sources.clockSkewMs('eu-1')).toBeLessThan(602_000);
  });

  it('says nothing more once stopped', async () => {
    await shown();
    await harness.sources.stop();
    const { length } = harness.sink.calls;
    server.store.put(SPARK_APPS, 'sales', 'b');
    await setTimeout(20);
    expect(harness.sink.calls).toHaveLength(length);
    await until(() => server.watching.length === 0);
  });
});
