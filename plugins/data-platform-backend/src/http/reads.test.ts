import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { ADA, ROOT } from './__testUtils__/people';
import { resource } from './__testUtils__/rows';
import { startPortal } from './__testUtils__/startPortal';

const ada = mockCredentials.user.header(ADA);
const root = mockCredentials.user.header(ROOT);
const SALES = {
  ownerRef: 'group:default/sales-team',
  domainRef: 'domain:default/sales',
};
const FINANCE = {
  ownerRef: 'group:default/finance-team',
  domainRef: 'domain:default/finance',
};

describe('reads', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  const start = async (epoch?: string) => {
    const started = await startPortal(
      [
        { entityRef: SALES.domainRef, type: 'data-domain', ...SALES },
        {
          entityRef: FINANCE.domainRef,
          type: 'data-domain',
          ownerRef: FINANCE.ownerRef,
          title: 'Money',
        },
        {
          entityRef: 'system:default/shop',
          type: 'data-product',
          ...SALES,
        },
      ],
      epoch,
    );
    started.index.put(
      resource({ name: 'orders', ...SALES }, { health: 'failed' }),
      resource({ name: 'refunds', ...SALES }),
      resource({ name: 'ledger', ...FINANCE }, { health: 'failed' }),
    );
    return started;
  };

  beforeAll(async () => {
    portal = await start();
  });
  afterEach(() => {
    portal.sources.isWarming = false;
    portal.policy.overrides.clear();
    portal.clock.advance(6_000);
  });
  afterAll(() => portal.stop());

  const get = (url: string, authorization = ada, etag?: string) => {
    const sent = request(portal.server)
      .get(`/api/data-platform${url}`)
      .set('Authorization', authorization);
    return etag ? sent.set('If-None-Match', etag) : sent;
  };

  it('filters before it counts, sorts and pages', async () => {
    const { body } = await get('/v1/resources?limit=1&offset=1');
    expect(body.items.map((row: { name: string }) => row.name)).toEqual([
      'refunds',
    ]);
    expect(body.total).toBe(2);
    expect(body.counts).toMatchObject({ failed: 1, healthy: 1 });
    expect((await get('/v1/resources', root)).body.total).toBe(3);
  });

  it('says when the first lists are not done', async () => {
    expect((await get('/v1/resources')).body.warming).toBe(false);
    portal.sources.isWarming = true;
    expect((await get('/v1/resources')).body.warming).toBe(true);
  });

  it('lists the domains of which a person may see something, by name', async () => {
    const crm = 'domain:default/crm';
    portal.domains.all.push({
      domainRef: crm,
      source: 'eu-1',
      namespaces: ['crm'],
      bindings: [],
    });
    const list = async (query: string, who?: string) => {
      const { items, total } = (await get(`/v1/domains${query}`, who)).body;
      return [items.map((item: any) => item.entityRef), total];
    };
    expect(await list('')).toEqual([[SALES.domainRef], 1]);
    expect(await list('', root)).toEqual([
      [crm, FINANCE.domainRef, SALES.domainRef],
      3,
    ]);
    expect(await list('?limit=1', root)).toEqual([[crm], 3]);
    expect(await list('?q=MONEY', root)).toEqual([[FINANCE.domainRef], 1]);
    expect(await list('?q=nothing', root)).toEqual([[], 0]);
    portal.entities.isWarming = true;
    expect((await get('/v1/domains')).body.warming).toBe(true);
    portal.entities.isWarming = false;
  });

  describe('ETags', () => {
    it.each([
      '/v1/resources',
      '/v1/resources/id-orders',
      '/v1/runs',
      '/v1/summary',
      '/v1/sources',
      '/v1/presets',
      '/v1/domains',
    ])('%s answers 304 to the same viewer only', async url => {
      const first = await get(url);
      expect(first.status).toBe(200);
      expect(first.headers['cache-control']).toBe('private, no-cache');
      const { etag } = first.headers;
      expect((await get(url, ada, etag)).status).toBe(304);
      expect((await get(url, ada, `"other", W/${etag}`)).status).toBe(304);
      expect((await get(url, root, etag)).status).toBe(200);
    });

    it('end with a change', async () => {
      const { etag } = (await get('/v1/resources')).headers;
      portal.index.put(
        resource({ name: 'orders', ...SALES }, { health: 'failed' }),
      );
      expect((await get('/v1/resources', ada, etag)).status).toBe(200);
    });

    it('end with the process', async () => {
      const { etag } = (await get('/v1/resources')).headers;
      const detail = (await get('/v1/summary')).headers.etag;
      await portal.stop();
      portal = await start('e2');
      expect((await get('/v1/resources', ada, etag)).status).toBe(200);
      expect((await get('/v1/summary', ada, detail)).status).toBe(200);
    });

    it('end when the policy shows other things', async () => {
      const { etag } = (await get('/v1/resources')).headers;
      portal.policy.overrides.set(ADA, { result: 'ALLOW' as never });
      portal.clock.advance(6_000);
      const now = await get('/v1/resources', ada, etag);
      expect(now.status).toBe(200);
      expect(now.body.total).toBe(3);
    });
  });

  describe('bad input', () => {
    it.each([
      ['/v1/resources?limit=501', 'limit must be <= 500'],
      ['/v1/resources?sort=password', 'sort must be equal to one of'],
      ['/v1/resources?order=up', 'order must be equal to one of'],
      ['/v1/resources?nature=ghost', 'nature must be equal to one of'],
      ['/v1/resources?secret=1', "Unknown query parameter 'secret'"],
      ['/v1/resources?health=failed,sad', 'health: "sad" is no health. Use'],
      [
        '/v1/resources?entityRef=orders',
        'entityRef: "orders" is no entity ref',
      ],
      ['/v1/runs?before=yesterday', 'before must match format "date-time"'],
      ['/v1/runs?outcome=great', 'outcome must be equal to one of'],
      ['/v1/resources/id-orders/logs', "must have required property 'pod'"],
    ])('%s is refused by name', async (url, message) => {
      const answer = await get(url);
      expect(answer.status).toBe(400);
      expect(answer.body.error.name).toBe('InputError');
      expect(answer.body.error.message).toContain(message);
    });

    it.each([
      ['/v1/resources/nothing', 'There is no such live object'],
      ['/v1/runs/nothing', 'There is no such run'],
      ['/v1/jobs/default/nothing', 'There is no job component:default/nothing'],
      ['/v1/domains/default/nothing', 'no data domain domain:default/nothing'],
      ['/v1/operations/nothing', 'There is no such operation'],
    ])('%s is not found, in words', async (url, message) => {
      const answer = await get(url);
      expect(answer.status).toBe(404);
      expect(answer.body.error.message).toContain(message);
    });

    it('tells a failure by a number, and nothing of its text', async () => {
      const query = jest
        .spyOn(portal.history, 'query')
        .mockRejectedValue(new Error('refused: postgres://portal:hunter2@db'));
      const answer = await get('/v1/runs');
      query.mockRestore();
      expect(answer.status).toBe(500);
      expect(JSON.stringify(answer.body)).not.toContain('hunter2');
      expect(answer.body.error.name).toBe('InternalError');
    });
  });
});
