import { CONFIG_MAPS, NAMESPACES, SECRETS } from '../../testing/refs';
import { TestServer } from '../../testing/TestServer';

const BASE = '/api/v1/namespaces/written';

describe('writes', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await new TestServer().start();
    server.api.create(NAMESPACES, undefined, { metadata: { name: 'written' } });
  });
  afterAll(() => server.stop());

  it('stringData of a secret is written, never read back', async () => {
    const { body } = await server.request('POST', `${BASE}/secrets`, {
      body: { metadata: { name: 's' }, stringData: { a: 'geheim' } },
    });
    expect(body.stringData).toBeUndefined();
    expect(body.data).toEqual({ a: Buffer.from('geheim').toString('base64') });
    expect(server.api.get(SECRETS, 'written', 's')!.type).toBe('Opaque');
  });

  it('a value of the wrong type is 400 for built-in kinds', async () => {
    const { status, body } = await server.request(
      'POST',
      `${BASE}/configmaps`,
      {
        body: { metadata: { name: 'a' }, data: { n: 2 } },
      },
    );
    expect(status).toBe(400);
    expect(body.message).toBe(
      'ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal number into Go struct field ConfigMap.data.n of type string',
    );
  });

  it.each([
    ['labels', 5],
    ['labels', { a: 1 }],
    ['annotations', ['x']],
    ['finalizers', 'x'],
    ['name', 7],
  ])('metadata.%s = %j is 400, not a crash', async (key, value) => {
    const { status, body } = await server.request(
      'POST',
      `${BASE}/configmaps`,
      {
        body: { metadata: { name: 'a', [key]: value } },
      },
    );
    expect(status).toBe(400);
    expect(body.message).toContain('json: cannot unmarshal');
  });

  it.each([
    ['[]'],
    ['"x"'],
    ['5'],
    ['null'],
    ['{"metadata":null}'],
    ['{"metadata":[]}'],
  ])('a body of %s is refused as a Status', async text => {
    const { status, body } = await server.request(
      'POST',
      `${BASE}/configmaps`,
      { body: text },
    );
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.kind).toBe('Status');
  });

  it('a body of more than 3 MiB is 413', async () => {
    const { status } = await server.request('POST', `${BASE}/configmaps`, {
      body: { metadata: { name: 'a' }, data: { a: 'x'.repeat(3_200_000) } },
    });
    expect(status).toBe(413);
  });

  it('keys called __proto__ stay keys', async () => {
    const { status } = await server.request('POST', `${BASE}/configmaps`, {
      body: '{"metadata":{"name":"proto"},"data":{"__proto__":"x"}}',
    });
    expect(status).toBe(201);
    const text = JSON.stringify(
      server.api.get(CONFIG_MAPS, 'written', 'proto'),
    );
    expect(text).toContain('"__proto__":"x"');
    expect(({} as any).x).toBeUndefined();
  });

  it('labels of a namespace survive a patch that would take its own one', async () => {
    const { body } = await server.request(
      'PATCH',
      '/api/v1/namespaces/written',
      {
        headers: { 'Content-Type': 'application/merge-patch+json' },
        body: { metadata: { labels: null }, spec: { finalizers: [] } },
      },
    );
    expect(body.metadata.labels).toEqual({
      'kubernetes.io/metadata.name': 'written',
    });
    expect(body.spec.finalizers).toEqual(['kubernetes']);
  });

  it('a dry run of a change answers with it and stores nothing', async () => {
    server.api.create(CONFIG_MAPS, 'written', {
      metadata: { name: 'dry' },
      data: { k: '1' },
    });
    const { body } = await server.request(
      'PATCH',
      `${BASE}/configmaps/dry?dryRun=All`,
      {
        headers: { 'Content-Type': 'application/merge-patch+json' },
        body: { data: { k: '2' } },
      },
    );
    expect(body.data.k).toBe('2');
    expect(server.api.get(CONFIG_MAPS, 'written', 'dry')!.data.k).toBe('1');
  });

  it('writes without a namespace, or to cluster-scoped kinds under one, are refused', async () => {
    const body = { metadata: { name: 'a' } };
    const without = await server.request('POST', '/api/v1/configmaps', {
      body,
    });
    expect(without.status).toBe(405);
    const under = await server.request('POST', `${BASE}/nodes`, { body });
    expect(under.status).toBe(404);
  });
});
