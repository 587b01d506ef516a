import { createDataPlatformClient } from './client';

function recorder() {
  const calls: { url: string; init: RequestInit }[] = [];
  const fetch = async (url: unknown, init?: RequestInit) => {
    calls.push({ url: String(url), init: init ?? {} });
    return Response.json({ items: [] });
  };
  const client = createDataPlatformClient(
    'http://localhost/api/data-platform',
    fetch as typeof globalThis.fetch,
  );
  return { calls, client };
}

describe('createDataPlatformClient', () => {
  it('reads with the query that the document names', async () => {
    const { calls, client } = recorder();
    await client.request('get', '/v1/resources', {
      params: { query: { source: 'eu-1', limit: 10 } },
    });
    expect(calls[0].url).toBe(
      'http://localhost/api/data-platform/v1/resources?source=eu-1&limit=10',
    );
    expect(calls[0].init.body).toBeUndefined();
  });

  it('sends a body as text, never as a stream, and says that it is JSON', async () => {
    const { calls, client } = recorder();
    await client.request('post', '/v1/operations', {
      body: { operation: 'spark-job:run', entityRef: 'component:default/a' },
    });
    const { init } = calls[0];
    expect(init.method).toBe('POST');
    expect(typeof init.body).toBe('string');
    expect(JSON.parse(String(init.body))).toEqual({
      operation: 'spark-job:run',
      entityRef: 'component:default/a',
    });
    expect(new Headers(init.headers).get('content-type')).toBe(
      'application/json',
    );
  });

  it('encodes what stands in a path', async () => {
    const { calls, client } = recorder();
    await client.request('get', '/v1/resources/{id}', {
      params: { path: { id: 'a/b' } },
    });
    expect(calls[0].url).toContain('/v1/resources/a%2Fb');
  });

  it('passes the signal on', async () => {
    const { calls, client } = recorder();
    const abort = new AbortController();
    await client.request('get', '/v1/sources', { signal: abort.signal });
    abort.abort();
    expect(calls[0].init.signal?.aborted).toBe(true);
  });
});
