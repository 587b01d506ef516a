import { server } from '../../notebooks/__testUtils__/servers';
import { workspaceKind } from '../../notebooks/options/workspaceKind';
import { NotebookScene, notebookRequest } from '../__testUtils__/NotebookScene';
import { rawKind } from './__testUtils__/rawKind';

describe('notebook:resize', () => {
  let scene: NotebookScene;
  let portal: NotebookScene['portal'];
  let id: string;

  beforeEach(async () => {
    scene = await NotebookScene.create();
    portal = scene.portal;
    await portal.run(notebookRequest({ home: 'none' }));
    const [{ metadata }] = scene.live('notebooks');
    const live = server('explore', {}, { uid: metadata.uid });
    id = live.row.id;
    scene.platform.index.put(live);
  });
  afterEach(() => scene.platform.close());

  const resize = (input: object) => ({
    operation: 'notebook:resize',
    resourceId: id,
    input: input as Record<string, unknown>,
  });
  const container = () =>
    scene.live('notebooks')[0].spec.template.spec.containers[0];

  it('changes requests and limits, leaves the rest, and says that it restarts', async () => {
    const done = await portal.run(resize({ cpu: '2' }));
    expect(done.state).toBe('done');
    expect(done.findings).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        message: expect.stringMatching(/^It restarts/),
      }),
    );
    expect(container()).toMatchObject({
      image: expect.stringContaining('jupyter-scipy'),
      resources: {
        requests: { cpu: '2', memory: '1Gi' },
        limits: { cpu: '2.4', memory: '1229Mi' },
      },
    });
  });

  it('takes GPUs and gives them back', async () => {
    scene.services.offers = {
      offers: [{ key: 'nvidia.com/gpu', vendor: 'NVIDIA', offered: 2 }],
    };
    await portal.run(resize({ gpu: { key: 'nvidia.com/gpu', count: 2 } }));
    expect(container().resources.limits['nvidia.com/gpu']).toBe('2');
    await portal.run(resize({ gpu: { key: 'nvidia.com/gpu', count: 0 } }));
    expect(container().resources.limits).not.toHaveProperty('nvidia.com/gpu');
  });

  it('counts what it holds now as given back', async () => {
    scene.platform.cluster.seed('resourcequotas', {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'tight', namespace: 'sales' },
      status: { hard: { 'requests.cpu': '4' }, used: { 'requests.cpu': '4' } },
    });
    expect((await portal.plan(resize({ cpu: '2' }))).ok).toBe(true);
    expect((await portal.plan(resize({ cpu: '3' }))).findings).toContainEqual(
      expect.objectContaining({
        field: 'cpu',
        message:
          'The quota `tight` has 2 of 4 CPU left, and the server asks for 3.',
      }),
    );
  });

  it('says so where nothing would change', async () => {
    const plan = await portal.plan(resize({ cpu: '500m' }));
    expect(plan).toMatchObject({
      ok: false,
      findings: [{ message: 'That is its size as it is.' }],
    });
  });

  it('is refused for one that is being deleted', async () => {
    scene.platform.index.put(server('explore', { state: 'deleting' }));
    expect(await portal.plan(resize({ cpu: '2' }))).toMatchObject({
      ok: false,
      findings: [{ message: expect.stringMatching(/being deleted/) }],
    });
  });

  it('overwrites no change that someone else made meanwhile', async () => {
    const { cluster } = scene.platform;
    let dryRuns = 0;
    cluster.refuse = ({ method, dryRun }) => {
      if (method === 'PATCH' && dryRun) dryRuns += 1;
      if (dryRuns === 1 && method === 'PATCH') {
        const key = 'sales/notebooks/explore';
        const found: any = cluster.objects.get(key);
        const changed = structuredClone(found);
        changed.spec.template.spec.containers[0].image = 'another:2';
        cluster.objects.set(key, changed);
      }
      return undefined;
    };
    const done = await portal.run(resize({ cpu: '2' }));
    expect(done).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/was changed by someone else meanwhile/),
    });
    expect(container().resources.requests.cpu).toBe('0.5');
  });

  it('touches no other object of that name', async () => {
    scene.platform.index.put(server('explore', {}, { uid: 'another' }));
    await expect(portal.plan(resize({ cpu: '2' }))).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('chooses another option of a Workspace', async () => {
    scene.services.kindFacts = [workspaceKind(rawKind(), {})!];
    scene.services.offers = {
      offers: [{ key: 'nvidia.com/gpu', vendor: 'NVIDIA', offered: 1 }],
    };
    await portal.run(
      notebookRequest({
        name: 'lab',
        generation: 2,
        home: 'none',
        podConfig: 'tiny',
      }),
    );
    const [{ metadata }] = scene.live('workspaces');
    const live = server('lab', { generation: 2 }, { uid: metadata.uid });
    scene.platform.index.put(live);
    const request = {
      operation: 'notebook:resize',
      resourceId: live.row.id,
      input: { podConfig: 'gpu' } as Record<string, unknown>,
    };
    expect((await portal.run(request)).state).toBe('done');
    expect(scene.live('workspaces')[0].spec.podTemplate.options).toEqual({
      imageConfig: 'new',
      podConfig: 'gpu',
    });
    const wrong = await portal.plan({ ...request, input: { cpu: '2' } });
    expect(wrong.findings).toMatchObject([{ field: 'podConfig' }]);
  });
});
