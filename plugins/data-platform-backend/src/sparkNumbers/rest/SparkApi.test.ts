import { HttpClusterConnection } from '../../clusters/HttpClusterConnection';
import { TestServer } from '../../clusters/__testUtils__/TestServer';
import { tokenCredentials } from '../../clusters/Credentials';
import { systemClock } from '../../clusters/Clock';
import {
  ManualClock,
  settle,
  until,
} from '../../sources/__testUtils__/ManualClock';
import { HttpSparkApi } from './HttpSparkApi';
import { Pace } from './Pace';
import { ProxiedSparkApi } from './ProxiedSparkApi';
import { MAX_BYTES, SparkApi } from './SparkApi';

const { signal } = new AbortController();
let server: TestServer;
let connection: HttpClusterConnection;

beforeEach(async () => {
  server = await new TestServer().start();
  connection = new HttpClusterConnection({
    name: 'eu-1',
    url: server.url,
    credentials: tokenCredentials('portal-token', async () => ({})),
  });
});

afterEach(async () => {
  await connection.close();
  await server.stop();
});

const driver = (clock = systemClock): SparkApi =>
  new ProxiedSparkApi(
    connection,
    { resource: 'pods', namespace: 'sales', name: 'orders-driver', port: 4040 },
    clock,
  );
const history = (headers = {}): SparkApi =>
  new HttpSparkApi(`${server.url}/spark/`, headers, systemClock);

describe('a driver behind the proxy', () => {
  it('is asked as the portal, below the proxy subresource', async () => {
    await driver().get('applications/a/stages', { status: 'active' }, signal);
    expect(server.seen[0]).toMatchObject({
      method: 'GET',
      url: '/api/v1/namespaces/sales/pods/orders-driver:4040/proxy/api/v1/applications/a/stages?status=active',
      headers: { authorization: 'Bearer portal-token' },
    });
  });

  it.each([
    [403, { kind: 'Status', reason: 'Forbidden' }, 'forbidden'],
    [403, '<html>no</html>', 'denied'],
    [404, 'unknown app', 'absent'],
    [503, { kind: 'Status' }, 'unreachable'],
    [500, 'oops', 'unreachable'],
    [400, { kind: 'Status', message: 'address not allowed' }, 'unreachable'],
    [200, '<html>', 'nonsense'],
    [302, '', 'nonsense'],
  ])('HTTP %d with %j is %s', async (status, body, fault) => {
    server.answer = res =>
      res
        .writeHead(status, { location: 'http://elsewhere.example/' })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    await expect(
      driver().get('applications', {}, signal),
    ).rejects.toMatchObject({
      fault,
    });
    expect(server.seen).toHaveLength(1);
  });

  it('is not read beyond 2 MiB', async () => {
    server.answer = res => res.end(`[${'0,'.repeat(MAX_BYTES)}0]`);
    await expect(driver().get('stages', {}, signal)).rejects.toMatchObject({
      fault: 'too-large',
    });
  });

  it('has five seconds, also when it dribbles', async () => {
    const clock = new ManualClock();
    server.answer = res => {
      res.writeHead(200);
      res.write('[');
    };
    const asked = driver(clock)
      .get('stages', {}, signal)
      .catch(error => error);
    await until(() => server.seen.length === 1);
    await settle();
    clock.advance(5_000);
    expect(await asked).toMatchObject({ fault: 'unreachable' });
  });

  it('is given up on purpose', async () => {
    const abort = new AbortController();
    server.answer = () => abort.abort();
    await expect(
      driver().get('stages', {}, abort.signal),
    ).rejects.toMatchObject({ fault: 'aborted' });
  });

  it('tells a cluster that is down from a driver that is', async () => {
    await server.stop();
    await expect(driver().get('stages', {}, signal)).rejects.toMatchObject({
      fault: 'cluster',
    });
    server = await new TestServer().start();
  });
});

describe('a History Server', () => {
  it('is asked with the headers that are configured, and no others', async () => {
    await history({ 'x-api-key': 'k1' }).get('applications', {}, signal);
    expect(server.seen[0]).toMatchObject({
      url: '/spark/api/v1/applications',
      headers: { 'x-api-key': 'k1' },
    });
    expect(server.seen[0].headers.authorization).toBeUndefined();
  });

  it('does not follow a redirect, which would take the headers along', async () => {
    server.answer = res =>
      res.writeHead(302, { location: `${server.url}/b` }).end();
    await expect(
      history({ 'x-api-key': 'k1' }).get('applications', {}, signal),
    ).rejects.toMatchObject({ fault: 'nonsense' });
    expect(server.seen).toHaveLength(1);
  });

  it('says nothing of its headers when it is down', async () => {
    const api = history({ 'x-api-key': 'k1' });
    await server.stop();
    const error = await api.get('applications', {}, signal).then(
      () => new Error('it answered'),
      (caught: Error) => caught,
    );
    expect(error).toMatchObject({ fault: 'unreachable', cause: undefined });
    expect(`${error.message}${error.stack}`).not.toContain('k1');
    server = await new TestServer().start();
  });
});

describe('Pace', () => {
  it('lets so many a second through, and so many at once', async () => {
    const clock = new ManualClock();
    const pace = new Pace({ clock, perSecond: 10, atOnce: 2 });
    const asked: number[] = [];
    const start = clock.now();
    const api = pace.paced({
      async get() {
        asked.push(clock.now() - start);
        return undefined;
      },
    });
    const all = Promise.all(
      Array.from({ length: 5 }, () => api.get('x', {}, signal)),
    );
    for (let n = 0; n < 10; n += 1) {
      await settle(5);
      clock.advance(50);
    }
    await all;
    expect(asked).toEqual([0, 100, 200, 300, 400]);
  });

  it('gives up with whoever waits', async () => {
    const pace = new Pace({
      clock: new ManualClock(),
      perSecond: 1,
      atOnce: 1,
    });
    const api = pace.paced({ get: async () => 1 });
    await api.get('x', {}, signal);
    const abort = new AbortController();
    const waiting = api.get('x', {}, abort.signal);
    const behind = api.get('x', {}, abort.signal);
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ fault: 'aborted' });
    await expect(behind).rejects.toMatchObject({ fault: 'aborted' });
  });
});
