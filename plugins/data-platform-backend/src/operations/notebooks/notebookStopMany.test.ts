import { server } from '../../notebooks/__testUtils__/servers';
import { NotebookScene, notebookRequest } from '../__testUtils__/NotebookScene';

const STOPPED = 'kubeflow-resource-stopped';

describe('notebook:stop-many', () => {
  let scene: NotebookScene;
  let portal: NotebookScene['portal'];
  const ids = ['id-a', 'id-b', 'id-c'];

  beforeEach(async () => {
    scene = await NotebookScene.create();
    portal = scene.portal;
    for (const name of ['a', 'b', 'c']) {
      await portal.run(notebookRequest({ name, home: 'none' }));
    }
    for (const { metadata } of scene.live('notebooks')) {
      scene.platform.index.put(
        server(metadata.name, {}, { uid: metadata.uid }),
      );
    }
  });
  afterEach(() => scene.platform.close());

  const stopMany = (...wanted: string[]) => ({
    operation: 'notebook:stop-many',
    input: { ids: wanted },
  });
  const stopped = () =>
    scene
      .live('notebooks')
      .filter(({ metadata }) => metadata.annotations[STOPPED])
      .map(({ metadata }) => metadata.name);

  it('stops each of them, once', async () => {
    const done = await portal.run(stopMany('id-a', 'id-b', 'id-a'));
    expect(done).toMatchObject({
      state: 'done',
      title: 'Stop 2 notebook servers',
    });
    expect(stopped()).toEqual(['a', 'b']);
  });

  it('names those that cannot be stopped, and stops the others', async () => {
    const found = scene.platform.index.get('id-b')!;
    scene.platform.index.put(
      server(
        'b',
        { state: 'deleting' },
        { uid: found.row.uid },
        {
          metadata: { deletionTimestamp: '2026-03-02T09:00:00Z' },
        },
      ),
    );
    const plan = await portal.plan(stopMany('id-a', 'id-b', 'id-gone'));
    expect(plan.ok).toBe(true);
    expect(plan.findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^sales\/b is not stopped: .*delet/i),
      'One that is not there any more is not stopped.',
    ]);
    await portal.run(stopMany('id-a', 'id-b', 'id-gone'));
    expect(stopped()).toEqual(['a']);
  });

  it('goes on where the cluster refuses one, and tells of it', async () => {
    scene.platform.cluster.refuse = ({ method, name }) =>
      method === 'PATCH' && name === 'b'
        ? { code: 403, reason: 'Forbidden', message: 'not this one' }
        : undefined;
    const plan = await portal.plan(stopMany(...ids));
    expect(plan).toMatchObject({
      ok: true,
      steps: [{ dryRun: 'passed' }, { dryRun: 'failed' }, { dryRun: 'passed' }],
    });
    const done = await portal.run(stopMany(...ids));
    expect(stopped()).toEqual(['a', 'c']);
    expect(done.state).toBe('failed');
    expect(done.error).toContain('not this one');
    expect(done.steps.map(({ state }) => state)).toEqual([
      'done',
      'failed',
      'done',
    ]);
  });

  it('is refused where nothing of it can be done', async () => {
    scene.platform.denied.add('data-platform.resource.operate');
    expect(await portal.plan(stopMany('id-a'))).toMatchObject({
      ok: false,
      steps: [],
      findings: [{ message: 'sales/a is not stopped: you may not stop it.' }],
    });
    scene.platform.denied.add('data-platform.resource.read');
    const hidden = await portal.plan(stopMany('id-a'));
    expect(JSON.stringify(hidden)).not.toContain('sales/a');
  });

  it('takes fifty at most', async () => {
    const many = Array.from({ length: 51 }, (_, n) => `id-${n}`);
    expect(await portal.plan(stopMany(...many))).toMatchObject({
      ok: false,
      findings: [
        { field: 'ids', message: 'At most 50 notebook servers at a time.' },
      ],
    });
  });
});
