import { mockServices } from '@backstage/backend-test-utils';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { CatalogEntityPage } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformEntityProvider } from './DataPlatformEntityProvider';
import { RegisteredEntities } from './RegisteredEntities';

type Item = CatalogEntityPage['items'][number];

const item = (seq: number, name: string): Item => ({
  seq,
  entityRef: `system:default/${name}`,
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name },
    spec: {},
  },
});
const gone = (seq: number, name: string): Item => ({
  seq,
  entityRef: `system:default/${name}`,
});

/** The backend's route, with a store behind it. */
class FakeBackend {
  items: Item[] = [];
  generation = 'g1';
  failing: number | undefined;
  pageSize = 2;
  readonly asked: string[] = [];

  fetch: typeof globalThis.fetch = async input => {
    const { searchParams } = new URL((input as Request).url);
    this.asked.push(
      `after=${searchParams.get('after')} wait=${searchParams.get('wait')}`,
    );
    if (this.failing) {
      return Response.json(
        { error: { message: 'away' } },
        { status: this.failing },
      );
    }
    const after = Number(searchParams.get('after'));
    const latest = new Map(this.items.map(each => [each.entityRef, each]));
    const changes = [...latest.values()]
      .filter(({ seq }) => seq > after)
      .sort((a, b) => a.seq - b.seq);
    const items = changes.slice(0, this.pageSize);
    return Response.json({
      items,
      seq: items.at(-1)?.seq ?? after,
      more: changes.length > items.length,
      generation: this.generation,
    } satisfies CatalogEntityPage);
  };
}

describe('DataPlatformEntityProvider', () => {
  let backend: FakeBackend;
  let provider: DataPlatformEntityProvider;
  let mutations: EntityProviderMutation[];
  const sleep = jest.fn(async () => {});
  const logger = mockServices.logger.mock();
  const { signal } = new AbortController();

  beforeEach(async () => {
    jest.clearAllMocks();
    backend = new FakeBackend();
    mutations = [];
    provider = new DataPlatformEntityProvider({
      registered: new RegisteredEntities({
        auth: mockServices.auth({ pluginId: 'catalog' }),
        discovery: mockServices.discovery(),
        fetch: (...args) => backend.fetch(...args),
      }),
      logger,
      sleep,
      random: () => 0.5,
    });
    await provider.connect({
      applyMutation: async mutation => void mutations.push(mutation),
      refresh: async () => {},
    });
  });

  const names = (mutation: EntityProviderMutation) =>
    mutation.type === 'full'
      ? mutation.entities.map(({ entity }) => entity.metadata.name)
      : {
          added: mutation.added.map(each =>
            'entity' in each ? each.entity.metadata.name : '',
          ),
          removed: mutation.removed.map(each =>
            'entityRef' in each ? each.entityRef : '',
          ),
        };

  it('begins with everything, read page by page, without what is gone', async () => {
    backend.items = [
      item(1, 'a'),
      item(2, 'b'),
      item(3, 'c'),
      gone(4, 'b'),
      item(5, 'd'),
    ];
    await provider.step(signal);
    expect(mutations.map(names)).toEqual([['a', 'c', 'd']]);
    expect(mutations[0]).toMatchObject({
      type: 'full',
      entities: expect.arrayContaining([
        {
          locationKey: 'data-platform:registered',
          entity: expect.objectContaining({
            metadata: expect.objectContaining({
              annotations: {
                'backstage.io/managed-by-location': 'data-platform:registered',
                'backstage.io/managed-by-origin-location':
                  'data-platform:registered',
              },
            }),
          }),
        },
      ]),
    });
  });

  it('then brings changes as deltas, removals too', async () => {
    backend.items = [item(1, 'a')];
    await provider.step(signal);
    backend.items = [...backend.items, item(2, 'b'), gone(3, 'a')];
    await provider.step(signal);
    await provider.step(signal);
    expect(mutations.map(names)).toEqual([
      ['a'],
      { added: ['b'], removed: ['system:default/a'] },
    ]);
    expect(backend.asked.at(-1)).toBe('after=3 wait=25');
  });

  it.each([401, 403, 404, 500, 503])(
    'a read that fails with %s deletes nothing',
    async code => {
      backend.items = [item(1, 'a')];
      await provider.step(signal);
      backend.failing = code;
      await expect(provider.step(signal)).rejects.toThrow(`answered ${code}`);
      await expect(provider.fullSync(signal)).rejects.toThrow();
      expect(mutations).toHaveLength(1);
      backend.failing = undefined;
      backend.items.push(item(2, 'b'));
      await provider.step(signal);
      expect(names(mutations[1])).toEqual({ added: ['b'], removed: [] });
    },
  );

  it('a full sync that breaks off half-way replaces nothing', async () => {
    backend.items = [item(1, 'a'), item(2, 'b'), item(3, 'c')];
    const { fetch } = backend;
    let pages = 0;
    backend.fetch = async (...args) => {
      pages += 1;
      if (pages === 2) throw new Error('reset');
      return fetch(...args);
    };
    await expect(provider.fullSync(signal)).rejects.toThrow('reset');
    expect(mutations).toEqual([]);
  });

  it('starts anew when the sequence does', async () => {
    backend.items = [item(1, 'a'), item(2, 'b')];
    await provider.step(signal);
    backend.generation = 'g2';
    backend.items = [item(1, 'z')];
    await provider.step(signal);
    expect(mutations).toHaveLength(1);
    await provider.step(signal);
    expect(mutations.map(names)).toEqual([['a', 'b'], ['z']]);
  });

  it('does not lose a change that is not applied', async () => {
    await provider.step(signal);
    backend.items = [item(1, 'a')];
    let down = true;
    await provider.connect({
      applyMutation: async mutation => {
        if (down) throw new Error('database is away');
        mutations.push(mutation);
      },
      refresh: async () => {},
    });
    await expect(provider.step(signal)).rejects.toThrow('database is away');
    down = false;
    await provider.step(signal);
    expect(names(mutations.at(-1)!)).toEqual({ added: ['a'], removed: [] });
  });

  it('waits longer and longer, and says so once', async () => {
    backend.failing = 503;
    const end = new AbortController();
    sleep.mockImplementation(async () => {
      if (sleep.mock.calls.length === 10) end.abort();
    });
    await provider.follow(end.signal);
    const waits = (sleep.mock.calls as unknown as [number][]).map(([ms]) => ms);
    expect(waits.slice(0, 4)).toEqual([375, 750, 1500, 3000]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toContain(
      'the catalog keeps those it has',
    );
  });

  it('ends without a word when the backend shuts down', async () => {
    const end = new AbortController();
    end.abort();
    await provider.follow(end.signal);
    expect(backend.asked).toEqual([]);
  });
});
