import { server } from '../../notebooks/__testUtils__/servers';
import { workspaceKind } from '../../notebooks/options/workspaceKind';
import { NotebookScene, notebookRequest } from '../__testUtils__/NotebookScene';
import { ada } from '../__testUtils__/TestPlatform';
import { rawKind } from './__testUtils__/rawKind';

interface Bad {
  input: Record<string, unknown>;
  field?: string;
  says: RegExp;
  prepare?(scene: NotebookScene): void;
}

const GPU = { key: 'nvidia.com/gpu', count: 1 };
const hadBy =
  (name: string, accessMode: string, state: 'running' | 'stopped') =>
  (scene: NotebookScene) => {
    scene.claim(name, { accessModes: [accessMode] });
    scene.platform.index.claimUsersByName.set(`eu-1/sales/${name}`, [
      server('other', { state }),
    ]);
  };
const quota =
  (hard: Record<string, string>, used: Record<string, string>) =>
  (scene: NotebookScene) =>
    scene.platform.cluster.seed('resourcequotas', {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'tight', namespace: 'sales' },
      spec: { hard },
      status: { hard, used },
    } as any);

/** Everything that a person may get wrong, with what is said and where. */
const BAD: Record<string, Bad> = {
  'an image that is not on the list': {
    input: { image: 'docker.io/evil/miner:1' },
    field: 'image',
    says: /not on the list of this portal/,
  },
  'an image that is none, where any may be typed': {
    input: { image: 'not an image' },
    field: 'image',
    says: /no name of an image/,
    prepare: ({ services }) => {
      services.settings = { ...services.settings, allowCustomImage: true };
    },
  },
  'more CPU than the quota has in all': {
    input: { cpu: '64' },
    field: 'cpu',
    says: /quota `domain` allows 16 CPU in all, and the server asks for 64/,
  },
  'more CPU than is left': {
    input: { cpu: '4' },
    field: 'cpu',
    says: /quota `tight` has 1 of 16 CPU left, and the server asks for 4/,
    prepare: quota({ 'requests.cpu': '16' }, { 'requests.cpu': '15' }),
  },
  'more memory than a LimitRange allows': {
    input: { memory: '8Gi' },
    field: 'memory',
    says: /LimitRange `limits` allows at most 4 GiB memory for a container/,
    prepare: ({ platform }) =>
      platform.cluster.seed('limitranges', {
        apiVersion: 'v1',
        kind: 'LimitRange',
        metadata: { name: 'limits', namespace: 'sales' },
        spec: { limits: [{ type: 'Container', max: { memory: '4Gi' } }] },
      }),
  },
  'more storage than is left': {
    input: { home: { new: { size: '8Gi' } } },
    field: 'home',
    says: /quota `tight` has 5 GiB of 10 GiB storage left/,
    prepare: quota(
      { 'requests.storage': '10Gi' },
      { 'requests.storage': '5Gi' },
    ),
  },
  'one server more than the quota counts': {
    input: {},
    says: /quota `tight` has 0 of 2 notebook servers left/,
    prepare: quota(
      { 'count/notebooks.kubeflow.org': '2' },
      { 'count/notebooks.kubeflow.org': '2' },
    ),
  },
  'a GPU that no node offers': {
    input: { gpu: GPU },
    field: 'gpu.key',
    says: /No node of the cluster offers nvidia.com\/gpu/,
  },
  'more GPUs than there are': {
    input: { gpu: { ...GPU, count: 9 } },
    field: 'gpu.count',
    says: /has 2 nvidia.com\/gpu in all/,
    prepare: ({ services }) => {
      services.offers = {
        offers: [{ key: GPU.key, vendor: 'NVIDIA', offered: 2 }],
      };
    },
  },
  'a home of another domain': {
    input: { home: { existing: 'finance-data' } },
    field: 'home',
    says: /Namespace sales of domain:default\/sales has no volume finance-data; volumes of other domains/,
  },
  'a data volume that is not there': {
    input: { dataVolumes: [{ claim: 'gone', mountPath: '/data' }] },
    field: 'dataVolumes[0].claim',
    says: /has no volume gone/,
  },
  'a volume that another server has': {
    input: { home: { existing: 'busy' } },
    field: 'home',
    says: /one server at a time, and other has it/,
    prepare: hadBy('busy', 'ReadWriteOncePod', 'running'),
  },
  'a volume that is going': {
    input: { home: { existing: 'going' } },
    field: 'home',
    says: /is being deleted/,
    prepare: scene =>
      scene.claim(
        'going',
        {},
        {
          uid: 'u',
          deletionTimestamp: '2026-03-02T09:00:00Z',
        },
      ),
  },
  'a new volume whose name is taken': {
    input: { name: 'again' },
    field: 'home',
    says: /There is a volume again-home in namespace sales already/,
    prepare: scene => scene.claim('again-home'),
  },
  'a storage class that is not there': {
    input: { home: { new: { size: '1Gi', storageClass: 'fast' } } },
    field: 'home',
    says: /no storage class fast/,
  },
  'a name that is taken': {
    input: { name: 'taken', home: 'none' },
    field: 'name',
    says: /Notebook sales\/taken on cluster eu-1 exists already/,
    prepare: ({ platform }) =>
      platform.cluster.seed('notebooks', {
        apiVersion: 'kubeflow.org/v1',
        kind: 'Notebook',
        metadata: { name: 'taken', namespace: 'sales' },
      }),
  },
  'a name that is too long for its pod': {
    input: { name: 'a'.repeat(53) },
    field: 'name',
    says: /at most 52 characters/,
  },
  'a name that is none': {
    input: { name: 'Explore_1' },
    field: 'name',
    says: /lower-case letters, digits and dashes/,
  },
  'two volumes at one path': {
    input: {
      dataVolumes: [
        { new: { name: 'a', size: '1Gi' }, mountPath: '/home/jovyan/' },
      ],
    },
    field: 'dataVolumes[0].mountPath',
    says: /\/home\/jovyan is taken by volume explore-home/,
  },
  'a volume where shared memory is': {
    input: {
      shm: true,
      dataVolumes: [{ new: { name: 'a', size: '1Gi' }, mountPath: '/dev/shm' }],
    },
    field: 'dataVolumes[0].mountPath',
    says: /taken by shared memory/,
  },
  'a path that climbs': {
    input: { homeMountPath: '/home/../etc' },
    field: 'homeMountPath',
    says: /no "\." or "\.\."/,
  },
  'a secret in the environment': {
    input: { environment: [{ name: 'DB_PASSWORD', value: 'hunter2hunter2' }] },
    field: 'environment[0].value',
    says: /DB_PASSWORD holds a secret in clear text/,
  },
  'a variable that the controller sets': {
    input: { environment: [{ name: 'NB_PREFIX', value: '/' }] },
    field: 'environment[0].name',
    says: /set by the notebook controller/,
  },
  'a variable twice': {
    input: {
      environment: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    },
    field: 'environment[1].name',
    says: /A is there twice/,
  },
  'a PodDefault that is not there': {
    input: { podDefaults: ['lake'] },
    field: 'podDefaults[0]',
    says: /has no PodDefault lake/,
  },
  'a group of tolerations that nobody configured': {
    input: { tolerationGroup: 'spot' },
    field: 'tolerationGroup',
    says: /no group of tolerations "spot"/,
  },
  'a product of another domain': {
    input: { product: 'system:default/none' },
    field: 'product',
    says: /no data product/,
  },
  'a domain that is none': {
    input: { domain: 'domain:default/none' },
    field: 'domain',
    says: /no data domain/,
  },
  'a generation that the cluster does not serve': {
    input: { generation: 2 },
    field: 'generation',
    says: /serves no Workspace/,
    prepare: ({ platform }) =>
      platform.serves.set('eu-1', ['Notebook.kubeflow.org']),
  },
  'a Workspace whose kind was removed': {
    input: { generation: 2, workspaceKind: 'jupyterlab', home: 'none' },
    field: 'workspaceKind',
    says: /no WorkspaceKind jupyterlab on the cluster \(any more\)/,
  },
  'an option that is hidden': {
    input: {
      generation: 2,
      workspaceKind: 'jupyterlab',
      imageConfig: 'old',
      podConfig: 'tiny',
      home: 'none',
    },
    field: 'imageConfig',
    says: /Old is not offered here/,
    prepare: ({ services }) => {
      services.kindFacts = [workspaceKind(rawKind(), {})!];
    },
  },
};

describe('bad input of notebook:create', () => {
  let scene: NotebookScene;
  let objects: NotebookScene['platform']['cluster']['objects'];
  beforeAll(async () => {
    scene = await NotebookScene.create();
    objects = new Map(scene.platform.cluster.objects);
  });
  afterAll(() => scene.platform.close());
  beforeEach(() => {
    const { cluster, index, serves, notebooks } = scene.platform;
    cluster.objects.clear();
    objects.forEach((object, key) => cluster.objects.set(key, object));
    notebooks.reset();
    index.claimUsersByName.clear();
    serves.set('eu-1', ['Notebook.kubeflow.org', 'Workspace.kubeflow.org']);
  });

  it.each(Object.entries(BAD))('%s', async (_, bad) => {
    const { input, field, says, prepare } = bad;
    const { cluster } = scene.platform;
    prepare?.(scene);
    const keys = cluster.keys();
    const request = notebookRequest(input);
    const plan = await scene.portal.plan(request);
    const errors = plan.findings.filter(({ level }) => level === 'error');
    expect(plan.ok).toBe(false);
    // Only what is wrong is said to be wrong, and nothing is made by trying.
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(says),
        ...(field && { field }),
      }),
    ]);
    await expect(
      scene.portal.service.start(request, ada(), new AbortController().signal),
    ).rejects.toThrow();
    expect(cluster.keys()).toEqual(keys);
  });

  it.each([
    ['ReadWriteOnce', 'running', [/one node at a time, and other has it/]],
    ['ReadWriteOnce', 'stopped', [/belongs to other as well, which is/]],
    ['ReadWriteMany', 'running', []],
    ['ReadOnlyMany', 'running', []],
  ] as const)(
    'refuses no %s volume that another server, %s, mounts',
    async (accessMode, state, says) => {
      hadBy('shared', accessMode, state)(scene);
      const { ok, findings } = await scene.portal.plan(
        notebookRequest({ home: { existing: 'shared' } }),
      );
      expect(ok).toBe(true);
      expect(findings.filter(({ field }) => field === 'home')).toEqual(
        says.map(each =>
          expect.objectContaining({
            level: 'warning',
            message: expect.stringMatching(each),
          }),
        ),
      );
    },
  );
});
