import { JobScene } from '../__testUtils__/JobScene';

const DOMAIN = 'domain:default/sales';

describe('domain:set-limits', () => {
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

  const ask = (limits: Record<string, unknown>) => ({
    operation: 'domain:set-limits',
    entityRef: DOMAIN,
    input: { limits },
  });
  const live = () => scene.live('limitranges')[0].spec.limits;

  it('changes what is named and leaves the rest, as the identity that makes domains', async () => {
    live().push({ type: 'PersistentVolumeClaim', max: { storage: '1Ti' } });
    scene.platform.cluster.calls.length = 0;
    const done = await scene.portal.run(
      ask({ 'request.cpu': '500m', 'max.memory': '64Gi' }),
    );
    expect(done.state).toBe('done');
    expect(live()).toEqual([
      {
        type: 'Container',
        defaultRequest: { cpu: '500m', memory: '512Mi' },
        default: { memory: '1Gi' },
        max: { memory: '64Gi' },
      },
      { type: 'PersistentVolumeClaim', max: { storage: '1Ti' } },
    ]);
    const writes = scene.platform.cluster.calls.filter(
      ({ method, dryRun }) => method === 'PATCH' && !dryRun,
    );
    expect(writes.map(({ request }) => request.identity)).toEqual([
      'bootstrap',
    ]);
  });

  it('makes the limits where there are none', async () => {
    scene.platform.cluster.objects.delete('sales/limitranges/defaults');
    await scene.portal.run(ask({ 'limit.memory': '2Gi' }));
    expect(live()).toEqual([{ type: 'Container', default: { memory: '2Gi' } }]);
  });

  it('warns of a default limit of CPU, which Spark does not bear', async () => {
    const plan = await scene.portal.plan(ask({ 'limit.cpu': '1' }));
    expect(plan.ok).toBe(true);
    expect(plan.findings).toEqual([
      expect.objectContaining({ level: 'warning', field: 'limits.limit.cpu' }),
    ]);
  });

  it.each([
    [{}, 'limits', /at least one quantity/],
    [{ 'request.cpu': '250m' }, 'limits', /as they are/],
    [{ 'request.cpu': '0' }, 'limits.request.cpu', /above 0/],
    [{ 'max.memory': 'much' }, 'limits.max.memory', /Give a quantity/],
    [{ 'max.pods': '1' }, 'limits', /./],
  ])('refuses %j', async (limits, field, message) => {
    const plan = await scene.portal.plan(ask(limits));
    expect(plan.ok).toBe(false);
    expect(plan.findings[0].field).toContain(field);
    expect(plan.findings[0].message).toMatch(message);
  });

  it('leaves a namespace alone that it did not make, and says how that changes', async () => {
    const namespace = scene.platform.cluster.objects.get('/namespaces/sales')!;
    delete namespace.metadata.labels!['millrace.dev/managed-by'];
    const plan = await scene.portal.plan(ask({ 'max.cpu': '8' }));
    expect(plan.findings[0]).toMatchObject({
      level: 'error',
      message: expect.stringContaining('may not change its limits'),
    });
  });

  it('is for administrators alone, owners included', async () => {
    scene.platform.denied.add('data-platform.domain.administer');
    await expect(scene.portal.plan(ask({ 'max.cpu': '8' }))).rejects.toThrow(
      'may not set the limits of a data domain',
    );
  });
});
