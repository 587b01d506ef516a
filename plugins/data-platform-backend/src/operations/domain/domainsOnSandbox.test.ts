import {
  demoRbac,
  demoUsers,
  portalPolicies,
  RunningSandbox,
  startSandbox,
} from '@millrace/sandbox';
import { tokenCredentials } from '../../clusters/Credentials';
import { HttpClusterConnection } from '../../clusters/HttpClusterConnection';
import { domainRequest } from '../__testUtils__/requests';
import { ada, ben, TestPlatform } from '../__testUtils__/TestPlatform';

const DOMAIN = 'domain:default/sales';
const FINANCE = 'group:default/finance-team';
const BINDINGS = {
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  plural: 'rolebindings',
};
const QUOTAS = { group: '', version: 'v1', plural: 'resourcequotas' };
const NAMESPACES = { group: '', version: 'v1', plural: 'namespaces' };

jest.setTimeout(60_000);

/** Members and quota under the roles and policies of examples/rbac. */
describe('domains on the sandbox', () => {
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
    await portal.run(domainRequest());
    look();
  });
  afterAll(async () => {
    await platform.close();
    await cluster.close();
    await sandbox.stop();
  });

  const bindings = () => sandbox.api.list(BINDINGS, 'sales');

  /** The index sees what is on the cluster now. */
  function look() {
    platform.placements.splice(0, 1, {
      domainRef: DOMAIN,
      source: 'eu-1',
      namespaces: ['sales'],
      bindings: bindings().map(({ metadata, subjects }) => ({
        name: metadata.name,
        namespace: 'sales',
        role: metadata.labels?.['millrace.dev/role'] ?? '',
        groups: subjects.map(({ name }: { name: string }) => name),
      })),
    });
    const { metadata } = sandbox.api.get(NAMESPACES, undefined, 'sales')!;
    platform.cluster.seed('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'sales', labels: metadata.labels },
    });
  }

  const member = (verb: string, role: string, group = FINANCE) => ({
    operation: `domain:${verb}-member`,
    entityRef: DOMAIN,
    input: { role, group },
  });
  const holders = (role: string) =>
    bindings()
      .filter(({ roleRef }) => roleRef.name === `millrace-${role}`)
      .flatMap(({ subjects }) => subjects.map((each: any) => each.name));

  it.each(['viewer', 'member', 'owner'])(
    'an owner gives and takes the role %s',
    async role => {
      const had = holders(role);
      const added = await portal.run(member('add', role), ada());
      expect([added.state, added.error]).toEqual(['done', undefined]);
      expect(holders(role)).toContain(`backstage:${FINANCE}`);
      look();
      const removed = await portal.run(member('remove', role), ada());
      expect([removed.state, removed.error]).toEqual(['done', undefined]);
      expect(holders(role)).toEqual(had);
      look();
    },
  );

  it('the cluster refuses who is no owner, whatever the portal thinks', async () => {
    const plan = await portal.plan(member('add', 'viewer'), ben());
    expect(plan.ok).toBe(false);
    expect(plan.findings[0].message).toContain(
      'cannot create resource "rolebindings"',
    );
  });

  it('the bootstrap identity changes the quota of a namespace that it made', async () => {
    const done = await portal.run({
      operation: 'domain:set-quota',
      entityRef: DOMAIN,
      input: { hard: { 'requests.cpu': '24' } },
    });
    expect([done.state, done.error]).toEqual(['done', undefined]);
    expect(sandbox.api.get(QUOTAS, 'sales', 'domain')?.spec).toMatchObject({
      hard: { 'requests.cpu': '24', pods: '50' },
    });
  });

  it('the policy keeps it away from others, though the portal should be wrong', async () => {
    sandbox.api.create(NAMESPACES, undefined, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'foreign' },
    });
    sandbox.api.create(QUOTAS, 'foreign', {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'domain' },
      spec: { hard: { pods: '1' } },
    });
    platform.cluster.seed('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'foreign',
        labels: { 'millrace.dev/managed-by': 'millrace' },
      },
    });
    platform.placements.splice(0, 1, {
      domainRef: DOMAIN,
      source: 'eu-1',
      namespaces: ['foreign'],
      bindings: [],
    });
    const plan = await portal.plan({
      operation: 'domain:set-quota',
      entityRef: DOMAIN,
      input: { preset: 'large' },
    });
    expect(plan.ok).toBe(false);
    expect(plan.findings[0].message).toContain(
      "the portal's bootstrap identity works in namespaces labelled",
    );
  });
});
