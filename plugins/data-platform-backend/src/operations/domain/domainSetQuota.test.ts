import { JobScene } from '../__testUtils__/JobScene';

const DOMAIN = 'domain:default/sales';

describe('domain:set-quota', () => {
  let scene: JobScene;
  beforeEach(async () => {
    scene = await JobScene.create();
    scene.platform.placements.push({
      domainRef: DOMAIN,
      source: 'eu-1',
      namespaces: ['sales'],
      bindings: [],
    });
  });
  afterEach(() => scene.platform.close());

  const ask = (input: Record<string, unknown>) => ({
    operation: 'domain:set-quota',
    entityRef: DOMAIN,
    input,
  });
  const hard = () => scene.live('resourcequotas')[0].spec.hard;

  it('changes what is named and leaves the rest, as the identity that makes domains', async () => {
    scene.platform.cluster.calls.length = 0;
    const done = await scene.portal.run(
      ask({ hard: { 'requests.cpu': '32' } }),
    );
    expect(done.state).toBe('done');
    expect(hard()).toMatchObject({ 'requests.cpu': '32', pods: '50' });
    const patch = scene.platform.cluster.calls.find(
      ({ method, dryRun }) => method === 'PATCH' && !dryRun,
    );
    expect(patch?.request).toMatchObject({
      identity: 'bootstrap',
      body: { spec: { hard: { 'requests.cpu': '32' } } },
    });
  });

  it('takes a size as a whole', async () => {
    scene.live('resourcequotas')[0].spec.hard['requests.nvidia.com/gpu'] = '1';
    await scene.portal.run(ask({ preset: 'medium' }));
    expect(hard()).toMatchObject({ 'requests.cpu': '64', pods: '200' });
    expect(hard()).not.toHaveProperty(['requests.nvidia.com/gpu']);
  });

  it('makes the quota where there is none', async () => {
    scene.platform.cluster.objects.delete('sales/resourcequotas/domain');
    await scene.portal.run(ask({ preset: 'small' }));
    expect(hard()).toMatchObject({ pods: '50' });
  });

  it('warns of what is in use beyond it', async () => {
    scene.platform.index.quotasByNamespace.set('eu-1/sales', [
      {
        name: 'domain',
        namespace: 'sales',
        hard: {},
        used: { 'requests.cpu': '12', pods: '3' },
      },
    ]);
    const plan = await scene.portal.plan(
      ask({ hard: { 'requests.cpu': '8' } }),
    );
    expect(plan.ok).toBe(true);
    expect(plan.findings).toEqual([
      expect.objectContaining({
        level: 'warning',
        field: 'hard.requests.cpu',
        message: expect.stringContaining(
          '12 of requests.cpu are in use in namespace sales, and 8 would be allowed',
        ),
      }),
    ]);
  });

  it.each([
    [{}, undefined, /Choose a size, or give quantities/],
    [{ preset: 'huge' }, 'preset', /no size "huge"/],
    [{ preset: 'small' }, 'preset', /That is the quota as it is/],
    [{ hard: { pods: 'many' } }, 'hard.pods', /Give a quantity/],
    [{ hard: { pods: '-1' } }, 'hard.pods', /Give a quantity/],
    [{ hard: { 'no good': '1' } }, 'hard.no good', /./],
  ])('refuses %j', async (input, field, message) => {
    const plan = await scene.portal.plan(ask(input));
    expect(plan.ok).toBe(false);
    expect(plan.findings[0].field).toBe(field);
    expect(plan.findings[0].message).toMatch(message);
  });

  it('leaves a namespace alone that it did not make, and says how that changes', async () => {
    const namespace = scene.platform.cluster.objects.get('/namespaces/sales')!;
    delete namespace.metadata.labels!['millrace.dev/managed-by'];
    const plan = await scene.portal.plan(ask({ preset: 'large' }));
    expect(plan.findings[0]).toMatchObject({
      level: 'error',
      remedy: expect.stringContaining(
        'kubectl label namespace sales millrace.dev/managed-by=millrace',
      ),
    });
  });

  it('is for administrators alone, owners included', async () => {
    scene.platform.denied.add('data-platform.domain.administer');
    scene.platform.cluster.calls.length = 0;
    await expect(scene.portal.plan(ask({ preset: 'large' }))).rejects.toThrow(
      'may not set the quota of a data domain',
    );
    expect(scene.platform.cluster.calls).toEqual([]);
  });
});
