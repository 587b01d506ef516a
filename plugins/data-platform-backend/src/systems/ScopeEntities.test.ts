import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { SourceScope } from '@millrace/backstage-plugin-data-platform-node';
import { migrated } from '../__testUtils__/databases';
import { DatabaseEntityStore } from '../entities/DatabaseEntityStore';
import { KnownEntity } from '../join/types';
import { scopeEntity } from './scopeEntity';
import { ScopeEntities } from './ScopeEntities';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const DOMAIN = 'domain:default/sales';
const PRODUCT = 'system:default/orders';
const ALLOTTED = { domainRef: DOMAIN, registerIn: PRODUCT };
const NAME = 'resource:default/sales-lake';

describe('entities of repositories that the configuration registers', () => {
  let store: DatabaseEntityStore;
  let known: Map<string, KnownEntity>;
  let logger: ReturnType<typeof mockServices.logger.mock>;
  let entities: ScopeEntities;

  const learn = (entity: KnownEntity) =>
    known.set(entity.entityRef, { ownerRef: 'group:default/a', ...entity });
  const start = () => {
    entities = new ScopeEntities('lake', {
      type: 'lakefs-repository',
      store,
      directory: {
        get: ref => known.get(ref),
        all: () => known.values(),
      },
      logger,
    });
  };
  beforeEach(async () => {
    const db = await migrated(
      await databases.init('SQLITE_3' as TestDatabaseId),
    );
    store = new DatabaseEntityStore(db);
    logger = mockServices.logger.mock();
    known = new Map();
    learn({ entityRef: PRODUCT, type: 'data-product', domainRef: DOMAIN });
    start();
  });

  const list = (...scopes: SourceScope[]) => entities.observe(scopes);
  const lake: SourceScope = { name: 'sales-lake', ...ALLOTTED };
  const other: SourceScope = { name: 'other' };

  it('are made once, of the product and with its owner', async () => {
    await list(lake, other);
    await list(lake, other);
    expect(await store.all()).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name: 'sales-lake',
          namespace: 'default',
          annotations: {
            'millrace.dev/source': 'lake',
            'millrace.dev/repository': 'sales-lake',
            'millrace.dev/provided': 'true',
          },
        },
        spec: {
          type: 'lakefs-repository',
          owner: 'group:default/a',
          system: PRODUCT,
        },
      },
    ]);
    expect(await store.changesAfter(0, 10)).toHaveLength(1);
  });

  it('follow the owner of the product', async () => {
    await list(lake);
    learn({
      entityRef: PRODUCT,
      type: 'data-product',
      domainRef: DOMAIN,
      ownerRef: 'group:default/b',
    });
    await list(lake);
    expect((await store.get(NAME))?.spec?.owner).toBe('group:default/b');
  });

  it('go when two complete listings lack the repository, not before', async () => {
    await list(lake, other);
    await list(other);
    expect(await store.get(NAME)).toBeDefined();
    await list(lake, other);
    await list(other);
    expect(await store.get(NAME)).toBeDefined();
    await list(other);
    expect(await store.get(NAME)).toBeUndefined();
  });

  it('stay when nothing at all is listed: the key may see nothing any more', async () => {
    await list(lake);
    await list();
    await list();
    await list();
    expect(await store.get(NAME)).toBeDefined();
  });

  it('stay while a listing may have been cut', async () => {
    const many = Array.from({ length: 2_000 }, (_, n) => ({ name: `r${n}` }));
    await list(lake);
    await list(...many);
    await list(...many);
    expect(await store.get(NAME)).toBeDefined();
  });

  it('stay when the product is not known for the moment', async () => {
    await list(lake);
    known.clear();
    await list(lake);
    await list(lake);
    expect(await store.get(NAME)).toBeDefined();
  });

  it('go when the configuration does not register any more, also after a restart', async () => {
    await list(lake);
    start();
    await list({ ...lake, registerIn: undefined });
    await list({ ...lake, registerIn: undefined });
    expect(await store.get(NAME)).toBeUndefined();
  });

  it('make room for what a person registered', async () => {
    await list(lake);
    learn({
      entityRef: 'resource:default/by-hand',
      type: 'lakefs-repository',
      place: { source: 'lake', namespace: 'sales-lake' },
    });
    await list(lake);
    expect(await store.get(NAME)).toBeUndefined();
    await list(lake);
    expect(await store.get(NAME)).toBeUndefined();
  });

  it('take no name that something else has', async () => {
    await store.put(
      scopeEntity({
        ...{ name: 'sales-lake', type: 'dataset', source: 'x', scope: 'y' },
        ...{ owner: 'group:default/c', productRef: PRODUCT },
      }),
      'user:default/ada',
    );
    await list(lake);
    expect((await store.get(NAME))?.spec?.type).toBe('dataset');
    expect(await store.get('resource:default/lake-sales-lake')).toBeDefined();
  });

  it('are not made in a product of another domain, which is said once', async () => {
    learn({
      entityRef: PRODUCT,
      type: 'data-product',
      domainRef: 'domain:default/web',
    });
    await list(lake);
    await list(lake);
    expect(await store.all()).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('is no data product of domain:default/sales'),
    );
  });

  it('are not made under a name that the catalog does not take, and the reason is true', async () => {
    const name = 'x'.repeat(64);
    await list({ name, ...ALLOTTED });
    expect(await store.all()).toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith(
      `${name} of lake is not registered: its name has more than the 63 characters that the catalog takes. Register it with another one.`,
    );
  });

  it('outlive a database that does not answer', async () => {
    await list(lake);
    jest.spyOn(store, 'all').mockRejectedValueOnce(new Error('locked'));
    await list(other);
    await list(other);
    expect(await store.get(NAME)).toBeDefined();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('tried again'),
    );
  });
});
