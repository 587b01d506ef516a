import { NotebookScene, notebookRequest } from '../__testUtils__/NotebookScene';
import { ben } from '../__testUtils__/TestPlatform';

describe('notebook:create', () => {
  let scene: NotebookScene;
  let portal: NotebookScene['portal'];
  beforeAll(async () => {
    scene = await NotebookScene.create();
    portal = scene.portal;
  });
  afterAll(() => scene.platform.close());
  beforeEach(() => {
    scene.platform.cluster.refuse = () => undefined;
    scene.platform.cluster.calls.length = 0;
  });

  it('makes the volume and the server as the person', async () => {
    const done = await portal.run(notebookRequest({ title: 'Explore sales' }));
    expect(done).toMatchObject({
      state: 'done',
      entityRef: 'resource:default/sales-explore',
      output: { owner: 'user:default/ada', namespace: 'sales' },
    });
    expect(scene.live('persistentvolumeclaims')).toMatchObject([
      {
        metadata: { name: 'explore-home' },
        spec: { resources: { requests: { storage: '5Gi' } } },
      },
    ]);
    const [notebook] = scene.live('notebooks');
    expect(notebook).toMatchObject({
      metadata: {
        labels: { app: 'explore' },
        annotations: {
          'notebooks.kubeflow.org/server-type': 'jupyter',
          'millrace.dev/started-by': 'user:default/ada',
          'millrace.dev/owner': 'user:default/ada',
          'millrace.dev/title': 'Explore sales',
          'millrace.dev/entity-ref': 'resource:default/sales-explore',
          'millrace.dev/operation': done.id,
        },
      },
    });
    const { spec } = notebook.spec.template;
    expect(spec).not.toHaveProperty('serviceAccountName');
    expect(spec.containers).toEqual([
      {
        name: 'explore',
        image:
          'ghcr.io/kubeflow/kubeflow/notebook-servers/jupyter-scipy:v1.11.0',
        imagePullPolicy: 'IfNotPresent',
        terminationMessagePolicy: 'FallbackToLogsOnError',
        resources: {
          requests: { cpu: '0.5', memory: '1Gi' },
          limits: { cpu: '0.6', memory: '1229Mi' },
        },
        volumeMounts: [{ name: 'explore-home', mountPath: '/home/jovyan' }],
      },
    ]);
    const written = scene.platform.cluster.calls.filter(
      ({ method }) => method === 'POST',
    );
    expect(written.map(({ request }) => request.as?.user)).toEqual(
      written.map(() => 'backstage:user:default/ada'),
    );
    expect(written.slice(0, 2).map(({ dryRun }) => dryRun)).toEqual([
      true,
      true,
    ]);
  });

  it('asks for everything that the form offers', async () => {
    scene.services.defaultOptions = [
      { name: 'lake', title: 'Lake', labels: { 'lake-access': 'true' } },
    ];
    scene.services.offers = {
      offers: [
        {
          key: 'nvidia.com/gpu',
          vendor: 'NVIDIA',
          offered: 2,
          free: 2,
          largestFree: 2,
        },
      ],
    };
    scene.claim('shared', { accessModes: ['ReadWriteMany'] });
    const done = await portal.run(
      notebookRequest({
        name: 'full',
        owner: 'group:default/sales-team',
        product: 'system:default/orders',
        gpu: { key: 'nvidia.com/gpu', count: 1 },
        dataVolumes: [
          { claim: 'shared', mountPath: '/data/' },
          { new: { name: 'scratch', size: '1Gi' }, mountPath: '/scratch' },
        ],
        shm: true,
        podDefaults: ['lake'],
        environment: [{ name: 'STAGE', value: 'test' }],
      }),
    );
    expect(done).toMatchObject({
      state: 'done',
      output: {
        owner: 'group:default/sales-team',
        product: 'system:default/orders',
      },
    });
    const notebook = scene
      .live('notebooks')
      .find(({ metadata }) => metadata.name === 'full');
    expect(notebook.metadata.labels).toMatchObject({ 'lake-access': 'true' });
    const [container] = notebook.spec.template.spec.containers;
    expect(container.resources.limits).toMatchObject({ 'nvidia.com/gpu': '1' });
    expect(container.env).toEqual([{ name: 'STAGE', value: 'test' }]);
    expect(container.volumeMounts.map((each: any) => each.mountPath)).toEqual([
      '/home/jovyan',
      '/data',
      '/scratch',
      '/dev/shm',
    ]);
    expect(notebook.spec.template.spec.volumes).toContainEqual({
      name: 'dshm',
      emptyDir: { medium: 'Memory' },
    });
  });

  it('runs as the account of a Kubeflow profile where there is one', async () => {
    scene.platform.cluster.seed('serviceaccounts', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'default-editor', namespace: 'sales' },
    });
    const plan = await portal.plan(
      notebookRequest({ name: 'profile', home: 'none' }),
    );
    expect(plan.steps[0].object).toMatchObject({
      spec: { template: { spec: { serviceAccountName: 'default-editor' } } },
    });
  });

  it.each([
    ['codeserver-python', 'group-one', undefined],
    [
      'rstudio-tidyverse',
      'group-two',
      '{"X-RStudio-Root-Path":"/notebook/sales/typed/"}',
    ],
  ])(
    'tells the controller how to route to %s',
    async (image, type, headers) => {
      const plan = await portal.plan(
        notebookRequest({ name: 'typed', image, home: 'none' }),
      );
      const { metadata } = plan.steps[0].object as any;
      expect(metadata.annotations).toMatchObject({
        'notebooks.kubeflow.org/server-type': type,
        'notebooks.kubeflow.org/http-rewrite-uri': '/',
      });
      expect(
        metadata.annotations['notebooks.kubeflow.org/http-headers-request-set'],
      ).toBe(headers);
    },
  );

  it('removes the volume again where the server is refused, and leaves nothing', async () => {
    scene.platform.cluster.refuse = ({ plural, method, dryRun }) =>
      plural === 'notebooks' && method === 'POST' && !dryRun
        ? { code: 422, message: 'the webhook says no' }
        : undefined;
    const done = await portal.run(notebookRequest({ name: 'half' }));
    expect(done).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('the webhook says no'),
    });
    expect(
      scene.platform.cluster.keys().filter(key => key.includes('half')),
    ).toEqual([]);
  });

  it('is made for oneself or for a group that one is in', async () => {
    const plan = await portal.plan(
      notebookRequest({ owner: 'group:default/finance-team' }),
    );
    expect(plan.findings).toEqual([
      {
        level: 'error',
        field: 'owner',
        message: 'You do not belong to group:default/finance-team.',
        remedy: 'Leave the owner out, or choose a group of yours.',
      },
    ]);
  });

  it('says what the cluster says to who has no role there', async () => {
    scene.platform.cluster.refuse = ({ request }) =>
      request.as?.user === 'backstage:user:default/ben'
        ? { code: 403, reason: 'Forbidden', message: 'no' }
        : undefined;
    const plan = await portal.plan(
      notebookRequest({ name: 'foreign', home: 'none' }),
      ben(),
    );
    expect(plan.ok).toBe(false);
    expect(plan.findings).toContainEqual(
      expect.objectContaining({
        message: expect.stringContaining(
          'sent as user backstage:user:default/ben',
        ),
      }),
    );
    expect(plan.steps.map(({ dryRun }) => dryRun)).toEqual(['failed']);
  });

  it('is denied before anything is read on the cluster', async () => {
    scene.platform.denied.add('data-platform.resource.operate');
    await expect(portal.plan(notebookRequest())).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(scene.platform.cluster.calls).toEqual([]);
    scene.platform.denied.clear();
  });

  it('goes on where what only warns cannot be read', async () => {
    scene.services.classes = new Error('Storage classes are closed.');
    scene.services.offers = new Error('Nodes are closed.');
    const plan = await portal.plan(
      notebookRequest({
        name: 'blind',
        gpu: { key: 'nvidia.com/gpu', count: 1 },
      }),
    );
    expect(plan.ok).toBe(true);
    expect(plan.findings.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'Storage classes could not be checked. Storage classes are closed.',
        'What GPUs the nodes offer could not be read, so this was not checked.',
      ]),
    );
  });
});
