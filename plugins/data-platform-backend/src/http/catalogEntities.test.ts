import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { startPortal } from './__testUtils__/startPortal';

const catalog = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('plugin:catalog'),
  targetPluginId: 'data-platform',
});

describe('GET /v1/catalog-entities', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  beforeEach(async () => {
    portal = await startPortal();
  });
  afterEach(() => portal.stop());

  const poll = (query: string) =>
    request(portal.server)
      .get(`/api/data-platform/v1/catalog-entities?${query}`)
      .set('Authorization', catalog);
  const change = (seq: number) => ({
    seq,
    entityRef: `component:default/job-${seq}`,
  });

  it('pages by sequence', async () => {
    portal.entityStore.changes.push(change(1), change(2), change(3));
    expect((await poll('after=1&limit=1')).body).toEqual({
      items: [change(2)],
      seq: 2,
      more: true,
      generation: 'g1',
    });
    expect((await poll('after=3')).body).toMatchObject({ items: [], seq: 3 });
  });

  it('answers a waiting poll as soon as something changes', async () => {
    const waiting = poll('after=0&wait=25').then(answer => answer.body);
    await new Promise(resolve => setTimeout(resolve, 50));
    portal.entityStore.tell(change(1));
    expect(await waiting).toMatchObject({ items: [change(1)], seq: 1 });
  });

  it('ends a waiting poll when the backend stops', async () => {
    const waiting = poll('after=0&wait=25').then(answer => answer.body);
    await new Promise(resolve => setTimeout(resolve, 50));
    portal.shutdown.abort();
    expect(await waiting).toMatchObject({ items: [], seq: 0 });
  });
});
