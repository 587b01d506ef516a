import { mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { domain, job, product } from '../store/__testUtils__/StaticEntities';
import { ManualClock } from '../store/ManualClock';
import {
  CatalogEntityDirectory,
  createEntityDirectory,
} from './CatalogEntityDirectory';

const ORDERS = 'component:default/orders';

/** A catalog that a test can change, break and count. */
function world(...start: Entity[]) {
  let edition = 0;
  const entities = new Map<string, Entity>();
  const set = (entity: Entity) => {
    edition += 1;
    const metadata = {
      ...entity.metadata,
      namespace: 'default',
      uid: stringifyEntityRef(entity),
      etag: `e${edition}`,
    };
    entities.set(stringifyEntityRef(entity), { ...entity, metadata });
  };
  start.forEach(set);
  const fake = () => catalogServiceMock({ entities: [...entities.values()] });
  const state = { down: false };
  const catalog = catalogServiceMock.mock({
    queryEntities: async (request, options) => {
      if (state.down) {
        throw new Error('the catalog is down');
      }
      return fake().queryEntities(request, options);
    },
    getEntitiesByRefs: async (request, options) =>
      fake().getEntitiesByRefs(request, options),
  });
  const clock = new ManualClock();
  const logger = mockServices.logger.mock();
  const directory = new CatalogEntityDirectory({
    catalog,
    auth: mockServices.auth(),
    logger,
    clock,
    signal: new AbortController().signal,
  });
  const refresh = () => directory.refresh(new AbortController().signal);
  return { entities, set, catalog, state, clock, logger, directory, refresh };
}

describe('the directory of entities', () => {
  it('looks again for what it does not know, once for all who ask', async () => {
    const { directory, set, catalog, clock } = world();
    set(domain('sales'));
    set(product('shop', 'sales'));
    set(job('orders', 'shop'));
    const looks = jest.spyOn(catalog, 'queryEntities');
    const [first, second] = await Promise.all([
      directory.sought(ORDERS),
      directory.sought(ORDERS),
    ]);
    expect(first?.domainRef).toBe('domain:default/sales');
    expect(second).toBe(first);
    const once = looks.mock.calls.length;
    await directory.sought('component:default/absent');
    expect(looks.mock.calls.length).toBe(once);
    clock.advance(1_000);
    await expect(
      directory.sought('component:default/absent'),
    ).resolves.toBeUndefined();
    expect(looks.mock.calls.length).toBeGreaterThan(once);
  });

  it('knows jobs, products and domains, and who is part of what', async () => {
    const { directory, refresh } = world(
      domain('sales'),
      product('shop', 'sales'),
      job('orders', 'shop', {
        manifest: 'apiVersion: toys.example/v1\nkind: ToyRun\n',
      }),
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'web' },
        spec: { type: 'website' },
      },
    );
    await refresh();
    expect(directory.get(ORDERS)).toEqual({
      entityRef: ORDERS,
      type: 'spark-job',
      ownerRef: 'group:default/orders-people',
      productRef: 'system:default/shop',
      domainRef: 'domain:default/sales',
      manifest: { group: 'toys.example', kind: 'ToyRun', name: 'orders' },
      definition: 'apiVersion: toys.example/v1\nkind: ToyRun\n',
    });
    expect(directory.get('component:default/web')).toBeUndefined();
    const parts = (ref: string) =>
      directory.partsOf(ref).map(each => each.entityRef);
    expect(parts('system:default/shop')).toEqual([ORDERS]);
    expect(parts('domain:default/sales')).toEqual([
      ORDERS,
      'system:default/shop',
    ]);
  });

  it('reads only what differs, and tells only then', async () => {
    const { catalog, directory, refresh, set } = world(
      domain('sales'),
      product('shop', 'sales'),
    );
    const told = jest.fn();
    directory.subscribe(told);
    await refresh();
    const shop = directory.get('system:default/shop');
    await refresh();
    expect(told).toHaveBeenCalledTimes(1);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);

    set(domain('sales', 'other-team'));
    await refresh();
    expect(told).toHaveBeenCalledTimes(2);
    expect(catalog.getEntitiesByRefs.mock.calls.at(-1)![0].entityRefs).toEqual([
      'domain:default/sales',
    ]);
    expect(directory.get('system:default/shop')).toBe(shop);
  });

  it('keeps what it knows while the catalog is down, and says so once', async () => {
    const { directory, refresh, state, logger } = world(domain('sales'));
    await refresh();
    state.down = true;
    await refresh();
    await refresh();
    expect(directory.get('domain:default/sales')).toBeDefined();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    state.down = false;
    await refresh();
    expect(logger.info).toHaveBeenCalledWith('The catalog can be read again');
  });

  it('knows our own registrations at once, until the catalog shows them', async () => {
    const { directory, refresh, set } = world(
      domain('sales'),
      product('shop', 'sales'),
    );
    await refresh();
    directory.upsert(job('orders', 'shop'));
    expect(directory.get(ORDERS)?.domainRef).toBe('domain:default/sales');
    await refresh();
    expect(directory.get(ORDERS)).toBeDefined();
    // Shown as it was registered: from now on the catalog is right.
    set(job('orders', 'shop'));
    await refresh();
    set(job('orders', 'elsewhere'));
    await refresh();
    expect(directory.get(ORDERS)?.productRef).toBe('system:default/elsewhere');
  });

  it('believes a catalog that says otherwise for long', async () => {
    const { directory, refresh, set, clock } = world(job('orders', 'old'));
    directory.upsert(job('orders', 'new'));
    await refresh();
    expect(directory.get(ORDERS)?.productRef).toBe('system:default/new');
    clock.advance(11 * 60_000);
    set(job('orders', 'git'));
    await refresh();
    expect(directory.get(ORDERS)?.productRef).toBe('system:default/git');
  });

  it('forgets what was unregistered at once, though the catalog still shows it', async () => {
    const { directory, refresh, entities } = world(job('orders', 'shop'));
    await refresh();
    directory.remove(ORDERS);
    await refresh();
    expect(directory.get(ORDERS)).toBeUndefined();
    entities.clear();
    await refresh();
    expect(directory.get(ORDERS)).toBeUndefined();
  });

  it('says that the catalog may hold more until it was seen to stand still', async () => {
    const { directory, refresh, set, clock, state } = world();
    const later = async (ms: number, ...entities: Entity[]) => {
      clock.advance(ms);
      entities.forEach(set);
      await refresh();
      return directory.warming();
    };
    expect(await later(0)).toBe(true);
    expect(await later(15_000, domain('sales'))).toBe(true);
    expect(await later(5_000, product('shop', 'sales'))).toBe(true);
    // What is registered here meanwhile tells nothing of the catalog, nor does its coming.
    directory.upsert(job('orders', 'shop'));
    expect(await later(15_000, job('orders', 'shop'))).toBe(true);
    state.down = true;
    expect(await later(10_000)).toBe(true);
    state.down = false;
    expect(await later(0)).toBe(false);
    expect(await later(0, product('late', 'sales'))).toBe(false);
    const many = Array.from({ length: 10 }, (_, n) => product(`p${n}`, 'x'));
    expect(await later(90_000, ...many)).toBe(true);
    expect(await later(20_000)).toBe(false);
  });

  it.each<[string, Entity[], number]>([
    ['full at once', [domain('sales')], 20_000],
    ['empty', [], 180_000],
  ])('believes a catalog that is %s after a while', async (_, start, ms) => {
    const { directory, refresh, clock } = world(...start);
    await refresh();
    clock.advance(ms - 1);
    await refresh();
    expect(directory.warming()).toBe(true);
    clock.advance(1);
    await refresh();
    expect(directory.warming()).toBe(false);
  });

  it('reads again every 20 s until it is stopped, more often at first', async () => {
    const { catalog, clock, logger } = world(domain('sales'));
    const stop = new AbortController();
    createEntityDirectory({
      catalog,
      auth: mockServices.auth(),
      logger,
      clock,
      signal: stop.signal,
    });
    const settle = () => new Promise(resolve => setImmediate(resolve));
    const reads = async () => {
      for (let turn = 0; turn < 20; turn += 1) {
        await settle();
      }
      return catalog.queryEntities.mock.calls.length;
    };
    expect(await reads()).toBe(1);
    for (const read of [2, 3, 4, 5]) {
      clock.advance(5_000);
      expect(await reads()).toBe(read);
    }
    clock.advance(15_000);
    expect(await reads()).toBe(5);
    clock.advance(5_000);
    expect(await reads()).toBe(6);
    stop.abort();
    clock.advance(60_000);
    expect(await reads()).toBe(6);
  });
});
