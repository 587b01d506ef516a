import { DataPlatformError } from './DataPlatformError';
import { DefaultDataPlatformApi } from './DefaultDataPlatformApi';

type Handler = (request: Request) => Response | Promise<Response>;

function apiWith(handler: Handler) {
  const requests: Request[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    requests.push(request);
    return handler(request);
  };
  const api = new DefaultDataPlatformApi({
    discoveryApi: { getBaseUrl: async id => `http://portal.test/api/${id}` },
    fetchApi: { fetch },
    identityApi: {
      getBackstageIdentity: async () => ({
        type: 'user',
        userEntityRef: 'user:default/ada',
        ownershipEntityRefs: [],
      }),
      getProfileInfo: async () => ({}),
      getCredentials: async () => ({}),
      signOut: async () => undefined,
    },
  });
  return { api, requests };
}

const json = (body: unknown, init?: ResponseInit) =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { 'Content-Type': 'application/json', ...init?.headers },
  });

describe('DefaultDataPlatformApi', () => {
  it('asks for a page with its filters and gives back the ETag', async () => {
    const { api, requests } = apiWith(() =>
      json({ items: [] }, { headers: { ETag: '"7"' } }),
    );
    const result = await api.read<'resources'>({
      name: 'resources',
      query: { health: ['failed', 'degraded'], q: 'a b', limit: 5 },
    });
    expect(result).toEqual({
      unchanged: false,
      value: { items: [] },
      etag: '"7"',
    });
    const url = new URL(requests[0].url);
    expect(url.pathname).toBe('/api/data-platform/v1/resources');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      health: 'failed,degraded',
      q: 'a b',
      limit: '5',
    });
  });

  it('sends the ETag and tells what is unchanged', async () => {
    const { api, requests } = apiWith(
      () => new Response(null, { status: 304 }),
    );
    const view = { name: 'sources', query: {} } as const;
    expect(await api.read<'sources'>(view, { etag: '"7"' })).toEqual({
      unchanged: true,
    });
    expect(requests[0].headers.get('If-None-Match')).toBe('"7"');
  });

  it('splits an entity ref and escapes ids in paths', async () => {
    const { api, requests } = apiWith(() => json({}));
    await api.read<'job'>({
      name: 'job',
      query: { entityRef: 'component:sales/orders' },
    });
    await api.read<'resource'>({ name: 'resource', query: { id: 'a/b c' } });
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual([
      '/api/data-platform/v1/jobs/sales/orders',
      '/api/data-platform/v1/resources/a%2Fb%20c',
    ]);
  });

  it('asks a system for a path of its own, with what is given', async () => {
    const { api, requests } = apiWith(() => json({ items: [] }));
    await api.read<'system'>({
      name: 'system',
      query: {
        system: 'lakefs',
        path: 'repositories/lake 1/r/commits',
        query: { ref: 'a+b', after: '', limit: 5, squash: undefined },
        touches: { kind: 'Branch' },
      },
    });
    expect(requests[0].url.split('/api/data-platform')[1]).toBe(
      '/v1/lakefs/repositories/lake%201/r/commits?ref=a%2Bb&limit=5',
    );
  });

  it.each(['../catalog-entities', 'branches/', 'a/./b', ''])(
    'asks nothing where the path "%s" would lead elsewhere',
    async path => {
      const { api, requests } = apiWith(() => json({}));
      await expect(
        api.read<'system'>({
          name: 'system',
          query: { system: 'lakefs', path },
        }),
      ).rejects.toThrow(`"${path}" is no path of lakefs.`);
      expect(requests).toEqual([]);
    },
  );

  it('turns an error body into an error with its findings', async () => {
    const findings = [{ level: 'error', message: 'wrong' }];
    const { api } = apiWith(() =>
      json(
        { error: { name: 'InputError', message: 'refused', findings } },
        { status: 400 },
      ),
    );
    const error = await api.start({ operation: 'x' }).catch(e => e);
    expect(error).toBeInstanceOf(DataPlatformError);
    expect(error).toMatchObject({
      status: 400,
      name: 'InputError',
      message: 'refused',
      findings,
    });
  });

  it.each([
    [() => new Response('<html>', { status: 502 }), 502],
    [() => Promise.reject(new TypeError('Failed to fetch')), 0],
  ])('names a failure that is not ours', async (handler, status) => {
    const { api } = apiWith(handler);
    const error = await api
      .read<'sources'>({ name: 'sources', query: {} })
      .catch(e => e);
    expect(error).toMatchObject({ status, transient: true });
    expect(error.message).toMatch(/status 502|could not be reached/);
  });

  it('leaves an abort an abort', async () => {
    const { api } = apiWith(() =>
      Promise.reject(new DOMException('gone', 'AbortError')),
    );
    await expect(
      api.read<'sources'>({ name: 'sources', query: {} }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('reads the stream and resumes where it was', async () => {
    const body = ': hi\n\nid: e.9\ndata: {"type":"reset","version":9}\n\n';
    const { api, requests } = apiWith(() => new Response(body));
    const messages = [];
    const signal = new AbortController().signal;
    for await (const message of api.stream({ lastEventId: 'e.8', signal })) {
      messages.push(message);
    }
    expect(messages).toEqual([
      {},
      {},
      { eventId: 'e.9', frame: { type: 'reset', version: 9 } },
    ]);
    expect(requests[0].headers.get('Last-Event-ID')).toBe('e.8');
  });

  it('refuses a stream that is not allowed', async () => {
    const { api } = apiWith(() =>
      json(
        { error: { name: 'NotAllowedError', message: 'no' } },
        { status: 403 },
      ),
    );
    const frames = api.stream({ signal: new AbortController().signal });
    await expect(frames.next()).rejects.toMatchObject({ forbidden: true });
  });

  it('reads a log in pieces with only the options that are set', async () => {
    const { api, requests } = apiWith(() => new Response('grün\nzwei'));
    let text = '';
    const query = { pod: 'p', follow: true, container: undefined };
    const signal = new AbortController().signal;
    for await (const chunk of api.logs('id', query, signal)) {
      text += chunk;
    }
    expect(text).toBe('grün\nzwei');
    expect(new URL(requests[0].url).search).toBe('?pod=p&follow=true');
  });

  it('plans, starts and follows an operation', async () => {
    const { api, requests } = apiWith(() => json({ id: 'op' }));
    await api.plan({ operation: 'spark-job:run' });
    await api.start({ operation: 'spark-job:run', idempotencyKey: 'k' });
    await api.operation('op', { waitSeconds: 5 });
    expect(
      requests.map(({ method, url }) => `${method} ${url.slice(37)}`),
    ).toEqual([
      'POST v1/operations/plan',
      'POST v1/operations',
      'GET v1/operations/op?wait=5',
    ]);
    expect(await requests[1].json()).toEqual({
      operation: 'spark-job:run',
      idempotencyKey: 'k',
    });
  });

  it('reads a manifest as text', async () => {
    const { api } = apiWith(() => new Response('kind: Pod\n'));
    expect(await api.manifest('id')).toBe('kind: Pod\n');
  });
});
