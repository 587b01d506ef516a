import {
  FakeApiServer,
  sendJson,
  SPARK_APPS,
} from './__testUtils__/FakeApiServer';
import { FakeRequest } from './__testUtils__/fakeRequest';
import { settle, until } from './__testUtils__/ManualClock';
import { sparkDefinition } from './__testUtils__/sparkIntegration';
import { SourcesHarness } from './__testUtils__/SourcesHarness';

const isSparkList = (request: FakeRequest) =>
  request.plural === 'sparkapplications' &&
  request.isList &&
  !request.query.has('fieldSelector');
const isSparkWatch = (request: FakeRequest) =>
  request.plural === 'sparkapplications' && request.isWatch;

// Real requests on a busy machine; the clock itself is driven.
jest.setTimeout(60_000);

describe('Reflector', () => {
  let server: FakeApiServer;
  let harness: SourcesHarness;

  beforeEach(async () => {
    server = await new FakeApiServer().start();
    harness = new SourcesHarness().connect(server);
  });

  afterEach(async () => {
    await harness.stop();
    await server.stop();
  });

  const put = (name: string, fields = {}) =>
    server.store.put(SPARK_APPS, 'sales', name, fields);
  const shows = (...names: string[]) =>
    until(() =>
      expect(harness.sink.names()).toEqual(names.map(name => `sales/${name}`)),
    );
  const started = async () => {
    harness.start();
    await harness.watching(server, 'sparkapplications');
  };

  describe('list', () => {
    it('is followed by changes', async () => {
      put('a', { spec: { type: 'Scala', secret: 'x' } });
      await started();
      await shows('a');
      put('b');
      await shows('a', 'b');
      server.store.delete(SPARK_APPS, 'sales', 'a');
      await shows('b');
      expect(harness.sink.state()).toBe('connected');
      await settle();
      expect(harness.sources.warming()).toBe(false);
    });

    it('lets only the projection into memory', async () => {
      put('a', { spec: { type: 'Scala', env: 'SECRET' }, status: { x: 1 } });
      await started();
      await shows('a');
      const [{ object }] = harness.sink.rows.values();
      expect(object).toEqual({
        apiVersion: 'sparkoperator.k8s.io/v1beta2',
        kind: 'SparkApplication',
        metadata: expect.objectContaining({ name: 'a', namespace: 'sales' }),
        spec: { type: 'Scala' },
        status: { x: 1 },
      });
    });

    it('comes in pages of 500 and is handed over once', async () => {
      for (let n = 0; n < 1100; n += 1) {
        put(`app-${n}`);
      }
      await started();
      expect(harness.sink.rows.size).toBe(1100);
      expect(server.count(isSparkList)).toBe(3);
      const replaced = harness.sink.calls.filter(call =>
        call.startsWith('replace'),
      );
      expect(replaced).toHaveLength(1);
    });

    it('starts again when its continue token expires', async () => {
      for (let n = 0; n < 700; n += 1) {
        put(`app-${n}`);
      }
      server.faultOnce(
        request => isSparkList(request) && request.query.has('continue'),
        () => {
          server.store.delete(SPARK_APPS, 'sales', 'app-0');
          server.store.compact();
          return false;
        },
      );
      await started();
      expect(harness.sink.rows.size).toBe(699);
      expect(harness.sink.names()).not.toContain('sales/app-0');
    });

    it('takes items: null for an empty list', async () => {
      server.faultOnce(isSparkList, (_, res) => {
        sendJson(res, 200, {
          metadata: { resourceVersion: 'v1' },
          items: null,
        });
        return true;
      });
      await started();
      expect(harness.sink.calls).toContain('replace eu-1 ');
    });

    it('asks for smaller pages when one is too large', async () => {
      await harness.stop();
      harness = new SourcesHarness().connect(server, { maxBodyBytes: 40_000 });
      for (let n = 0; n < 200; n += 1) {
        put(`app-${n}`, { status: { text: 'x'.repeat(500) } });
      }
      await started();
      expect(harness.sink.rows.size).toBe(200);
    });

    it('shows an object that the integration cannot read by its metadata, and counts it', async () => {
      put('bad', { spec: { type: 'Scala' } });
      const definition = {
        ...sparkDefinition,
        keep: () => {
          throw new Error('boom');
        },
      };
      harness.start([{ id: 'x', title: 'X', resources: [definition] }]);
      await shows('bad');
      expect(harness.sink.rows.values().next().value?.object.spec).toBe(
        undefined,
      );
      await settle();
      expect(
        harness.sources
          .list()[0]
          .kinds.find(({ kind }) => kind === 'SparkApplication')?.message,
      ).toContain('could not read 1');
    });
  });

  describe('watch', () => {
    it('resumes where it was when the server ends it, without a list', async () => {
      put('a');
      await started();
      await shows('a');
      server.endWatches('sparkapplications');
      put('b');
      await harness.passUntil(() => harness.sink.names().length === 2);
      expect(server.count(isSparkList)).toBe(1);
      expect(harness.sink.calls.join()).not.toContain('stale');
    });

    it('asks with bookmarks and a jittered end', async () => {
      await started();
      const { query } = server.requests.find(isSparkWatch)!;
      expect(query.get('allowWatchBookmarks')).toBe('true');
      expect(Number(query.get('timeoutSeconds'))).toBeGreaterThanOrEqual(240);
      expect(Number(query.get('timeoutSeconds'))).toBeLessThanOrEqual(480);
    });

    it('resumes from a bookmark', async () => {
      put('a');
      await started();
      await shows('a');
      server.store.put('/secrets', 'sales', 'unseen');
      const resourceVersion = `v${server.store.version}`;
      const metadata = { resourceVersion };
      server.write(
        'sparkapplications',
        `${JSON.stringify({ type: 'BOOKMARK', object: { metadata } })}\n`,
      );
      await settle();
      server.endWatches('sparkapplications');
      await harness.passUntil(() =>
        server.requests.some(
          request =>
            isSparkWatch(request) &&
            request.query.get('resourceVersion') === resourceVersion,
        ),
      );
      expect(server.count(isSparkList)).toBe(1);
    });

    it('survives a reset without a word to anyone', async () => {
      put('a');
      await started();
      await shows('a');
      server.endWatches('sparkapplications', 'reset');
      put('b');
      await harness.passUntil(() => harness.sink.names().length === 2);
      expect(harness.sink.calls.join()).not.toContain('stale');
    });

    it('lists again on 410 and tells the difference, with no gap', async () => {
      put('a');
      put('b');
      await started();
      await shows('a', 'b');
      const sizes = new Set<number>();
      const watchRows = setInterval(() => sizes.add(harness.sink.rows.size), 0);
      server.endWatches('sparkapplications', 'reset');
      server.store.delete(SPARK_APPS, 'sales', 'a');
      put('c');
      server.store.compact();
      await harness.passUntil(
        () => harness.sink.names().join() === 'sales/b,sales/c',
      );
      clearInterval(watchRows);
      expect([...sizes]).not.toContain(0);
      expect(server.count(isSparkList)).toBeGreaterThan(1);
    });

    it('lists again on an ERROR event in mid-stream', async () => {
      put('a');
      await started();
      await shows('a');
      server.write(
        'sparkapplications',
        '{"type":"ERROR","object":{"kind":"Status","code":500,"message":"etcd"}}\n',
      );
      await harness.passUntil(() => server.count(isSparkList) === 2);
      expect(harness.sink.names()).toEqual(['sales/a']);
    });

    it('takes a recreated object of the same name for another', async () => {
      const first = put('a');
      await started();
      await shows('a');
      server.store.delete(SPARK_APPS, 'sales', 'a');
      const second = put('a');
      await until(() => harness.sink.rows.has(second.metadata.uid));
      expect(harness.sink.rows.has(first.metadata.uid)).toBe(false);
      // The same without the DELETED event, as after a gap.
      const object = {
        metadata: { ...second.metadata, uid: 'third', resourceVersion: 'v99' },
      };
      server.write(
        'sparkapplications',
        `${JSON.stringify({ type: 'ADDED', object })}\n`,
      );
      await until(() => harness.sink.rows.has('third'));
      expect(harness.sink.rows.has(second.metadata.uid)).toBe(false);
    });

    it('reads characters that are cut between two chunks', async () => {
      await started();
      const object = {
        metadata: { name: 'a', namespace: 'sales', uid: 'u' },
        status: { message: 'größer als 2 €' },
      };
      const bytes = Buffer.from(
        `${JSON.stringify({ type: 'ADDED', object })}\n`,
      );
      for (const byte of bytes) {
        server.write('sparkapplications', Uint8Array.of(byte));
      }
      await shows('a');
      const [{ object: row }] = harness.sink.rows.values();
      expect(row.status).toEqual({ message: 'größer als 2 €' });
    });

    it('skips a line of 5 MB and says whose it was', async () => {
      put('a');
      await started();
      await shows('a');
      const object = {
        metadata: { name: 'huge', namespace: 'sales', uid: 'u' },
        status: 'x'.repeat(5 * 2 ** 20),
      };
      server.write(
        'sparkapplications',
        `${JSON.stringify({ type: 'ADDED', object })}\n`,
      );
      put('b');
      await shows('a', 'b', 'huge');
      expect(harness.sink.kind('SparkApplication')).toMatchObject({
        state: 'watching',
        message: expect.stringContaining(
          'huge is larger than the portal reads (4 MiB)',
        ),
      });
    });

    it.each([
      ['HTML', '<html><body>sign in</body></html>\n'],
      ['a cut line', '{"type":"ADDED","obj\n'],
      ['no event', '{"hello":1}\n'],
    ])('recovers from %s in the stream', async (_, bytes) => {
      put('a');
      await started();
      await shows('a');
      server.write('sparkapplications', bytes);
      put('b');
      await harness.passUntil(() => harness.sink.names().length === 2);
      await harness.passUntil(() => harness.sink.marks.size === 0);
      expect(harness.sink.state()).toBe('connected');
    });

    it('leaves a watch that has gone silent', async () => {
      put('a');
      await started();
      await shows('a');
      const before = server.count(isSparkWatch);
      harness.clock.advance(151_000);
      await harness.passUntil(() => server.count(isSparkWatch) > before);
      put('b');
      await harness.passUntil(() => harness.sink.names().length === 2);
      expect(server.count(isSparkList)).toBe(1);
    });

    it('outlives a fault of the index', async () => {
      put('a');
      await started();
      await shows('a');
      const upsert = harness.sink.upsert.bind(harness.sink);
      harness.sink.upsert = () => {
        throw new Error('boom');
      };
      put('b');
      await until(() => expect(harness.logger.error).toHaveBeenCalled());
      harness.sink.upsert = upsert;
      put('c');
      await until(() => expect(harness.sink.rows.size).toBe(2));
      expect(harness.sink.names()).toEqual(['sales/a', 'sales/c']);
    });
  });
});
