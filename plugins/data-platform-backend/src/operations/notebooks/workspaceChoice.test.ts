import { workspaceKind } from '../../notebooks/options/workspaceKind';
import { NotebookScene, notebookRequest } from '../__testUtils__/NotebookScene';
import { rawKind } from './__testUtils__/rawKind';
import { workspaceChoice } from './workspaceChoice';

const kinds = (spec: object = {}) => [workspaceKind(rawKind(spec), {})!];

describe('the options of a Workspace', () => {
  it('are the defaults of the only kind where nothing is said', () => {
    const { choice, findings } = workspaceChoice({}, kinds());
    expect(findings).toEqual([]);
    expect(choice).toMatchObject({
      imageConfig: 'new',
      podConfig: 'tiny',
      size: { cpu: 0.1, memory: 128 * 2 ** 20 },
    });
  });

  it('say what runs in place of a redirected one', () => {
    const { choice, findings } = workspaceChoice(
      { imageConfig: 'previous', podConfig: 'gpu' },
      kinds(),
    );
    expect(choice).toMatchObject({
      imageConfig: 'previous',
      size: { cpu: 4, gpu: { key: 'nvidia.com/gpu', count: 1 } },
    });
    expect(findings).toEqual([
      {
        level: 'warning',
        field: 'imageConfig',
        message:
          'Previous is redirected: New will be used in its place. Fixes a leak.',
        remedy: 'Choose New right away.',
      },
    ]);
  });

  it('may be gone, and the others are named', () => {
    expect(workspaceChoice({ podConfig: 'huge' }, kinds()).findings).toEqual([
      {
        level: 'error',
        field: 'podConfig',
        message: 'WorkspaceKind jupyterlab has no size "huge" (any more).',
        remedy: 'Choose one of tiny, gpu.',
      },
    ]);
  });

  it.each([
    ['hidden', { spawner: { displayName: 'J', hidden: true } }, 'error'],
    [
      'deprecated',
      {
        spawner: {
          displayName: 'J',
          deprecated: true,
          deprecationMessage: 'Use the next one.',
        },
      },
      'warning',
    ],
  ])('of a kind that is %s', (_, spec, level) => {
    const { findings } = workspaceChoice(
      { workspaceKind: 'jupyterlab' },
      kinds(spec),
    );
    expect(findings).toMatchObject([{ level, field: 'workspaceKind' }]);
  });

  it('come to an end where redirects go round', () => {
    const circle = rawKind();
    const { values } = circle.spec.podTemplate.options.imageConfig;
    (values[0] as any).redirect = { to: 'previous' };
    const { choice } = workspaceChoice({ imageConfig: 'new' }, [
      workspaceKind(circle, {})!,
    ]);
    expect(choice?.imageConfig).toBe('new');
  });

  it('make a Workspace, without what its kind decides', async () => {
    const scene = await NotebookScene.create();
    scene.services.kindFacts = kinds();
    const done = await scene.portal.run(
      notebookRequest({
        name: 'lab',
        title: 'Lab',
        generation: 2,
        cpu: '4',
        shm: true,
        dataVolumes: [{ new: { name: 'd', size: '1Gi' }, mountPath: '/d' }],
      }),
    );
    expect(done.state).toBe('done');
    expect(done.findings?.map(({ field }) => field)).toEqual(['cpu', 'shm']);
    expect(scene.live('workspaces')[0]).toMatchObject({
      apiVersion: 'kubeflow.org/v1beta1',
      spec: {
        displayName: 'Lab',
        kind: 'jupyterlab',
        podTemplate: {
          volumes: {
            home: 'lab-home',
            data: [{ pvcName: 'd', mountPath: '/d', readOnly: false }],
          },
          options: { imageConfig: 'new', podConfig: 'tiny' },
        },
      },
    });
    await scene.platform.close();
  });
});
