import { IncomingMessage } from 'node:http';
import { mockCredentials } from '@backstage/backend-test-utils';
import { spec } from '@millrace/backstage-plugin-data-platform-common/openapi';
import request from 'supertest';
import { response } from './__testUtils__/FakeCluster';
import { ADA, MALLORY, ROOT } from './__testUtils__/people';
import { contextWith, pod, resource } from './__testUtils__/rows';
import { startPortal } from './__testUtils__/startPortal';

const JOB = {
  entityRef: 'component:default/orders-daily',
  type: 'spark-job',
  ownerRef: 'group:default/sales-team',
  domainRef: 'domain:default/sales',
};
const FOREIGN = {
  ...JOB,
  entityRef: 'component:default/ledger',
  ownerRef: 'group:default/finance-team',
  domainRef: 'domain:default/finance',
};

const nobody = mockCredentials.none.header();
const ada = mockCredentials.user.header(ADA);
const root = mockCredentials.user.header(ROOT);
const mallory = mockCredentials.user.header(MALLORY);
const service = (subject: string) =>
  mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'data-platform',
  });
const catalog = service('plugin:catalog');
const scaffolder = service('plugin:scaffolder');

const RUN = { operation: 'spark-job:run' };

/**
 * What each person gets from each route: nobody, an administrator, an owner, one who may see nothing, the catalog,
 * another service. `own` is the owner's, `foreign` somebody else's.
 */
type Row = [
  method: 'get' | 'post',
  path: string,
  url: string,
  expected: {
    root: number;
    ada: number;
    mallory?: number;
    catalog?: number;
    scaffolder?: number;
  },
  body?: object,
];

const MATRIX: Row[] = [
  ['get', '/v1/resources', '/v1/resources', { root: 200, ada: 200 }],
  [
    'get',
    '/v1/resources/{id}',
    '/v1/resources/id-own',
    { root: 200, ada: 200 },
  ],
  [
    'get',
    '/v1/resources/{id}',
    '/v1/resources/id-foreign',
    { root: 200, ada: 404 },
  ],
  [
    'get',
    '/v1/resources/{id}/logs',
    '/v1/resources/id-own/logs?pod=own-driver',
    { root: 200, ada: 200 },
  ],
  [
    'get',
    '/v1/resources/{id}/logs',
    '/v1/resources/id-foreign/logs?pod=own-driver',
    { root: 404, ada: 404 },
  ],
  [
    'get',
    '/v1/resources/{id}/manifest',
    '/v1/resources/id-foreign/manifest',
    { root: 200, ada: 404 },
  ],
  ['get', '/v1/runs', '/v1/runs', { root: 200, ada: 200 }],
  ['get', '/v1/runs/{id}', '/v1/runs/id-foreign', { root: 200, ada: 404 }],
  ['get', '/v1/summary', '/v1/summary', { root: 200, ada: 200 }],
  [
    'get',
    '/v1/jobs/{namespace}/{name}',
    '/v1/jobs/default/orders-daily',
    { root: 200, ada: 200 },
  ],
  [
    'get',
    '/v1/jobs/{namespace}/{name}',
    '/v1/jobs/default/ledger',
    { root: 200, ada: 404 },
  ],
  [
    'get',
    '/v1/domains/{namespace}/{name}',
    '/v1/domains/default/finance',
    { root: 200, ada: 404 },
  ],
  ['get', '/v1/sources', '/v1/sources', { root: 200, ada: 200 }],
  ['get', '/v1/presets', '/v1/presets', { root: 200, ada: 200 }],
  ['get', '/v1/stream', '/v1/stream', { root: 200, ada: 200 }],
  [
    'post',
    '/v1/operations/plan',
    '/v1/operations/plan',
    { root: 200, ada: 200 },
    RUN,
  ],
  ['post', '/v1/operations', '/v1/operations', { root: 202, ada: 202 }, RUN],
  ['get', '/v1/operations', '/v1/operations', { root: 200, ada: 200 }],
  [
    'get',
    '/v1/operations/{id}',
    '/v1/operations/op-1',
    { root: 200, ada: 200 },
  ],
  [
    'get',
    '/v1/catalog-entities',
    '/v1/catalog-entities',
    { root: 403, ada: 403, mallory: 403, catalog: 200 },
  ],
];

describe('who may call which route', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal([JOB, FOREIGN]);
    portal.index.put(
      resource({ name: 'own', ...JOB }),
      resource({ name: 'foreign', ...FOREIGN }),
    );
    portal.index.contexts.set(
      'id-own',
      contextWith({ pods: [pod('own-driver')] }),
    );
    portal.domains.all.push({
      domainRef: 'domain:default/finance',
      source: 'eu-1',
      namespaces: ['finance'],
      bindings: [],
    });
    portal.cluster.answer = ({ path }) =>
      path.endsWith('/log')
        ? response(200, 'hello\n')
        : response(200, { metadata: { uid: 'uid-foreign' } });
  });
  afterAll(() => portal.stop());

  const call = async (
    [method, , url, , body]: Row,
    authorization: string,
  ): Promise<number> => {
    const sent = request(portal.server)
      [method](`/api/data-platform${url}`)
      .set('Authorization', authorization)
      .buffer(false)
      .parse((res, done) => {
        // A stream has no end: its status is all that is asked here.
        (res as unknown as IncomingMessage).destroy();
        done(null, undefined);
      });
    const answer = await (body ? sent.send(body) : sent);
    return answer.status;
  };

  it('names every route of the OpenAPI document', () => {
    const documented = Object.entries(spec.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path}`),
    );
    const tested = new Set(MATRIX.map(([method, path]) => `${method} ${path}`));
    expect([...tested].sort()).toEqual(documented.sort());
  });

  it.each(MATRIX)('%s %s at %s', async (...row) => {
    const expected = row[3];
    expect({
      nobody: await call(row, nobody),
      root: await call(row, root),
      ada: await call(row, ada),
      mallory: await call(row, mallory),
      catalog: await call(row, catalog),
      scaffolder: await call(row, scaffolder),
    }).toEqual({
      nobody: 401,
      mallory: 403,
      catalog: 403,
      scaffolder: 403,
      ...expected,
    });
  });

  it('lets the scaffolder act on behalf of a person, as that person', async () => {
    portal.operations.start.mockClear();
    const onBehalf = mockCredentials.service.header({
      onBehalfOf: mockCredentials.user(ADA),
      targetPluginId: 'data-platform',
    });
    const answer = await request(portal.server)
      .post('/api/data-platform/v1/operations')
      .set('Authorization', onBehalf)
      .send(RUN);
    expect(answer.status).toBe(202);
    const [, caller] = portal.operations.start.mock.calls[0];
    expect(caller.actor).toEqual({
      userRef: ADA,
      groups: ['group:default/sales-team'],
      ownershipRefs: [ADA, 'group:default/sales-team'],
    });
  });
});
