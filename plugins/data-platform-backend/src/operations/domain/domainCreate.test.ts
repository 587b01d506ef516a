import { ada, ben, TestPlatform } from '../__testUtils__/TestPlatform';
import { domainRequest } from '../__testUtils__/requests';

describe('domain:create', () => {
  let platform: TestPlatform;
  beforeEach(async () => {
    platform = await TestPlatform.create();
  });
  afterEach(() => platform.close());

  it('makes the namespace, guardrails before rights, and registers the domain', async () => {
    const done = await platform.start().run(domainRequest());

    expect(done).toMatchObject({
      state: 'done',
      actor: 'user:default/ada',
      entityRef: 'domain:default/sales',
      output: {
        entityRef: 'domain:default/sales',
        source: 'eu-1',
        namespace: 'sales',
      },
    });
    expect(platform.cluster.keys()).toEqual([
      '/namespaces/sales',
      'sales/limitranges/defaults',
      'sales/networkpolicies/api-server-and-object-store',
      'sales/networkpolicies/default-deny',
      'sales/networkpolicies/dns',
      'sales/networkpolicies/notebooks-from-gateway',
      'sales/networkpolicies/spark-driver-and-executors',
      'sales/networkpolicies/workspaces-from-gateway',
      'sales/resourcequotas/domain',
      'sales/rolebindings/millrace-owner',
      'sales/rolebindings/millrace-viewer',
      'sales/rolebindings/spark-driver',
      'sales/serviceaccounts/spark',
    ]);
    const kinds = platform.cluster.calls
      .filter(({ method, dryRun }) => method === 'POST' && !dryRun)
      .map(({ plural }) => plural);
    expect(kinds.lastIndexOf('networkpolicies')).toBeLessThan(
      kinds.indexOf('rolebindings'),
    );
    expect(await platform.entities.get('domain:default/sales')).toMatchObject({
      kind: 'Domain',
      metadata: {
        annotations: {
          'millrace.dev/source': 'eu-1',
          'millrace.dev/namespaces': 'sales',
        },
      },
      spec: { owner: 'group:default/sales-team', type: 'data-domain' },
    });
  });

  it('writes as the bootstrap identity alone, and marks what it made', async () => {
    const { id } = await platform.start().run(domainRequest());
    for (const { request } of platform.cluster.calls) {
      expect(request.identity).toBe('bootstrap');
      expect(request.as).toBeUndefined();
    }
    for (const object of platform.cluster.objects.values()) {
      expect(object.metadata.annotations?.['millrace.dev/operation']).toBe(id);
    }
  });

  it('labels the namespace and binds roles to the names that impersonation sends', async () => {
    await platform.start().run(domainRequest());
    expect(
      platform.cluster.objects.get('/namespaces/sales')?.metadata.labels,
    ).toEqual({
      'millrace.dev/managed-by': 'millrace',
      'millrace.dev/domain': 'default.sales',
      'pod-security.kubernetes.io/enforce': 'baseline',
      'pod-security.kubernetes.io/warn': 'restricted',
    });
    expect(
      platform.cluster.objects.get('sales/rolebindings/millrace-viewer'),
    ).toMatchObject({
      metadata: { labels: { 'millrace.dev/role': 'viewer' } },
      roleRef: { kind: 'ClusterRole', name: 'millrace-viewer' },
      subjects: [{ kind: 'Group', name: 'backstage:group:default/analysts' }],
    });
  });

  it('shows the plan without making anything', async () => {
    const plan = await platform.start().plan(domainRequest());
    expect(plan).toMatchObject({ ok: true, entityRef: 'domain:default/sales' });
    expect(plan.steps[0]).toMatchObject({
      verb: 'create',
      identity: 'bootstrap',
      dryRun: 'passed',
      title: 'Create Namespace sales on cluster eu-1',
    });
    expect(plan.steps[1].dryRun).toBe('skipped');
    expect(plan.steps[1].manifest).toContain('requests.cpu: "16"');
    expect(platform.cluster.keys()).toEqual([]);
    expect(await platform.entities.all()).toEqual([]);
  });

  it.each([
    ['Sales', 'name', /cannot be a domain's name/],
    ['ab', 'name', /3 to 42/],
    ['a'.repeat(43), 'name', /3 to 42/],
    ['sales-', 'name', /do not end with a dash/],
    ['kube-sales', 'name', /reserved/],
    ['default', 'name', /reserved/],
    ['millrace', 'name', /reserved/],
    ['forbidden-by-config', 'name', /reserved/],
    ['from-git', 'name', /belongs to url:https:\/\/git.example.com/],
  ])('refuses the name %s', async (name, field, message) => {
    const portal = platform.start();
    const plan = await portal.plan(domainRequest({ name }));
    expect(plan.ok).toBe(false);
    expect(plan.findings).toContainEqual(
      expect.objectContaining({
        level: 'error',
        field,
        message: expect.stringMatching(message),
      }),
    );
    await expect(portal.run(domainRequest({ name }))).rejects.toMatchObject({
      name: 'OperationRefusedError',
    });
    expect(platform.cluster.keys()).toEqual([]);
  });

  it.each([
    [{ cluster: 'mars' }, 'cluster', 'Choose one of: eu-1.'],
    [
      { quotaPreset: 'huge' },
      'quotaPreset',
      'Choose one of: small, medium, large.',
    ],
    [{ owner: 'group:default/nobody' }, 'owner', 'Choose an existing group.'],
    [
      { roles: { members: ['group:default/ghosts'] } },
      'roles',
      'Choose an existing group.',
    ],
  ])('names the field and the fix of %j', async (input, field, remedy) => {
    const plan = await platform.start().plan(domainRequest(input));
    expect(plan.findings).toContainEqual(
      expect.objectContaining({ level: 'error', field, remedy }),
    );
  });

  it('refuses what the schema does not know, and keys that reach for prototypes', async () => {
    const portal = platform.start();
    const unknown = await portal.plan(domainRequest({ colour: 'red' }));
    expect(unknown.findings[0].message).toBe('There is no field "colour".');
    const input = JSON.parse(
      '{"name":"sales","roles":{"owners":[{"__proto__":{"x":1}}]}}',
    );
    const hostile = await portal.plan({ operation: 'domain:create', input });
    expect(hostile.findings[0]).toMatchObject({
      field: 'roles.owners[0].__proto__',
      message: 'This key is not allowed anywhere.',
    });
  });

  it('never takes over a namespace that exists', async () => {
    const foreign = platform.cluster.seed('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'sales' },
    });
    const portal = platform.start();
    await expect(portal.run(domainRequest())).rejects.toThrow(
      'Namespace sales on cluster eu-1 exists already. Choose another name',
    );
    expect(platform.cluster.objects.get('/namespaces/sales')).toBe(foreign);
    expect(platform.cluster.keys()).toHaveLength(1);
  });

  it('asks for the right to administer of those who are not in the owner group', async () => {
    platform.denied.add('data-platform.domain.administer');
    const portal = platform.start();
    await expect(portal.run(domainRequest(), ben())).rejects.toThrow(
      'user:default/ben may not create a domain that group:default/sales-team owns',
    );
    expect((await portal.run(domainRequest(), ada())).state).toBe('done');
  });

  it('is denied by the policy before anything is read', async () => {
    platform.denied.add('data-platform.domain.create');
    await expect(platform.start().run(domainRequest())).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining(
        'user:default/ada may not create a data domain. Ask the portal',
      ),
    });
    expect(platform.cluster.calls).toEqual([]);
  });

  it('deletes the namespace again when the cluster refuses what belongs into it', async () => {
    platform.cluster.refuse = ({ plural, dryRun, method }) =>
      method === 'POST' && plural === 'networkpolicies' && dryRun
        ? {
            code: 403,
            message: 'admission webhook "net" denied the request: no.',
          }
        : undefined;
    const failed = await platform.start().run(domainRequest());
    expect(failed.state).toBe('failed');
    expect(failed.error).toContain(
      'admission webhook "net" denied the request: no',
    );
    expect(failed.steps[0].state).toBe('undone');
    expect(platform.cluster.keys()).toEqual([]);
    expect(await platform.entities.all()).toEqual([]);
    const made = platform.cluster.calls.filter(
      ({ method, dryRun }) => method === 'POST' && !dryRun,
    );
    expect(made.map(({ plural }) => plural)).toEqual(['namespaces']);
  });

  it('makes nothing where the roles that it binds are not on the cluster', async () => {
    platform.cluster.clusterRoles.delete('millrace-owner');
    platform.cluster.clusterRoles.delete('spark-driver');
    const plan = await platform.start().plan(domainRequest());

    expect(plan.ok).toBe(false);
    expect(plan.findings).toContainEqual({
      level: 'error',
      field: 'cluster',
      message:
        'Cluster eu-1 lacks the ClusterRoles spark-driver, millrace-owner: nobody could work in the domain.',
      remedy: 'Ask the platform team to apply examples/rbac/roles.yaml.',
    });
  });

  it('says nothing of roles that it may not read', async () => {
    platform.cluster.refuse = ({ plural }) =>
      plural === 'clusterroles'
        ? { code: 403, reason: 'Forbidden', message: 'cannot get clusterroles' }
        : undefined;
    const plan = await platform.start().plan(domainRequest());

    expect(plan).toMatchObject({ ok: true, findings: [] });
  });
});
