import { RoleBindingEvidence } from '../../sources/types';
import { JobScene } from '../__testUtils__/JobScene';
import { ben } from '../__testUtils__/TestPlatform';

const DOMAIN = 'domain:default/sales';
const ANALYSTS = 'group:default/analysts';
const FINANCE = 'group:default/finance-team';

describe('members of a domain', () => {
  let scene: JobScene;
  beforeEach(async () => {
    scene = await JobScene.create();
    look();
  });
  afterEach(() => scene.platform.close());

  /** The index sees what is on the cluster now. */
  function look() {
    const bindings = scene
      .live('rolebindings')
      .flatMap(({ metadata, subjects }): RoleBindingEvidence[] => {
        const role = metadata.labels?.['millrace.dev/role'];
        const groups = subjects.map(({ name }: { name: string }) => name);
        return role
          ? [{ name: metadata.name, namespace: 'sales', role, groups }]
          : [];
      });
    scene.platform.placements.splice(0, 1, {
      domainRef: DOMAIN,
      source: 'eu-1',
      namespaces: ['sales'],
      bindings,
    });
  }

  const ask = (verb: 'add' | 'remove', role: string, group: string) => ({
    operation: `domain:${verb}-member`,
    entityRef: DOMAIN,
    input: { role, group },
  });
  const holders = (role: string) =>
    scene
      .live('rolebindings')
      .filter(({ roleRef }) => roleRef.name === `millrace-${role}`)
      .flatMap(({ subjects }) => subjects.map((each: any) => each.name))
      .sort();

  it('gets a binding of its own, made as the owner', async () => {
    const done = await scene.portal.run(ask('add', 'member', FINANCE));
    expect(done.state).toBe('done');
    expect(holders('member')).toEqual([`backstage:${FINANCE}`]);
    const made = scene
      .live('rolebindings')
      .find(({ metadata }) => metadata.name.startsWith('millrace-member-'));
    expect(made).toMatchObject({
      metadata: {
        name: expect.stringMatching(
          /^millrace-member-finance-team-[0-9a-f]{6}$/,
        ),
        labels: {
          'millrace.dev/managed-by': 'millrace',
          'millrace.dev/role': 'member',
        },
      },
      roleRef: { kind: 'ClusterRole', name: 'millrace-member' },
    });
    const call = scene.platform.cluster.calls.find(
      ({ method, plural, dryRun, request }) =>
        method === 'POST' && plural === 'rolebindings' && !dryRun && request.as,
    );
    expect(call?.request.as?.user).toBe('backstage:user:default/ada');
  });

  it.each([
    [
      ask('add', 'viewer', ANALYSTS),
      /is viewer of domain:default\/sales already/,
    ],
    [ask('add', 'member', 'group:default/ghosts'), /not in the catalog/],
    [ask('add', 'admin', ANALYSTS), /owner, member or viewer/],
    [ask('remove', 'member', FINANCE), /is no member of domain:default\/sales/],
    [
      ask('remove', 'owner', 'group:default/sales-team'),
      /owns domain:default\/sales in the catalog/,
    ],
  ])('refuses %j', async (request, message) => {
    const plan = await scene.portal.plan(request);
    expect(plan.ok).toBe(false);
    expect(plan.findings[0].message).toMatch(message);
  });

  it('loses the role when its binding goes', async () => {
    const done = await scene.portal.run(ask('remove', 'viewer', ANALYSTS));
    expect(done.state).toBe('done');
    expect(holders('viewer')).toEqual([]);
  });

  it('leaves those who share the binding their role, without a gap', async () => {
    const binding = scene
      .live('rolebindings')
      .find(({ metadata }) => metadata.name === 'millrace-viewer');
    binding.subjects.push(
      { kind: 'Group', name: `backstage:${FINANCE}` },
      { kind: 'ServiceAccount', name: 'reader', namespace: 'sales' },
    );
    look();
    const done = await scene.portal.run(ask('remove', 'viewer', ANALYSTS));
    expect(done.steps.map(({ title }) => title)).toEqual([
      'Bind the others of RoleBinding millrace-viewer in namespace sales on cluster eu-1',
      'Delete RoleBinding millrace-viewer in namespace sales on cluster eu-1',
    ]);
    expect(holders('viewer')).toEqual([`backstage:${FINANCE}`, 'reader']);
  });

  it('are changed by owners and administrators alone', async () => {
    scene.platform.denied.add('data-platform.domain.administer');
    for (const verb of ['add', 'remove'] as const) {
      await expect(
        scene.portal.plan(ask(verb, 'viewer', FINANCE), ben()),
      ).rejects.toThrow(
        'user:default/ben may not change the members of domain:default/sales',
      );
    }
  });
});
