import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { server } from '../notebooks/__testUtils__/servers';
import { ADA, MALLORY, ROOT } from './__testUtils__/people';
import { startPortal } from './__testUtils__/startPortal';

describe('notebook servers over HTTP', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  beforeAll(async () => {
    portal = await startPortal([
      {
        entityRef: 'domain:default/sales',
        type: 'data-domain',
        ownerRef: 'group:default/sales-team',
      },
    ]);
    portal.index.put(
      server('explore', {}, { entityRef: 'resource:default/sales-explore' }),
      server(
        'mine',
        { state: 'stopped' },
        {
          ownerRef: 'user:default/nils',
          domainOwnerRef: 'group:default/sales-team',
        },
      ),
      server(
        'foreign',
        {},
        {
          entityRef: 'resource:default/lab-foreign',
          domainRef: 'domain:default/lab',
          ownerRef: 'group:default/lab-team',
        },
      ),
    );
  });
  afterAll(() => portal.stop());

  const get = (who: string, path: string) =>
    request(portal.server)
      .get(`/api/data-platform/v1${path}`)
      .set('Authorization', mockCredentials.user.header(who));
  const names = async (who: string, query = '') =>
    (await get(who, `/notebook-servers${query}`)).body.items.map(
      ({ resource }: any) => resource.name,
    );

  it('lists what one owns, and what lives in a domain that one owns', async () => {
    expect(await names(ADA)).toEqual(['explore', 'mine']);
    expect(await names(ROOT)).toEqual(['explore', 'foreign', 'mine']);
    expect((await get(MALLORY, '/notebook-servers')).status).toBe(403);
  });

  it('is filtered, sorted and paged', async () => {
    expect(await names(ROOT, '?domainRef=domain:default/lab')).toEqual([
      'foreign',
    ]);
    expect(await names(ROOT, '?state=stopped')).toEqual(['mine']);
    expect(await names(ROOT, '?sort=idle&limit=1&offset=2')).toEqual(['mine']);
    expect(await names(ADA, '?mine=true')).toEqual([]);
  });

  it.each(['?state=sleeping', '?sort=age', '?limit=501', '?ownerRef=:::'])(
    'refuses %s',
    async query => {
      expect((await get(ROOT, `/notebook-servers${query}`)).status).toBe(400);
    },
  );

  it('is not sent twice while nothing has changed', async () => {
    const { headers } = await get(ADA, '/notebook-servers');
    const again = () =>
      get(ADA, '/notebook-servers').set('If-None-Match', headers.etag);
    expect((await again()).status).toBe(304);
    portal.index.put(server('explore', { cpu: '8' }));
    expect((await again()).status).toBe(200);
    portal.index.put(
      server('explore', {}, { entityRef: 'resource:default/sales-explore' }),
    );
  });

  it('tells all of one by its entity, to those who may see it', async () => {
    const { body } = await get(ADA, '/notebook-servers/default/sales-explore');
    expect(body).toMatchObject({
      server: { resource: { name: 'explore' }, state: 'running' },
      detail: { name: 'explore', pods: [], events: [] },
      volumes: [],
      podDefaults: [],
      quota: [],
    });
    expect(body.detail.operations).toEqual(body.server.operations);
    for (const name of ['lab-foreign', 'nothing']) {
      const answer = await get(ADA, `/notebook-servers/default/${name}`);
      expect(answer.status).toBe(404);
      expect(answer.body.error.message).toBe(
        `There is no live notebook server for resource:default/${name}. It may have been deleted, or its cluster has not been read yet.`,
      );
    }
  });

  it('asks for options of a domain', async () => {
    portal.notebookOptions.read.mockResolvedValue({ domainRef: 'd' });
    const answer = await get(
      ADA,
      '/notebook-options?domainRef=domain:sales&namespace=sales',
    );
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(portal.notebookOptions.read).toHaveBeenCalledWith(
      {
        domainRef: 'domain:default/sales',
        source: undefined,
        namespace: 'sales',
      },
      expect.objectContaining({ userRef: ADA }),
      expect.any(AbortSignal),
    );
    expect((await get(ADA, '/notebook-options')).status).toBe(400);
  });
});
