import {
  CONFIG_MAPS,
  NAMESPACES,
  SPARK_APPLICATIONS,
  sparkApplication,
} from '../../testing/refs';
import { TestServer } from '../../testing/TestServer';
import { TestStream } from '../../testing/TestStream';

const BASE = '/api/v1/namespaces/watched/configmaps?watch=1';

describe('watch', () => {
  let server: TestServer;
  const open: TestStream[] = [];

  beforeEach(async () => {
    server = await new TestServer().start();
    server.api.create(NAMESPACES, undefined, { metadata: { name: 'watched' } });
  });
  afterEach(async () => {
    for (const stream of open.splice(0)) stream.close();
    await server.stop();
  });

  async function watch(query = '', base = BASE): Promise<TestStream> {
    const stream = await server.stream(base + query);
    open.push(stream);
    return stream;
  }
  const make = (name: string, labels: Record<string, string> = {}) =>
    server.api.create(CONFIG_MAPS, 'watched', { metadata: { name, labels } });
  const relabel = (name: string, labels: Record<string, string>) => {
    const object = server.api.get(CONFIG_MAPS, 'watched', name)!;
    server.api.update(CONFIG_MAPS, {
      ...object,
      metadata: { ...object.metadata, labels },
    });
  };

  it.each(['', '&resourceVersion=0'])(
    'without a version (%s) begins with what there is',
    async query => {
      make('a');
      make('b');
      const stream = await watch(query);
      await stream.next(2);
      make('c');
      await stream.next(3);
      expect(stream.told).toEqual(['ADDED a', 'ADDED b', 'ADDED c']);
      expect(stream.contentType).toBe('application/json');
    },
  );

  it('goes on from a version: each later change once, in order', async () => {
    const { resourceVersion } = make('a').metadata;
    make('b');
    server.api.delete(CONFIG_MAPS, 'watched', 'a');
    const stream = await watch(`&resourceVersion=${resourceVersion}`);
    await stream.next(2);
    make('c');
    const events = await stream.next(3);
    expect(stream.told).toEqual(['ADDED b', 'DELETED a', 'ADDED c']);
    const versions = events.map(({ object }) =>
      Number(object.metadata.resourceVersion),
    );
    expect(versions).toEqual([...versions].sort((x, y) => x - y));
  });

  it('sees its namespace alone, or all of them', async () => {
    const here = await watch();
    const everywhere = await watch('', '/api/v1/configmaps?watch=1');
    server.api.create(CONFIG_MAPS, 'default', { metadata: { name: 'other' } });
    make('mine');
    await here.next(1);
    await everywhere.next(2);
    expect(here.told).toEqual(['ADDED mine']);
    expect(everywhere.told).toEqual(['ADDED other', 'ADDED mine']);
  });

  it('entering a selector is ADDED, leaving it DELETED with the old content', async () => {
    make('a', { app: 'x' });
    const stream = await watch('&labelSelector=app%3Dw');
    relabel('a', { app: 'w' });
    relabel('a', { app: 'w', more: 'yes' });
    relabel('a', { app: 'x' });
    const events = await stream.next(3);
    expect(stream.told).toEqual(['ADDED a', 'MODIFIED a', 'DELETED a']);
    const [, modified, deleted] = events.map(({ object }) => object.metadata);
    expect(deleted.labels).toEqual({ app: 'w', more: 'yes' });
    expect(Number(deleted.resourceVersion)).toBeGreaterThan(
      Number(modified.resourceVersion),
    );
  });

  it('a deletion of what never matched is not told', async () => {
    make('a', { app: 'x' });
    const stream = await watch('&labelSelector=app%3Dw');
    server.api.delete(CONFIG_MAPS, 'watched', 'a');
    make('b', { app: 'w' });
    await stream.next(1);
    expect(stream.told).toEqual(['ADDED b']);
  });

  it('one object is watched by name, in the path or by a field selector', async () => {
    make('a');
    const byField = await watch('&fieldSelector=metadata.name%3Da');
    const byPath = await watch(
      '',
      '/api/v1/watch/namespaces/watched/configmaps/a?x=1',
    );
    make('b');
    relabel('a', { touched: 'yes' });
    for (const stream of [byField, byPath]) {
      await stream.next(2);
      expect(stream.told).toEqual(['ADDED a', 'MODIFIED a']);
    }
  });

  it('initial events end with their bookmark; the first ordinary one comes a second later', async () => {
    make('a');
    const stream = await watch(
      '&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true',
    );
    const [, bookmark] = await stream.next(2);
    expect(bookmark).toEqual({
      type: 'BOOKMARK',
      object: {
        kind: 'ConfigMap',
        apiVersion: 'v1',
        metadata: {
          resourceVersion: expect.stringMatching(/^\d+$/),
          annotations: { 'k8s.io/initial-events-end': 'true' },
        },
      },
    });
    server.clock.advance(1_000);
    await stream.next(3);
    server.clock.advance(60_000);
    await stream.next(4);
    expect(stream.told.slice(2)).toEqual(['BOOKMARK', 'BOOKMARK']);
  });

  it('a bookmark holds the newest version, also of other resources', async () => {
    const stream = await watch('&allowWatchBookmarks=true');
    const other = server.api.create(NAMESPACES, undefined, {
      metadata: { name: 'other' },
    });
    server.clock.advance(60_000);
    const [bookmark] = await stream.next(1);
    expect(bookmark.object.metadata.resourceVersion).toBe(
      other.metadata.resourceVersion,
    );
  });

  it('timeoutSeconds ends the body, with a bookmark two seconds before', async () => {
    const stream = await watch('&timeoutSeconds=10&allowWatchBookmarks=true');
    server.clock.advance(8_000);
    await stream.next(1);
    expect(stream.ended).toBe(false);
    server.clock.advance(2_000);
    await stream.end();
    expect(stream.told).toEqual(['BOOKMARK']);
  });

  it('a version that is compacted away is one ERROR event, and the end', async () => {
    const { resourceVersion } = make('a').metadata;
    make('b');
    server.running.compact();
    const stream = await watch(`&resourceVersion=${resourceVersion}`);
    await stream.end();
    expect(stream.status).toBe(200);
    expect(stream.events).toEqual([
      {
        type: 'ERROR',
        object: {
          kind: 'Status',
          apiVersion: 'v1',
          metadata: {},
          status: 'Failure',
          message: expect.stringMatching(
            /^too old resource version: \d+ \(\d+\)$/,
          ),
          reason: 'Expired',
          code: 410,
        },
      },
    ]);
  });

  it('a version of the future waits in silence until it is passed', async () => {
    const { resourceVersion } = make('a').metadata;
    const stream = await watch(
      `&resourceVersion=${Number(resourceVersion) + 1}`,
    );
    make('b');
    make('c');
    await stream.next(1);
    expect(stream.told).toEqual(['ADDED c']);
  });

  it.each([
    ['&resourceVersion=abc', 500],
    ['&labelSelector=a+b%3Dc', 400],
    ['&sendInitialEvents=true', 422],
  ])(
    '%s is refused with %s before the stream begins',
    async (query, status) => {
      const answer = await server.request('GET', BASE + query);
      expect(answer.status).toBe(status);
      expect(answer.body.kind).toBe('Status');
    },
  );

  it('as Tables: columns in the first event alone', async () => {
    make('a');
    const stream = await server.stream(BASE, {
      headers: { Accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' },
    });
    open.push(stream);
    make('b');
    const [first, second] = await stream.next(2);
    expect(first.object.columnDefinitions).toHaveLength(3);
    expect(first.object.rows[0].cells[0]).toBe('a');
    expect(second.object.columnDefinitions).toBeNull();
  });

  it('as metadata alone', async () => {
    make('a');
    const stream = await server.stream(BASE, {
      headers: {
        Accept: 'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io',
      },
    });
    open.push(stream);
    const [event] = await stream.next(1);
    expect(event.object.kind).toBe('PartialObjectMetadata');
    expect(event.object.data).toBeUndefined();
  });

  it('of a kind that is withdrawn tells of the end of each object', async () => {
    server.api.create(SPARK_APPLICATIONS, 'watched', sparkApplication('pi'));
    const stream = await watch(
      '',
      '/apis/sparkoperator.k8s.io/v1beta2/sparkapplications?watch=1',
    );
    await stream.next(1);
    server.api.delete(
      {
        group: 'apiextensions.k8s.io',
        version: 'v1',
        plural: 'customresourcedefinitions',
      },
      undefined,
      'sparkapplications.sparkoperator.k8s.io',
    );
    await stream.next(2);
    expect(stream.told).toEqual(['ADDED pi', 'DELETED pi']);
    const gone = await server.request(
      'GET',
      '/apis/sparkoperator.k8s.io/v1beta2/sparkapplications',
    );
    expect(gone.status).toBe(404);
  });
});
