import { FakeIndex } from '../../http/__testUtils__/FakeIndex';
import { contextWith, NOW, pod } from '../../http/__testUtils__/rows';
import { rawKind } from '../../operations/notebooks/__testUtils__/rawKind';
import { Viewer } from '../../permissions/Viewer';
import { settingsWith } from '../__testUtils__/notebookServices';
import { server } from '../__testUtils__/servers';
import { NotebookBook } from '../entities/NotebookBook';
import { workspaceKind } from '../options/workspaceKind';
import { NotebookQuery } from './NotebookQuery';
import { NotebookReader } from './NotebookReader';

const HOUR = 3_600_000;
const PRICES = { currency: 'EUR', coreHour: 0.1, gibHour: 0.01, gpuHour: 2 };
const KINDS = new Map([['jupyterlab', workspaceKind(rawKind(), {})!]]);
const READY = {
  name: 'c',
  ready: true,
  restarts: 0,
  limits: {},
};

function viewerOf(
  allows: (row: { name?: string; ownerRef?: string }) => boolean = () => true,
  ownershipRefs = ['user:default/ada', 'group:default/sales-team'],
): Viewer {
  const access = { allows, key: 'k', denied: false } as any;
  return {
    userRef: 'user:default/ada',
    ownershipRefs,
    read: access,
    operate: access,
  } as unknown as Viewer;
}

describe('NotebookReader', () => {
  let index: FakeIndex;
  let book: NotebookBook;
  const reader = (prices?: typeof PRICES, notebooks?: object) =>
    new NotebookReader({
      index,
      owners: book,
      settings: settingsWith({
        connectBase: 'https://kf.example.com',
        ...notebooks,
      }),
      prices,
      kinds: { of: (_source, kind) => KINDS.get(kind) },
      now: () => NOW,
      operations: () => [],
    });
  const list = (
    query: Partial<NotebookQuery> = {},
    viewer = viewerOf(),
    prices?: typeof PRICES,
  ) =>
    reader(prices).list(
      { sort: 'name', limit: 50, offset: 0, ...query },
      viewer,
    );
  const names = (page: ReturnType<typeof list>) =>
    page.items.map(({ resource }) => resource.name);

  beforeEach(() => {
    index = new FakeIndex();
    book = new NotebookBook();
    index.put(
      server('in-use', { connectPath: '/notebook/sales/in-use/' }),
      server('idle-gpu', {
        lastActivity: NOW - 9 * HOUR,
        startedAt: NOW - 10 * HOUR,
        gpu: { key: 'nvidia.com/gpu', count: 2 },
      }),
      server('rstudio', {
        activityKnown: false,
        lastActivity: undefined,
        activityNote: 'Only kernels are seen.',
      }),
      server('stopped', {
        state: 'stopped',
        startedAt: undefined,
        gpu: { key: 'nvidia.com/gpu', count: 1 },
      }),
      server(
        'crashing',
        {
          state: 'failed',
          startedAt: undefined,
          gpu: { key: 'nvidia.com/gpu', count: 1 },
        },
        { domainRef: 'domain:default/lab', source: 'us-1' },
      ),
    );
    const crash = { ...pod('crashing-0'), node: 'n1' };
    index.contexts.set('id-crashing', contextWith({ pods: [crash] }));
    book.set({
      entityRef: 'resource:default/sales-in-use',
      identity: {
        source: 'eu-1',
        kind: 'Notebook.kubeflow.org',
        namespace: 'sales',
        name: 'in-use',
      },
      uid: 'uid-in-use',
      owner: 'user:default/ada',
      verified: true,
      title: 'My notebook',
    });
  });

  it('tells how long each is idle, what it holds and what it costs', () => {
    const page = list({ q: 'idle' }, viewerOf(), PRICES);
    expect(page.items).toMatchObject([
      {
        idleSince: new Date(NOW - 9 * HOUR).toISOString(),
        gpu: { key: 'nvidia.com/gpu', count: 2 },
        hours: { cpu: 20, memoryGib: 40, gpu: 20 },
        costPerHour: 4.24,
        cost: 42.4,
      },
    ]);
    expect(page).toMatchObject({ currency: 'EUR', idleAfterMinutes: 60 });
  });

  it('calls an image what the form calls it', () => {
    const [{ image, title }] = settingsWith().images;
    index.put(server('in-use', { image }));
    const shown = list({ q: 'in-use' }).items[0];
    expect(shown).toMatchObject({ image, imageTitle: title });
    expect(list({ q: 'rstudio' }).items[0].imageTitle).toBeUndefined();
  });

  it('tells resource-hours alone where there are no prices', () => {
    const page = list({ q: 'idle' });
    expect(page.items[0]).toMatchObject({ hours: { gpu: 20 } });
    expect(page.items[0]).not.toHaveProperty('cost');
    expect(page.totals).not.toHaveProperty('costPerHour');
    expect(page).not.toHaveProperty('currency');
  });

  it('counts GPUs that are held, and those that nobody uses; one that crashes holds its own', () => {
    expect(list().totals).toEqual({
      running: 3,
      stopped: 1,
      failed: 1,
      other: 0,
      gpusHeld: 3,
      idleGpus: 2,
    });
  });

  it.each([
    ['idle', ['idle-gpu', 'in-use', 'rstudio', 'crashing', 'stopped']],
    ['gpu', ['idle-gpu', 'crashing', 'in-use', 'rstudio', 'stopped']],
    ['cost', ['idle-gpu', 'in-use', 'rstudio', 'crashing', 'stopped']],
    ['name', ['crashing', 'idle-gpu', 'in-use', 'rstudio', 'stopped']],
  ] as const)('sorts by %s', (sort, order) => {
    expect(names(list({ sort }, viewerOf(), PRICES))).toEqual(order);
  });

  it.each([
    ['domain', { domainRef: 'domain:default/lab' }, ['crashing']],
    ['cluster', { source: 'us-1' }, ['crashing']],
    ['state', { state: 'stopped' as const }, ['stopped']],
    ['owner', { ownerRef: 'user:default/ada' }, ['in-use']],
    ['text of the title', { q: 'MY NOTE' }, ['in-use']],
    ['what is proven to be one’s own', { mine: true }, ['in-use']],
  ])('filters by %s', (_, query, found) => {
    expect(names(list(query))).toEqual(found);
  });

  it('tells the owners that one can choose from, of all pages, whoever is chosen', () => {
    const both = ['group:default/sales-team', 'user:default/ada'];
    expect(list({ limit: 1 }).owners).toEqual(both);
    const ada = { ownerRef: 'user:default/ada', state: 'stopped' as const };
    expect(list(ada).owners).toEqual(both);
    expect(list({ q: 'in-use' }).owners).toEqual(['user:default/ada']);
    const seen = viewerOf(row => row.name === 'in-use');
    expect(list({}, seen).owners).toEqual(['user:default/ada']);
  });

  it('counts nothing that the viewer may not see', () => {
    const page = list(
      {},
      viewerOf(row => row.name === 'stopped'),
    );
    expect(names(page)).toEqual(['stopped']);
    expect(page.total).toBe(1);
    expect(page.totals).toMatchObject({ running: 0, gpusHeld: 0 });
  });

  it('pages', () => {
    const page = list({ limit: 2, offset: 1 });
    expect(names(page)).toEqual(['idle-gpu', 'in-use']);
    expect(page.total).toBe(5);
  });

  it('tells whose it is, and whether that is proven', () => {
    const [known] = list({ q: 'in-use' }).items;
    expect(known).toMatchObject({
      owner: 'user:default/ada',
      ownerVerified: true,
      title: 'My notebook',
    });
    const [claimed] = list({ q: 'rstudio' }).items;
    expect(claimed).toMatchObject({
      owner: 'group:default/sales-team',
      ownerVerified: false,
    });
    expect(claimed).not.toHaveProperty('title');
  });

  describe('Open', () => {
    const open = (notebooks?: object) => {
      const found = index.get('id-in-use')!;
      return reader(undefined, notebooks).server(found, viewerOf())!;
    };

    it('is there where it would work', () => {
      expect(open()).toMatchObject({
        openUrl: 'https://kf.example.com/notebook/sales/in-use/',
      });
    });

    it('is not while its container is not ready', () => {
      const waiting = {
        ...pod('in-use-0'),
        containers: [{ ...READY, ready: false }],
      };
      index.contexts.set('id-in-use', contextWith({ pods: [waiting] }));
      expect(open()).toMatchObject({
        openNote: 'It runs, but it is not ready yet.',
      });
      const ready = { ...pod('in-use-0'), containers: [READY] };
      index.contexts.set('id-in-use', contextWith({ pods: [ready] }));
      expect(open()).toHaveProperty('openUrl');
    });

    it('is not where nobody configured an address, and says what to do', () => {
      expect(
        open({ connectBase: { 'us-1': 'https://us.example.com' } }),
      ).toMatchObject({
        openNote: expect.stringContaining('dataPlatform.notebooks.connectBase'),
      });
    });

    it('is not where its state is not known to be true', () => {
      index.put(
        server(
          'in-use',
          { connectPath: '/notebook/sales/in-use/' },
          {
            stale: {
              since: '2026-03-02T08:00:00Z',
              message: 'eu-1 is silent.',
            },
          },
        ),
      );
      expect(open()).toMatchObject({
        openNote: 'It is not known whether it still runs. eu-1 is silent.',
      });
    });

    it('ends with the port of a Workspace, which its kind knows', () => {
      const workspace = (kind: string) => {
        const options = { kind, imageConfig: 'new' };
        const connectPath = '/workspace/connect/sales/lab/';
        const facts = { generation: 2 as const, options, connectPath };
        return reader().server(server('lab', facts), viewerOf())!;
      };
      expect(workspace('jupyterlab')).toMatchObject({
        imageTitle: 'New',
        openUrl: 'https://kf.example.com/workspace/connect/sales/lab/lab_1/',
      });
      expect(workspace('unknown')).toMatchObject({
        openNote: expect.stringContaining('WorkspaceKind unknown'),
      });
    });

    it('is not for a path that leads elsewhere', () => {
      index.put(server('in-use', { connectPath: '//evil.example/' }));
      expect(open()).toMatchObject({ openNote: expect.any(String) });
      expect(open()).not.toHaveProperty('openUrl');
    });
  });

  it('offers to change the size, but not of one that is going', () => {
    const offer = (state: 'running' | 'deleting') => {
      index.put(server('in-use', { state }));
      return reader().server(index.get('id-in-use')!, viewerOf())!
        .operations[0];
    };
    expect(offer('running')).toMatchObject({
      id: 'notebook:resize',
      available: true,
    });
    expect(offer('deleting')).toMatchObject({
      available: false,
      reason: expect.stringMatching(/being deleted/),
    });
  });

  it('tells of each volume what is known, and which others mount it', () => {
    const facts = {
      volumes: [
        { claim: 'home', mountPath: '/home/jovyan', role: 'home' as const },
        { claim: 'lost', role: 'data' as const },
      ],
    };
    const found = server('in-use', facts);
    index.put(found);
    index.claimsByNamespace.set('eu-1/sales', [
      {
        name: 'home',
        namespace: 'sales',
        uid: 'u',
        phase: 'Bound',
        capacity: '5Gi',
        accessModes: ['ReadWriteMany'],
        createdAt: 0,
      },
    ]);
    index.claimUsersByName.set('eu-1/sales/home', [
      found,
      server('idle-gpu'),
      server('secret'),
    ]);
    const detail = reader().detail(
      found,
      { ...found.row, operations: [] } as any,
      viewerOf(row => row.name !== 'secret'),
    )!;
    expect(detail.volumes).toEqual([
      {
        claim: 'home',
        mountPath: '/home/jovyan',
        role: 'home',
        phase: 'Bound',
        size: '5Gi',
        accessModes: ['ReadWriteMany'],
        sharedWith: ['idle-gpu'],
      },
      { claim: 'lost', role: 'data', sharedWith: [] },
    ]);
  });
});
