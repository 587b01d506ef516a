import {
  CONFIG_MAPS,
  NAMESPACES,
  SPARK_APPLICATIONS,
  sparkApplication,
} from '../../testing/refs';
import { TestServer } from '../../testing/TestServer';

const BASE = '/api/v1/namespaces/listed/configmaps';

describe('list', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await new TestServer().start();
    server.api.create(NAMESPACES, undefined, { metadata: { name: 'listed' } });
    for (const name of ['a', 'b', 'c']) {
      server.api.create(CONFIG_MAPS, 'listed', { metadata: { name } });
    }
    server.api.create(SPARK_APPLICATIONS, 'listed', sparkApplication('pi'));
  });
  afterAll(() => server.stop());

  it('items of built-in kinds leave out kind and version, those of custom ones do not', async () => {
    const builtin = await server.request('GET', BASE);
    expect(builtin.body.items[0].kind).toBeUndefined();
    expect(builtin.body.metadata.continue).toBeUndefined();
    const custom = await server.request(
      'GET',
      '/apis/sparkoperator.k8s.io/v1beta2/sparkapplications',
    );
    expect(custom.body).toMatchObject({
      kind: 'SparkApplicationList',
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      metadata: { continue: '' },
      items: [{ kind: 'SparkApplication' }],
    });
  });

  it('over all namespaces pages by namespace and name', async () => {
    const path = '/api/v1/configmaps?limit=2';
    const first = await server.request('GET', path);
    expect(first.body.metadata.remainingItemCount).toBe(1);
    const token = first.body.metadata.continue;
    const second = await server.request('GET', `${path}&continue=${token}`);
    expect(second.body.items.map((item: any) => item.metadata.name)).toEqual([
      'c',
    ]);
    expect(second.body.metadata).toEqual({
      resourceVersion: first.body.metadata.resourceVersion,
    });
  });

  it('a version of the future waits three seconds, then is 504', async () => {
    const answering = server.request(
      'GET',
      `${BASE}?resourceVersion=999999999`,
    );
    let answered = false;
    void answering.then(() => {
      answered = true;
    });
    // Until the server has the request, advancing the clock would lead nowhere.
    while (!answered) {
      await new Promise(resolve => setTimeout(resolve, 5));
      server.clock.advance(3_000);
    }
    const { status, body, headers } = await answering;
    expect(status).toBe(504);
    expect(body).toMatchObject({
      reason: 'Timeout',
      details: { causes: [{ reason: 'ResourceVersionTooLarge' }] },
    });
    expect(body.message).toMatch(
      /^Timeout: Too large resource version: 999999999, current: \d+$/,
    );
    expect(headers['retry-after']).toBe('1');
  });

  it('an exact version shows the list as it was', async () => {
    const before = await server.request('GET', BASE);
    const { resourceVersion } = before.body.metadata;
    server.api.delete(CONFIG_MAPS, 'listed', 'b');
    const exact = await server.request(
      'GET',
      `${BASE}?resourceVersionMatch=Exact&resourceVersion=${resourceVersion}`,
    );
    expect(exact.body).toEqual(before.body);
  });

  it.each([
    ['resourceVersionMatch=Later&resourceVersion=1', 422],
    ['resourceVersionMatch=Exact&resourceVersion=0', 422],
    ['continue=e30', 400],
    ['fieldSelector=metadata.name', 400],
  ])('%s is %s', async (query, status) => {
    const answer = await server.request('GET', `${BASE}?${query}`);
    expect(answer.status).toBe(status);
  });
});
