import { CONFIG_MAPS, NAMESPACES, SERVICE_ACCOUNTS } from '../testing/refs';
import { TestServer } from '../testing/TestServer';

describe('the API server over HTTP', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await new TestServer().start({
      users: [{ name: 'ada', groups: ['team'] }],
    });
    const { api } = server;
    api.create(NAMESPACES, undefined, { metadata: { name: 'sales' } });
    api.create(SERVICE_ACCOUNTS, 'sales', { metadata: { name: 'spark' } });
    api.create(CONFIG_MAPS, 'sales', { metadata: { name: 'a' } });
  });
  afterAll(() => server.stop());

  it('lets everybody see health and version, those it knows discovery, and nobody more', async () => {
    const status = async (path: string, caller: string) =>
      (await server.request('GET', path, { caller })).status;
    expect(await status('/readyz', 'anonymous')).toBe(200);
    expect(await status('/version', 'anonymous')).toBe(200);
    expect(await status('/apis', 'anonymous')).toBe(403);
    expect(await status('/apis', 'ada')).toBe(200);
    expect(await status('/metrics', 'ada')).toBe(403);
    expect(await status('/apis', 'invalid token')).toBe(401);
  });

  it('tells of each resource in discovery, both ways', async () => {
    const aggregated = await server.request('GET', '/api', {
      headers: {
        Accept:
          'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
      },
    });
    const [{ versions }] = aggregated.body.items;
    const pods = versions[0].resources.find(
      (one: any) => one.resource === 'pods',
    );
    expect(pods).toMatchObject({
      scope: 'Namespaced',
      singularResource: 'pod',
      responseKind: { group: '', version: 'v1', kind: 'Pod' },
      shortNames: ['po'],
    });
    expect(pods.subresources.map((one: any) => one.subresource)).toEqual([
      'status',
      'log',
      'proxy',
    ]);
    const list = await server.request(
      'GET',
      '/apis/sparkoperator.k8s.io/v1beta2',
    );
    expect(list.body.resources.map((one: any) => one.name)).toEqual([
      'scheduledsparkapplications',
      'scheduledsparkapplications/status',
      'sparkapplications',
      'sparkapplications/status',
    ]);
    const group = await server.request('GET', '/apis/sparkoperator.k8s.io');
    expect(group.body.preferredVersion.version).toBe('v1beta2');
  });

  it('names fieldValidation in OpenAPI, which is all that kubectl create looks for', async () => {
    const index = await server.request('GET', '/openapi/v3');
    const { serverRelativeURL } =
      index.body.paths['apis/sparkoperator.k8s.io/v1beta2'];
    const { body } = await server.request('GET', serverRelativeURL);
    const patches = Object.values<any>(body.paths).map(path => path.patch);
    expect(
      patches.map(patch => patch['x-kubernetes-group-version-kind'].kind),
    ).toContain('SparkApplication');
    for (const patch of patches) {
      expect(patch.parameters.map((one: any) => one.name)).toContain(
        'fieldValidation',
      );
    }
    const absent = await server.request('GET', '/openapi/v3/apis/none/v1');
    expect(absent.status).toBe(404);
  });

  it('gives a service account a token that lasts an hour', async () => {
    const { body } = await server.request(
      'POST',
      '/api/v1/namespaces/sales/serviceaccounts/spark/token',
      { body: {} },
    );
    expect(body.status.expirationTimestamp).toBe('2026-11-22T09:00:00Z');
    const headers = { authorization: `Bearer ${body.status.token}` };
    const whoAmI = () =>
      fetch(
        `${server.running.url}/apis/authentication.k8s.io/v1/selfsubjectreviews`,
        { method: 'POST', headers, body: '{}' },
      );
    const known = await whoAmI();
    expect((await known.json()).status.userInfo).toEqual({
      username: 'system:serviceaccount:sales:spark',
      groups: [
        'system:serviceaccounts',
        'system:serviceaccounts:sales',
        'system:authenticated',
      ],
    });
    server.clock.advance(60 * 60 * 1000);
    expect((await whoAmI()).status).toBe(401);
  });

  it.each([
    ['PATCH', '/api/v1/namespaces/sales/configmaps', 405],
    ['POST', '/api/v1/namespaces/sales/configmaps/a', 405],
    ['POST', '/api/v1/namespaces/sales/pods/x/log', 405],
    ['GET', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', 405],
    ['GET', '/api/v1/namespaces/sales/configmaps/a/status', 404],
    ['GET', '/apis/sparkoperator.k8s.io/v9/sparkapplications', 404],
    ['DELETE', '/version', 405],
  ])('%s %s is %s', async (method, path, status) => {
    expect((await server.request(method, path)).status).toBe(status);
  });

  it('deletes a collection by selector, and answers with what was there', async () => {
    for (const name of ['x', 'y']) {
      server.api.create(CONFIG_MAPS, 'sales', {
        metadata: { name, labels: { app: 'gone' } },
      });
    }
    const { body } = await server.request(
      'DELETE',
      '/api/v1/namespaces/sales/configmaps?labelSelector=app%3Dgone',
    );
    expect(body.items.map((item: any) => item.metadata.name)).toEqual([
      'x',
      'y',
    ]);
    expect(
      server.api.list(CONFIG_MAPS, 'sales').map(one => one.metadata.name),
    ).toEqual(['a']);
  });
});
