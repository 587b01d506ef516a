import { mockServices } from '@backstage/backend-test-utils';
import { Source } from '@millrace/backstage-plugin-data-platform-common';
import { migrated, testDatabases } from '../../__testUtils__/databases';
import { DatabaseEntityStore } from '../../entities/DatabaseEntityStore';
import { FakeIndex } from '../../http/__testUtils__/FakeIndex';
import { KnownEntity } from '../../join/types';
import { OperationRecord } from '../../operations/OperationRecord';
import { ManualClock } from '../../store/ManualClock';
import { server } from '../__testUtils__/servers';
import { NotebookBook } from './NotebookBook';
import { NotebookEntities } from './NotebookEntities';

const SALES = 'domain:default/sales';
const TEAM = 'group:default/sales-team';
const NAME = 'resource:default/sales-explore';
const databases = testDatabases();

function source(parts: Partial<Source> = {}): Source {
  return {
    name: 'eu-1',
    type: 'kubernetes',
    state: 'connected',
    message: '',
    kinds: [{ kind: 'Notebook', group: 'kubeflow.org', state: 'watching' }],
    ...parts,
  } as Source;
}

/** What replicas share, and replicas. */
class Scene {
  readonly clock = new ManualClock(0);
  readonly index = new FakeIndex();
  readonly directory = new Map<string, KnownEntity>([
    [SALES, { entityRef: SALES, type: 'data-domain', ownerRef: TEAM }],
  ]);
  readonly operations = new Map<string, Partial<OperationRecord>>();
  readonly domains = new Map([['sales', SALES]]);
  readonly replicas: NotebookEntities[] = [];
  readonly store: DatabaseEntityStore;
  source: Source = source();

  constructor(store: DatabaseEntityStore) {
    this.store = store;
  }

  start() {
    const book = new NotebookBook();
    const replica = new NotebookEntities({
      book,
      index: this.index,
      store: this.store,
      directory: this.directory,
      domains: {
        ofNamespace: (_source, namespace) => this.domains.get(namespace),
      },
      sources: { find: () => this.source, warming: () => false },
      operations: {
        get: async id => this.operations.get(id) as OperationRecord,
      },
      clock: this.clock,
      logger: mockServices.logger.mock(),
    });
    replica.start();
    this.replicas.push(replica);
    return book;
  }

  /** Lets everything happen that is due within so many ms. */
  async pass(ms = 0) {
    this.clock.advance(ms);
    for (let round = 0; round < 3; round += 1) {
      await new Promise(setImmediate);
      for (const replica of this.replicas) await replica.settled();
    }
  }

  /** An operation that made a server of this uid. */
  made(
    id: string,
    uid: string | undefined,
    more: Partial<OperationRecord> = {},
  ) {
    this.operations.set(id, {
      operation: 'notebook:create',
      state: uid ? 'done' : 'running',
      steps: [{ id: 'server', verb: 'create', source: 'eu-1' }] as any,
      progress: { server: { state: 'done', uid } },
      output: { owner: 'user:default/ada', title: 'Explore' },
      ...more,
    });
  }
}

const marked = (id: string) => ({
  metadata: { annotations: { 'millrace.dev/operation': id } },
});

describe('entities of notebook servers', () => {
  let scene: Scene;
  beforeEach(async () => {
    const db = await migrated(await databases.init('SQLITE_3'));
    scene = new Scene(new DatabaseEntityStore(db));
  });
  afterEach(() => Promise.all(scene.replicas.map(replica => replica.stop())));

  it('come with the object and go with it', async () => {
    const book = scene.start();
    await scene.pass();
    scene.index.put(server('explore'));
    await scene.pass();
    expect(await scene.store.get(NAME)).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'sales-explore',
        namespace: 'default',
        title: 'explore',
        annotations: {
          'millrace.dev/source': 'eu-1',
          'millrace.dev/namespaces': 'sales',
          'millrace.dev/object': 'Notebook.kubeflow.org/sales/explore',
          'millrace.dev/object-uid': 'uid-explore',
        },
      },
      spec: { type: 'notebook-server', owner: TEAM },
    });
    expect(book.of('eu-1', 'uid-explore')).toEqual({ entityRef: NAME });
    scene.index.drop('id-explore');
    await scene.pass();
    expect(await scene.store.get(NAME)).toBeUndefined();
  });

  it('have the owner that the operation was started for, once that has told what it made', async () => {
    scene.made('op-1', undefined);
    const book = scene.start();
    scene.index.put(server('explore', {}, {}, marked('op-1')));
    await scene.pass();
    expect(await scene.store.get(NAME)).toBeUndefined();
    scene.made('op-1', 'uid-explore');
    await scene.pass(1_000);
    expect(await scene.store.get(NAME)).toMatchObject({
      metadata: {
        title: 'Explore',
        annotations: { 'millrace.dev/owner-verified': 'true' },
      },
      spec: { owner: 'user:default/ada' },
    });
    expect(book.of('eu-1', 'uid-explore')).toEqual({
      entityRef: NAME,
      ownerRef: 'user:default/ada',
      title: 'Explore',
    });
  });

  it.each([
    ['another object', { progress: { server: { state: 'done', uid: 'x' } } }],
    ['something else', { operation: 'spark-job:run' }],
    [
      'it on another cluster',
      { steps: [{ id: 'server', verb: 'create', source: 'us-1' }] },
    ],
  ])('believe no annotation of an operation that made %s', async (_, more) => {
    scene.made('op-1', 'uid-explore', more as any);
    scene.start();
    scene.index.put(
      server(
        'explore',
        {},
        {},
        {
          metadata: {
            annotations: {
              'millrace.dev/operation': 'op-1',
              'millrace.dev/owner': 'user:default/mallory',
              'millrace.dev/started-by': 'user:default/mallory',
            },
          },
        },
      ),
    );
    await scene.pass();
    expect((await scene.store.get(NAME))?.spec?.owner).toBe(TEAM);
  });

  it('keep a proven owner when the operation has been forgotten, also after a restart', async () => {
    scene.made('op-1', 'uid-explore');
    scene.start();
    scene.index.put(server('explore', {}, {}, marked('op-1')));
    await scene.pass();
    scene.operations.clear();
    const book = scene.start();
    await scene.pass(30_000);
    expect(book.of('eu-1', 'uid-explore')?.ownerRef).toBe('user:default/ada');
    expect((await scene.store.get(NAME))?.spec?.owner).toBe('user:default/ada');
  });

  it('forget the owner of an earlier server of that name', async () => {
    scene.made('op-1', 'uid-explore');
    scene.start();
    scene.index.put(server('explore', {}, {}, marked('op-1')));
    await scene.pass();
    scene.index.drop('id-explore');
    scene.index.put(server('explore', {}, { id: 'id-2', uid: 'uid-2' }));
    await scene.pass();
    expect(await scene.store.get(NAME)).toMatchObject({
      metadata: { annotations: { 'millrace.dev/object-uid': 'uid-2' } },
      spec: { owner: TEAM },
    });
  });

  it('follow the owner of the domain where nobody is proven to be the owner', async () => {
    scene.start();
    scene.index.put(server('explore'));
    await scene.pass();
    scene.directory.set(SALES, {
      entityRef: SALES,
      type: 'data-domain',
      ownerRef: 'group:default/new',
    });
    await scene.pass(30_000);
    expect((await scene.store.get(NAME))?.spec?.owner).toBe(
      'group:default/new',
    );
  });

  it.each([
    ['the cluster cannot be reached', { state: 'stale' as const }],
    [
      'its kind may not be read any more',
      {
        kinds: [
          { kind: 'Notebook', group: 'kubeflow.org', state: 'forbidden' },
        ],
      },
    ],
    [
      'its kind is not served',
      {
        kinds: [{ kind: 'Notebook', group: 'kubeflow.org', state: 'dormant' }],
      },
    ],
    [
      'its namespace is not among those that are read',
      {
        kinds: [
          {
            kind: 'Notebook',
            group: 'kubeflow.org',
            state: 'watching',
            namespaces: ['lab'],
          },
        ],
      },
    ],
  ])('stay when %s', async (_, parts) => {
    scene.start();
    scene.index.put(server('explore'));
    await scene.pass();
    scene.source = source(parts as any);
    scene.index.drop('id-explore');
    await scene.pass(90_000);
    expect(await scene.store.get(NAME)).toBeDefined();
    scene.source = source();
    await scene.pass(30_000);
    expect(await scene.store.get(NAME)).toBeUndefined();
  });

  it('are not made outside domains, and go when the namespace leaves its domain for good', async () => {
    scene.start();
    scene.index.put(server('loose', {}, { namespace: 'nobody' }));
    scene.index.put(server('explore'));
    await scene.pass();
    expect(
      await scene.store.get('resource:default/nobody-loose'),
    ).toBeUndefined();
    scene.domains.clear();
    await scene.pass(30_000);
    expect(await scene.store.get(NAME)).toBeDefined();
    await scene.pass(30_000);
    expect(await scene.store.get(NAME)).toBeUndefined();
  });

  it('have names of their own where two objects would have the same', async () => {
    scene.domains.set('sales-eu', SALES);
    scene.start();
    scene.index.put(server('eu-lab'));
    await scene.pass();
    scene.index.put(
      server('lab', {}, { id: 'id-2', uid: 'uid-2', namespace: 'sales-eu' }),
    );
    await scene.pass();
    const all = await scene.store.all();
    expect(all.map(({ metadata }) => metadata.name)).toEqual([
      'sales-eu-lab',
      'eu-1-sales-eu-lab',
    ]);
  });

  it('are written once, however many replicas there are and however often they look', async () => {
    const books = [scene.start(), scene.start()];
    for (const name of ['a', 'b', 'c']) scene.index.put(server(name));
    await scene.pass();
    for (let round = 0; round < 3; round += 1) {
      for (const name of ['a', 'b', 'c']) scene.index.put(server(name));
      await scene.pass(30_000);
    }
    expect(await scene.store.changesAfter(0, 100)).toHaveLength(3);
    expect((await scene.store.changesAfter(0, 100)).at(-1)?.seq).toBe(3);
    for (const book of books) {
      expect([...book.all()].map(({ entityRef }) => entityRef).sort()).toEqual([
        'resource:default/sales-a',
        'resource:default/sales-b',
        'resource:default/sales-c',
      ]);
    }
  });
});
