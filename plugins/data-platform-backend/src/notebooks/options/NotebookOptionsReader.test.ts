import { FakeIndex } from '../../http/__testUtils__/FakeIndex';
import { FakeEntities, FakeEntityStore } from '../../http/__testUtils__/fakes';
import { FakeKubernetes } from '../../operations/__testUtils__/FakeKubernetes';
import { rawKind } from '../../operations/notebooks/__testUtils__/rawKind';
import { Viewer } from '../../permissions/Viewer';
import { ManualClock } from '../../store/ManualClock';
import { settingsWith } from '../__testUtils__/notebookServices';
import { server } from '../__testUtils__/servers';
import { GpuReader } from './GpuReader';
import { LiveOptions } from './LiveOptions';
import { NotebookOptionsReader } from './NotebookOptionsReader';

const SALES = 'domain:default/sales';
const ADA = {
  userRef: 'user:default/ada',
  groups: ['group:default/sales-team'],
  read: { allows: ({ domainRef }: any) => domainRef === SALES },
} as unknown as Viewer;
const { signal } = new AbortController();

describe('NotebookOptionsReader', () => {
  let cluster: FakeKubernetes;
  let index: FakeIndex;
  let clock: ManualClock;
  let serves: string[] | undefined;
  let evidence: 'watching' | 'forbidden';
  let reader: NotebookOptionsReader;
  const read = (query: object = {}) =>
    reader.read({ domainRef: SALES, ...query }, ADA, signal);

  beforeEach(() => {
    cluster = new FakeKubernetes('eu-1');
    index = new FakeIndex();
    clock = new ManualClock(0);
    evidence = 'watching';
    serves = ['Notebook.kubeflow.org', 'Workspace.kubeflow.org'];
    const domains = {
      ofNamespace: () => SALES,
      placements: (ref: string) =>
        ref === SALES
          ? [
              {
                domainRef: SALES,
                source: 'eu-1',
                namespaces: ['sales', 'sales-lab'],
                bindings: [],
              },
            ]
          : [],
      labelled: () => [
        {
          source: 'eu-1',
          namespace: 'sales',
          labels: { team: 'sales' },
          domainRef: SALES,
          bindings: [],
        },
      ],
    };
    const connection = (name: string) =>
      name === 'eu-1' ? cluster : undefined;
    const gpus = new GpuReader(connection, clock, signal);
    const live = new LiveOptions({
      index,
      domains,
      gpus,
      connection,
      clock,
      shutdown: signal,
    });
    reader = new NotebookOptionsReader({
      index,
      domains,
      entities: new FakeEntities([
        { entityRef: SALES, type: 'data-domain', ownerRef: 'group:default/x' },
        { entityRef: 'domain:default/lab', type: 'data-domain' },
      ]),
      entityStore: new FakeEntityStore(),
      settings: settingsWith({
        affinityGroups: [{ id: 'a', title: 'A', affinity: {} }],
      }),
      prices: { currency: 'EUR', coreHour: 1, gibHour: 2, gpuHour: 3 },
      live,
      connection,
      namespacesUnread: () => [],
      state: () => ({
        name: 'eu-1',
        type: 'kubernetes',
        state: 'connected',
        message: 'Connected.',
        kinds: ['ResourceQuota', 'LimitRange'].map(kind => ({
          kind,
          group: '',
          state: evidence,
        })),
      }),
      serves: () => serves,
    });
    const named = (name: string, more: object = {}) => ({
      metadata: { name, ...more },
    });
    cluster.seed('nodes', {
      ...named('n1'),
      status: { allocatable: { 'nvidia.com/gpu': '2' } },
    });
    cluster.seed('workspacekinds', rawKind() as any);
    cluster.seed('storageclasses', named('standard') as any);
    cluster.seed('poddefaults', {
      ...named('lake', { namespace: 'sales' }),
      spec: { desc: 'Lake', selector: { matchLabels: { lake: 'true' } } },
    } as any);
    cluster.seed('persistentvolumeclaims', {
      ...named('data', { namespace: 'sales', uid: 'u' }),
      spec: { accessModes: ['ReadWriteOnce'] },
      status: { phase: 'Bound', capacity: { storage: '5Gi' } },
    } as any);
  });

  it('says of a quota that may not be read that it is not known', async () => {
    evidence = 'forbidden';
    const { quota, problems } = await read();
    expect(quota).toEqual([]);
    expect(problems).toEqual([
      {
        part: 'quota',
        message: expect.stringMatching(/^ResourceQuotas of cluster eu-1/),
      },
      { part: 'limits', message: expect.stringMatching(/^LimitRanges/) },
    ]);
  });

  it('tells all that a form may offer', async () => {
    index.claimUsersByName.set('eu-1/sales/data', [server('other')]);
    index.quotasByNamespace.set('eu-1/sales', [
      {
        name: 'domain',
        namespace: 'sales',
        hard: { 'requests.cpu': '16' },
        used: { 'requests.cpu': '4' },
      },
    ]);
    const options = await read();
    expect(options).toMatchObject({
      source: 'eu-1',
      namespace: 'sales',
      namespaces: ['sales', 'sales-lab'],
      generations: [1, 2],
      allowCustomImage: false,
      workspaceKinds: [{ name: 'jupyterlab' }],
      podDefaults: [{ name: 'lake', title: 'Lake', labels: { lake: 'true' } }],
      gpus: [{ key: 'nvidia.com/gpu', vendor: 'NVIDIA', offered: 2, free: 2 }],
      volumes: [{ name: 'data', size: '5Gi', usedBy: ['other'] }],
      storageClasses: [{ name: 'standard', isDefault: false }],
      quota: [{ resource: 'requests.cpu', used: '4', hard: '16' }],
      affinityGroups: [{ id: 'a', title: 'A' }],
      prices: { currency: 'EUR', gpuHour: 3 },
      problems: [],
    });
    expect(options.affinityGroups[0]).not.toHaveProperty('content');
    expect(options.images.length).toBeGreaterThan(3);
  });

  it('reads what is in the namespace as the person, the rest as the portal', async () => {
    await read();
    const as = (plural: string) =>
      cluster.calls.find(call => call.plural === plural)?.request.as?.user;
    expect(as('poddefaults')).toBe('backstage:user:default/ada');
    expect(as('persistentvolumeclaims')).toBe('backstage:user:default/ada');
    expect(as('nodes')).toBeUndefined();
    expect(as('workspacekinds')).toBeUndefined();
  });

  it.each([
    ['nodes', 'gpus', /The portal may not list nodes on cluster eu-1/],
    [
      'poddefaults',
      'podDefaults',
      /You .* may not list PodDefaults of namespace sales/,
    ],
    ['persistentvolumeclaims', 'volumes', /may not list volume claims/],
    ['workspacekinds', 'workspaceKinds', /You .* may not list WorkspaceKinds/],
    ['storageclasses', 'storageClasses', /may not list storage classes/],
  ])('goes on without %s', async (plural, part, message) => {
    cluster.refuse = call =>
      call.plural === plural ? { code: 403, message: 'no' } : undefined;
    const options = await read();
    expect(options.problems).toEqual([
      { part, message: expect.stringMatching(message) },
    ]);
    expect(options[part as 'gpus']).toEqual([]);
  });

  it('knows what is offered where it may not read pods, and says that free is not known', async () => {
    cluster.refuse = call =>
      call.plural === 'pods' ? { code: 403, message: 'no' } : undefined;
    const options = await read();
    expect(options.gpus).toEqual([
      { key: 'nvidia.com/gpu', vendor: 'NVIDIA', offered: 2 },
    ]);
    expect(options.problems).toMatchObject([
      { part: 'gpus', message: expect.stringMatching(/not known how many/) },
    ]);
  });

  it('has no PodDefaults where they are not installed, which is no problem', async () => {
    cluster.refuse = call =>
      call.plural === 'poddefaults'
        ? { code: 404, message: 'none' }
        : undefined;
    expect(await read()).toMatchObject({ podDefaults: [], problems: [] });
  });

  it('asks the cluster once for what is the same for everybody, for a while', async () => {
    const asked = () =>
      cluster.calls.filter(({ plural }) => plural === 'nodes').length;
    await Promise.all([read(), read(), read()]);
    expect(asked()).toBe(1);
    clock.advance(59_000);
    await read();
    expect(asked()).toBe(1);
    clock.advance(2_000);
    await read();
    expect(asked()).toBe(2);
  });

  it.each([
    [['SparkApplication.sparkoperator.k8s.io'], /serves no notebook servers/],
    [undefined, /has not told yet/],
  ])(
    'says why there are none on a cluster that serves %j',
    async (kinds, says) => {
      serves = kinds;
      expect(await read()).toMatchObject({
        generations: [],
        workspaceKinds: [],
        problems: [
          { part: 'generations', message: expect.stringMatching(says) },
        ],
      });
    },
  );

  it.each([
    [{ namespace: 'finance' }, /has no namespace finance on cluster eu-1/],
    [{ source: 'us-1' }, /on cluster us-1/],
  ])('offers nothing live elsewhere: %j', async (query, says) => {
    expect(await read(query)).toMatchObject({
      generations: [],
      volumes: [],
      problems: [{ part: 'namespace', message: expect.stringMatching(says) }],
    });
    expect(cluster.calls).toEqual([]);
  });

  it('does not tell a domain that may not be seen from one that is not there', async () => {
    for (const domainRef of ['domain:default/lab', 'domain:default/none']) {
      await expect(read({ domainRef })).rejects.toThrow(
        `There is no data domain ${domainRef}.`,
      );
    }
  });
});
