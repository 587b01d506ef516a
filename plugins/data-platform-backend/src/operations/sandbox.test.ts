import {
  demoRbac,
  demoUsers,
  portalPolicies,
  RunningSandbox,
  sandboxControllers,
  startSandbox,
} from '@millrace/sandbox';
import { tokenCredentials } from '../clusters/Credentials';
import { HttpClusterConnection } from '../clusters/HttpClusterConnection';
import {
  domainRequest,
  jobRequest,
  productRequest,
} from './__testUtils__/requests';
import { ada, ben, TestPlatform } from './__testUtils__/TestPlatform';

const JOB = 'component:default/orders-daily';
const RUNS = {
  group: 'sparkoperator.k8s.io',
  version: 'v1beta2',
  plural: 'sparkapplications',
};
const NAMESPACES = { group: '', version: 'v1', plural: 'namespaces' };

jest.setTimeout(60_000);

/** The same as on a real cluster: RBAC of examples/rbac, its two policies, quota, schema, impersonation, over HTTP. */
describe('operations on the sandbox', () => {
  let sandbox: RunningSandbox;
  let cluster: HttpClusterConnection;
  let platform: TestPlatform;
  let portal: ReturnType<TestPlatform['start']>;

  beforeAll(async () => {
    const { admin, portal: reader, bootstrap } = demoUsers();
    sandbox = await startSandbox({
      tls: false,
      users: [admin, reader, bootstrap].map(({ user, groups }) => ({
        name: user,
        groups,
      })),
      admission: [portalPolicies],
      controllers: sandboxControllers(),
      seed: demoRbac,
    });
    cluster = new HttpClusterConnection({
      name: 'eu-1',
      url: sandbox.url,
      credentials: tokenCredentials(sandbox.token(reader.user)),
      bootstrap: tokenCredentials(sandbox.token(bootstrap.user)),
    });
    platform = await TestPlatform.create();
    portal = platform.start(undefined, [cluster]);
  });
  afterAll(async () => {
    await platform.close();
    await cluster.close();
    await sandbox.stop();
  });

  it('goes the whole way from a domain to a run', async () => {
    const domain = await portal.run(domainRequest());
    expect(domain).toMatchObject({ state: 'done' });
    expect(domain.error).toBeUndefined();
    expect(await portal.run(productRequest())).toMatchObject({ state: 'done' });
    expect(await portal.run(jobRequest())).toMatchObject({ state: 'done' });
    const run = await portal.run({
      operation: 'spark-job:run',
      entityRef: JOB,
    });
    expect(run).toMatchObject({ state: 'done' });
    const [object] = sandbox.api.list(RUNS, 'sales');
    expect(object.metadata).toMatchObject({
      name: run.output?.name,
      labels: { 'backstage.io/kubernetes-id': 'orders-daily' },
    });
  });

  it('is refused by the cluster itself for who has no role, with who was sent', async () => {
    const plan = await portal.plan(
      { operation: 'spark-job:run', entityRef: JOB },
      ben(),
    );
    expect(plan.findings).toContainEqual(
      expect.objectContaining({
        level: 'error',
        message: expect.stringMatching(
          /cannot create resource "sparkapplications".*\(sent as user backstage:user:default\/ben, groups backstage:group:default\/finance-team\)/,
        ),
        remedy: expect.stringContaining('Ask an owner of namespace sales'),
      }),
    );
  });

  it('gives the server’s path of a wrong field', async () => {
    const text = (await platform.entities.get(JOB))?.spec?.manifest as string;
    const plan = await portal.plan({
      operation: 'spark-job:update',
      entityRef: JOB,
      input: { manifest: text.replace('memory: 1g', 'memry: 1g') },
    });
    expect(plan.ok).toBe(false);
    expect(plan.findings).toContainEqual(
      expect.objectContaining({ field: 'spec.driver.memry' }),
    );
  });

  it('makes a schedule as the person', async () => {
    const done = await portal.run(
      jobRequest({ name: 'nightly', schedule: { cron: '0 2 * * *' } }),
    );
    expect(done).toMatchObject({ state: 'done' });
    const schedule = sandbox.api.get(
      { ...RUNS, plural: 'scheduledsparkapplications' },
      'sales',
      'nightly',
    );
    expect(schedule?.spec).toMatchObject({ schedule: '0 2 * * *' });
  });

  it('never takes over a namespace, and leaves a foreign one alone', async () => {
    sandbox.api.create(NAMESPACES, undefined, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'legacy' },
    });
    await expect(portal.run(domainRequest({ name: 'legacy' }))).rejects.toThrow(
      'Namespace legacy on cluster eu-1 exists already.',
    );
    expect(
      sandbox.api.get(NAMESPACES, undefined, 'legacy')?.metadata.labels,
    ).not.toHaveProperty(['millrace.dev/managed-by']);
  });

  it('decommissions as the owner, whom the cluster lets delete that namespace alone', async () => {
    const request = {
      operation: 'domain:decommission',
      entityRef: 'domain:default/sales',
      input: { confirm: 'sales', cancelRunning: true },
    };
    const plan = await portal.plan(request, ben());
    expect(plan.ok).toBe(false);
    expect(plan.findings[0].message).toContain(
      'cannot delete resource "namespaces"',
    );
    expect(await portal.run(request, ada())).toMatchObject({ state: 'done' });
    const namespace = sandbox.api.get(NAMESPACES, undefined, 'sales');
    expect(namespace?.metadata.deletionTimestamp ?? 'gone').toBeTruthy();
    expect(await platform.entities.all()).toEqual([]);
  });
});
