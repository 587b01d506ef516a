import { Server } from 'node:http';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import dataPlatform from '@millrace/backstage-plugin-data-platform-backend';
import lakefs from '@millrace/backstage-plugin-data-platform-backend-module-lakefs';
import request from 'supertest';
import { TestLakefs } from './__testUtils__/TestLakefs';

const REPO = 'sales-lake';
const ENTITY = 'resource:default/sales-lake';
const ada = mockCredentials.user.header('user:default/ada');

/** lakeFS in the data platform from end to end: two plugins, a server, no frontend. */
describe('lakeFS in the data platform', () => {
  let lake: TestLakefs;
  let backend: TestBackend;
  let server: Server;

  const get = async (path: string, status = 200) => {
    const answer = await request(server)
      .get(`/api/data-platform${path}`)
      .set('Authorization', ada);
    expect([path, answer.status, status === 200 ? '' : answer.text]).toEqual([
      path,
      status,
      status === 200 ? '' : answer.text,
    ]);
    return answer.body;
  };
  const post = (path: string, body: object) =>
    request(server)
      .post(`/api/data-platform${path}`)
      .set('Authorization', ada)
      .send(body);
  const run = async (operation: string, ask: object) => {
    const started = await post('/v1/operations', { operation, ...ask });
    expect([started.status, started.body.error]).toEqual([202, undefined]);
    return get(`/v1/operations/${started.body.id}?wait=20`);
  };

  beforeAll(async () => {
    lake = await TestLakefs.start();
    await seed(lake);
    backend = await startTestBackend({
      features: [
        dataPlatform,
        lakefs,
        catalogServiceMock.factory({ entities: entities() }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example.com' },
            dataPlatform: {
              lakefs: {
                servers: [
                  {
                    name: 'lake',
                    ...lake.config,
                    webhookSecret: 'hush',
                    domains: [
                      {
                        domain: 'domain:default/sales',
                        repositories: ['sales-*'],
                      },
                    ],
                  },
                ],
              },
            },
          },
        }),
      ],
    });
    server = backend.server as unknown as Server;
    await until(async () => (await get('/v1/lakefs/branches')).total === 4);
    // Two plugins and a server, on a machine that has other things to do.
  }, 120_000);
  afterAll(async () => {
    await backend?.stop();
    await lake?.stop();
  });

  it('joins branches to their entity, product and domain', async () => {
    const { items } = await get(`/v1/lakefs/branches?entityRef=${ENTITY}`);
    expect(items).toHaveLength(4);
    expect(items[0]).toMatchObject({
      name: 'clash',
      resource: {
        claim: 'verified',
        entityRef: ENTITY,
        productRef: 'system:default/orders-product',
        domainRef: 'domain:default/sales',
        ownerRef: 'group:default/sales-team',
        assessment: { health: 'degraded', reason: 'WouldConflict' },
      },
    });
    const sources = await get('/v1/sources');
    expect(sources.items).toEqual([
      expect.objectContaining({
        name: 'lake',
        type: 'lakefs',
        state: 'connected',
      }),
    ]);
    expect(JSON.stringify(sources)).not.toContain(lake.config.secretAccessKey);
  });

  it('shows the same rows where everything is shown', async () => {
    const { items, counts } = await get(
      `/v1/resources?kind=Branch.lakefs.io&source=lake`,
    );
    expect(items).toHaveLength(4);
    expect(counts.degraded).toBe(1);
    const detail = await get(`/v1/resources/${items[0].id}`);
    expect(detail.operations.map(({ id }: { id: string }) => id)).toContain(
      'lakefs:merge',
    );
  });

  it('makes a branch, commits, merges and tells who did it', async () => {
    const made = await run('lakefs:branch-create', {
      entityRef: ENTITY,
      input: { name: 'fix-prices', purpose: 'Prices of March', days: 7 },
    });
    expect([made.state, made.error]).toEqual(['done', undefined]);
    await lake.put(REPO, 'fix-prices', 'tables/prices/data/1.parquet', 'p');
    const committed = await run('lakefs:commit', {
      entityRef: ENTITY,
      input: { branch: 'fix-prices', message: 'New prices' },
    });
    expect([committed.state, committed.error]).toEqual(['done', undefined]);
    const plan = await post('/v1/operations/plan', {
      operation: 'lakefs:merge',
      entityRef: ENTITY,
      input: { source: 'fix-prices', destination: 'main' },
    });
    expect(plan.body).toMatchObject({
      ok: true,
      steps: [{ verb: 'call', source: 'lake', identity: 'portal' }],
    });
    const merged = await run('lakefs:merge', {
      entityRef: ENTITY,
      input: { source: 'fix-prices', destination: 'main' },
    });
    expect([merged.state, merged.error]).toEqual(['done', undefined]);
    const { items } = await get(
      `/v1/lakefs/repositories/lake/${REPO}/commits?ref=main&limit=1`,
    );
    expect(items[0]).toMatchObject({
      id: merged.output.commit,
      user: 'user:default/ada',
      isMerge: true,
      metadata: {
        'millrace.dev/entity': ENTITY,
        'millrace.dev/task': merged.id,
        'millrace.dev/link':
          'https://portal.example.com/catalog/default/resource/sales-lake',
      },
    });
  });

  it('refuses a merge that would conflict, and names the objects', async () => {
    const { body } = await post('/v1/operations', {
      operation: 'lakefs:merge',
      entityRef: ENTITY,
      input: { source: 'clash', destination: 'main' },
    });
    expect(body.error.findings).toContainEqual(
      expect.objectContaining({
        field: 'strategy',
        message: '1 object changed on both sides: tables/orders/a.csv.',
      }),
    );
    const { items } = await get(
      `/v1/lakefs/repositories/lake/${REPO}/conflicts?source=clash&destination=main`,
    );
    expect(items).toEqual([
      {
        path: 'tables/orders/a.csv',
        source: {
          ...{ did: 'changed', sizeBytes: 9 },
          commit: expect.objectContaining({ message: 'change' }),
        },
        destination: {
          ...{ did: 'changed', sizeBytes: 10 },
          commit: expect.objectContaining({ message: 'change' }),
        },
      },
    ]);
  });

  it('deletes a branch and restores it from the record', async () => {
    const gone = await run('lakefs:branch-delete', {
      entityRef: ENTITY,
      input: { branch: 'spare' },
    });
    expect([gone.state, gone.error]).toEqual(['done', undefined]);
    await until(async () => {
      const refs = await get(`/v1/lakefs/repositories/lake/${REPO}/refs`);
      return refs.deleted.some(
        ({ name }: { name: string }) => name === 'spare',
      );
    });
    const back = await run('lakefs:branch-restore', {
      entityRef: ENTITY,
      input: { branch: 'spare' },
    });
    expect([back.state, back.error]).toEqual(['done', undefined]);
    await until(
      async () => (await get('/v1/lakefs/branches?q=spare')).total === 1,
    );
  });

  it('guards protected branches that lakeFS itself would delete', async () => {
    await lake.api('PUT', `repositories/${REPO}/settings/branch_protection`, [
      { pattern: 'keep-*' },
    ]);
    const { body } = await post('/v1/operations', {
      operation: 'lakefs:branch-delete',
      entityRef: ENTITY,
      input: { branch: 'keep-me' },
    });
    expect(body.error.message).toContain('The rule "keep-*" protects keep-me');
  });

  it('shows an object as a table, and differences by table', async () => {
    const preview = await get(
      `/v1/lakefs/repositories/lake/${REPO}/preview?ref=clash&path=tables/orders/a.csv`,
    );
    expect(preview).toMatchObject({ kind: 'table', columns: ['id', 'n'] });
    const diff = await get(
      `/v1/lakefs/repositories/lake/${REPO}/diff?left=main&right=clash`,
    );
    expect(diff.groups).toEqual([
      expect.objectContaining({
        prefix: 'tables/orders/',
        counts: { conflict: 1 },
      }),
    ]);
  });

  it('is pushed by a webhook that knows the secret', async () => {
    const hook = (secret: string) =>
      request(server)
        .post('/api/data-platform/v1/lakefs/webhook/lake')
        .set('x-millrace-secret', secret)
        .send({ repository_id: REPO });
    expect((await hook('wrong')).status).toBe(401);
    await lake.api('POST', `repositories/${REPO}/branches`, {
      name: 'pushed',
      source: 'main',
    });
    expect((await hook('hush')).status).toBe(202);
    await until(
      async () => (await get('/v1/lakefs/branches?q=pushed')).total === 1,
    );
  });

  it.each([
    ['a branch of another repository', '/lake/other/commits?ref=main', 404],
    [
      'a ref that is none',
      `/lake/${REPO}/diff?left=main&right=feature%2Fx`,
      400,
    ],
    ['a comparison with nothing', `/lake/${REPO}/diff?left=main`, 400],
  ])('answers %s in words', async (_, path, status) => {
    const { error } = await get(`/v1/lakefs/repositories${path}`, status);
    expect(error.message).toMatch(/\w+ .*\w/);
  });

  it('names the health that there is not', async () => {
    const { error } = await get('/v1/lakefs/branches?health=green', 400);
    expect(error.message).toContain('health');
  });
});

async function seed(lake: TestLakefs): Promise<void> {
  await lake.api('POST', 'repositories', {
    name: REPO,
    storage_namespace: `local://${REPO}`,
    default_branch: 'main',
  });
  await lake.put(REPO, 'main', 'tables/orders/a.csv', 'id,n\n1,2\n');
  await lake.commit(REPO, 'main');
  for (const name of ['clash', 'spare', 'keep-me']) {
    await lake.api('POST', `repositories/${REPO}/branches`, {
      name,
      source: 'main',
    });
  }
  await lake.put(REPO, 'clash', 'tables/orders/a.csv', 'id,n\n1,3\n');
  await lake.commit(REPO, 'clash');
  await lake.put(REPO, 'main', 'tables/orders/a.csv', 'id,n\n1,40\n');
  await lake.commit(REPO, 'main');
}

/** Waits for what the index shows once it has been told. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`never true: ${holds}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function entities(): Entity[] {
  const apiVersion = 'backstage.io/v1alpha1';
  const owner = 'group:default/sales-team';
  return [
    {
      apiVersion,
      kind: 'Domain',
      metadata: { name: 'sales' },
      spec: { type: 'data-domain', owner },
    },
    {
      apiVersion,
      kind: 'System',
      metadata: { name: 'orders-product' },
      spec: { type: 'data-product', owner, domain: 'sales' },
    },
    {
      apiVersion,
      kind: 'Resource',
      metadata: {
        name: 'sales-lake',
        annotations: {
          'millrace.dev/source': 'lake',
          'millrace.dev/repository': REPO,
        },
      },
      spec: { type: 'lakefs-repository', owner, system: 'orders-product' },
    },
  ];
}
