import {
  ManualClock,
  settle,
  until,
} from '../sources/__testUtils__/ManualClock';
import { CA_CERT, SERVER_CERT, SERVER_KEY } from './__testUtils__/certificates';
import { TestServer } from './__testUtils__/TestServer';
import { ClusterError } from './ClusterError';
import { Credentials, tokenCredentials } from './Credentials';
import {
  HttpClusterConnection,
  HttpClusterOptions,
} from './HttpClusterConnection';
import { impersonate, ImpersonationError } from './impersonate';

const { signal } = new AbortController();

describe('HttpClusterConnection', () => {
  let server: TestServer;
  let clock: ManualClock;
  const open: HttpClusterConnection[] = [];

  beforeEach(async () => {
    server = await new TestServer().start();
    clock = new ManualClock();
  });

  afterEach(async () => {
    await Promise.all(open.splice(0).map(each => each.close()));
    await server.stop();
  });

  const connect = (options: Partial<HttpClusterOptions> = {}) => {
    const connection = new HttpClusterConnection({
      name: 'eu-1',
      url: server.url,
      credentials: tokenCredentials('secret-token'),
      clock,
      ...options,
    });
    open.push(connection);
    return connection;
  };
  const get = (connection = connect()) =>
    connection.request({ path: '/api', signal });
  const failure = async (promise: Promise<unknown>): Promise<ClusterError> => {
    const error = await promise.then(
      () => new Error('did not fail'),
      caught => caught,
    );
    expect(error).toBeInstanceOf(ClusterError);
    expect(String(error.message)).toContain('eu-1');
    expect(String(error.message)).not.toContain('secret-token');
    return error;
  };

  describe('request', () => {
    it('carries path, query, body, accept and token', async () => {
      const response = await connect({
        url: `${server.url}/k8s/clusters/x/`,
      }).request({
        method: 'PATCH',
        path: '/api/v1/namespaces/a%2Fb',
        query: { dryRun: 'All', limit: 5, none: undefined },
        body: { a: 'ü' },
        contentType: 'application/merge-patch+json',
        accept: 'application/json;x',
        signal,
      });
      expect(await response.json()).toEqual({ ok: 1 });
      expect(server.seen).toEqual([
        expect.objectContaining({
          method: 'PATCH',
          url: '/k8s/clusters/x/api/v1/namespaces/a%2Fb?dryRun=All&limit=5',
          body: '{"a":"ü"}',
          headers: expect.objectContaining({
            authorization: 'Bearer secret-token',
            accept: 'application/json;x',
            'content-type': 'application/merge-patch+json',
          }),
        }),
      ]);
    });

    it('acts as a person by repeated group headers', async () => {
      await connect().request({
        path: '/api',
        as: impersonate('user:default/ada', [
          'group:default/a',
          'group:default/b',
        ]),
        signal,
      });
      const { rawHeaders } = server.seen[0];
      const values = (name: string) =>
        rawHeaders.filter(
          (_, at) => rawHeaders[at - 1]?.toLowerCase() === name && at % 2 === 1,
        );
      expect(values('impersonate-user')).toEqual([
        'backstage:user:default/ada',
      ]);
      expect(values('impersonate-group')).toEqual([
        'backstage:group:default/a',
        'backstage:group:default/b',
      ]);
    });

    it('sends no name that is not under its prefix', async () => {
      for (const person of [
        { user: 'system:admin', groups: [] },
        { user: 'backstage:user:default/ada', groups: ['system:masters'] },
        impersonate('user:default/ada', [], 'other:'),
      ]) {
        await expect(
          connect().request({ path: '/api', as: person, signal }),
        ).rejects.toThrow(ImpersonationError);
      }
      expect(server.seen).toHaveLength(0);
    });

    it('gives the texts of warnings', async () => {
      server.answer = res => {
        res.setHeader('warning', [
          '299 - "unknown field \\"spec.colour\\""',
          '299 - "a, b", 299 - "c"',
        ]);
        res.end('{}');
      };
      expect((await get()).warnings).toEqual([
        'unknown field "spec.colour"',
        'a, b',
        'c',
      ]);
    });
  });

  describe('identity', () => {
    it('is the bootstrap one only when asked for and configured', async () => {
      const bootstrap = tokenCredentials('boot');
      const connection = connect({ bootstrap });
      expect(connection.canBootstrap).toBe(true);
      await connection.request({ path: '/', identity: 'bootstrap', signal });
      await connection.request({ path: '/', signal });
      expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
        'Bearer boot',
        'Bearer secret-token',
      ]);
      const error = await failure(
        connect().request({ path: '/', identity: 'bootstrap', signal }),
      );
      expect(error.message).toContain(
        'dataPlatform.kubernetes.clusters.eu-1.bootstrap.tokenFile',
      );
    });

    it('never mixes bootstrap and a person', async () => {
      await failure(
        connect({ bootstrap: tokenCredentials('boot') }).request({
          path: '/',
          identity: 'bootstrap',
          as: impersonate('user:default/ada', []),
          signal,
        }),
      );
      expect(server.seen).toHaveLength(0);
    });
  });

  describe('credentials', () => {
    const rotating = (...tokens: string[]) => {
      const fresh: boolean[] = [];
      const credentials: Credentials = {
        async resolve(options) {
          fresh.push(options.fresh);
          const token = tokens.length > 1 ? tokens.shift() : tokens[0];
          return { authorization: `Bearer ${token}` };
        },
      };
      return { credentials, fresh };
    };
    const only = (token: string) => {
      server.answer = (res, { headers }) => {
        res.statusCode =
          headers.authorization === `Bearer ${token}` ? 200 : 401;
        res.end('{}');
      };
    };

    it('are read again once after a 401', async () => {
      only('two');
      const { credentials, fresh } = rotating('one', 'two');
      expect((await get(connect({ credentials }))).status).toBe(200);
      expect(fresh).toEqual([false, true]);
    });

    it('give the 401 back when they are the same', async () => {
      only('two');
      const { credentials } = rotating('one');
      expect((await get(connect({ credentials }))).status).toBe(401);
      expect(server.seen).toHaveLength(1);
    });

    it('are tried once more, not for ever', async () => {
      only('nine');
      const { credentials } = rotating('one', 'two', 'three');
      expect((await get(connect({ credentials }))).status).toBe(401);
      expect(server.seen).toHaveLength(2);
    });

    it('are read once for many requests, and again after a minute', async () => {
      const { credentials, fresh } = rotating('one');
      const connection = connect({ credentials });
      await Promise.all([get(connection), get(connection), get(connection)]);
      expect(fresh).toHaveLength(1);
      clock.advance(61_000);
      await get(connection);
      expect(fresh).toHaveLength(2);
    });
  });

  describe('failure', () => {
    it('of a closed port', async () => {
      const connection = connect();
      await server.stop();
      expect(await failure(get(connection))).toMatchObject({
        kind: 'refused',
        reason: 'connection refused',
      });
      server = await new TestServer().start();
    });

    it('of a name that does not resolve', async () => {
      const connection = connect({ url: 'http://nowhere.invalid' });
      expect((await failure(get(connection))).kind).toBe('dns');
    });

    it('of a server that never answers', async () => {
      server.answer = () => {};
      const pending = failure(get());
      await until(() => server.seen.length === 1);
      clock.advance(9_999);
      await settle(5);
      clock.advance(2);
      expect(await pending).toMatchObject({
        kind: 'timeout',
        reason: 'no answer within 10 s',
      });
    });

    it('of a body that stops half-way', async () => {
      server.answer = res => {
        res.writeHead(200, { 'content-length': '100' });
        res.write('{"a":');
      };
      const response = await get();
      const pending = failure(response.json());
      await settle();
      clock.advance(10_001);
      expect(await pending).toMatchObject({ kind: 'timeout' });
    });

    it('of a body that is cut', async () => {
      server.answer = res => {
        res.writeHead(200, { 'content-length': '100' });
        res.write('{"a":', () => res.socket?.end());
      };
      const response = await get();
      expect(await failure(response.json())).toMatchObject({
        kind: 'reset',
        reason: 'the answer was cut off',
      });
    });

    it('of a reset', async () => {
      server.answer = res => res.socket?.resetAndDestroy();
      expect((await failure(get())).kind).toBe('reset');
    });

    it('of HTML in place of JSON', async () => {
      server.answer = res => res.end('<html><body>Sign in</body></html>');
      const error = await failure((await get()).json());
      expect(error.kind).toBe('protocol');
      expect(error.reason).toContain('HTML page');
    });

    it('of a redirect, which is not followed', async () => {
      server.answer = res => res.writeHead(302, { location: '/x' }).end();
      expect((await failure(get())).reason).toContain('redirect');
      expect(server.seen).toHaveLength(1);
    });

    it('of a body beyond the cap', async () => {
      server.answer = res => res.end(`"${'x'.repeat(5_000)}"`);
      const response = await get(connect({ maxBodyBytes: 4_000 }));
      expect((await failure(response.json())).kind).toBe('too-large');
    });

    it('of a certificate that is not trusted', async () => {
      await server.stop();
      server = await new TestServer({
        cert: SERVER_CERT + CA_CERT,
        key: SERVER_KEY,
      }).start();
      expect((await failure(get())).kind).toBe('tls');
    });

    it('of TLS where there is none', async () => {
      const url = server.url.replace('http:', 'https:');
      expect((await failure(get(connect({ url })))).kind).toBe('tls');
    });
  });

  describe('abort', () => {
    it('ends a request, before and while it runs', async () => {
      const abort = new AbortController();
      server.answer = () => {};
      const connection = connect();
      const pending = failure(
        connection.request({ path: '/', signal: abort.signal }),
      );
      await until(() => server.seen.length === 1);
      abort.abort();
      expect((await pending).kind).toBe('aborted');
      const late = connection.request({ path: '/', signal: abort.signal });
      expect((await failure(late)).kind).toBe('aborted');
    });

    it('ends a stream, which no deadline does', async () => {
      const abort = new AbortController();
      server.answer = res => {
        res.write('one');
      };
      const { stream } = await connect().request({
        path: '/',
        stream: true,
        signal: abort.signal,
      });
      const chunks: string[] = [];
      const reading = (async () => {
        for await (const chunk of stream()) {
          chunks.push(Buffer.from(chunk).toString());
        }
      })();
      await until(() => chunks.length === 1);
      clock.advance(3_600_000);
      await settle();
      abort.abort();
      expect((await failure(reading)).kind).toBe('aborted');
      expect(chunks).toEqual(['one']);
    });
  });

  it('does not let watches starve short requests', async () => {
    const connection = connect();
    server.answer = (res, { url }) => {
      if (url === '/watch') {
        res.writeHead(200).flushHeaders();
      } else {
        res.end('{}');
      }
    };
    const abort = new AbortController();
    for (let n = 0; n < 40; n += 1) {
      await connection.request({
        path: '/watch',
        stream: true,
        signal: abort.signal,
      });
    }
    expect((await get(connection)).status).toBe(200);
    abort.abort();
  });
});
