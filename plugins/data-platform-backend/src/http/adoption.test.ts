import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { ADA, MALLORY, ROOT } from './__testUtils__/people';
import { resource } from './__testUtils__/rows';
import { startPortal } from './__testUtils__/startPortal';

describe('GET /v1/adoption', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  beforeAll(async () => {
    portal = await startPortal();
    portal.index.put(
      resource({ name: 'mine-1', ownerRef: 'group:default/sales-team' }),
      resource({ name: 'other-1', namespace: 'legacy' }),
    );
  });
  afterAll(() => portal.stop());

  const get = (who: string, query = '') =>
    request(portal.server)
      .get(`/api/data-platform/v1/adoption${query}`)
      .set('Authorization', mockCredentials.user.header(who));
  const names = async (who: string, query?: string) =>
    (await get(who, query)).body.jobs.map(({ name }: any) => name);

  it('shows people what is theirs, and administrators everything', async () => {
    expect(await names(ROOT)).toEqual(['other', 'mine']);
    const namespaces = (await get(ROOT)).body.namespaces;
    expect(namespaces.map(({ namespace }: any) => namespace)).toEqual([
      'legacy',
      'sales',
    ]);
    expect((await get(MALLORY)).status).toBe(403);
  });

  it('shows a team the namespaces in which it sees something', async () => {
    const { namespaces } = (await get(ADA)).body;
    expect(namespaces.map(({ namespace }: any) => namespace)).toEqual([
      'sales',
    ]);
  });

  it('is paged and searched, and not sent twice', async () => {
    expect(await names(ROOT, '?q=oth')).toEqual(['other']);
    expect(await names(ROOT, '?limit=1&offset=1')).toEqual(['mine']);
    const { headers } = await get(ROOT);
    const again = await get(ROOT).set('If-None-Match', headers.etag);
    expect(again.status).toBe(304);
    expect((await get(ROOT, '?limit=501')).status).toBe(400);
  });
});
