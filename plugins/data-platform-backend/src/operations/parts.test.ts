import {
  domainRequest,
  jobRequest,
  productRequest,
} from './__testUtils__/requests';
import { TestPlatform } from './__testUtils__/TestPlatform';

describe('products and their ends', () => {
  let platform: TestPlatform;
  let portal: ReturnType<TestPlatform['start']>;
  beforeEach(async () => {
    platform = await TestPlatform.create();
    portal = platform.start();
    await portal.run(domainRequest());
  });
  afterEach(() => platform.close());

  const refs = async () =>
    (await platform.entities.all()).map(
      ({ kind, metadata }) => `${kind}:${metadata.name}`,
    );

  describe('product:create', () => {
    it('registers the product and the contract of its port', async () => {
      const done = await portal.run(productRequest({ kind: 'aggregate' }));
      expect(done).toMatchObject({
        state: 'done',
        entityRef: 'system:default/orders',
        output: { portRef: 'api:default/orders-orders-daily' },
      });
      expect(
        await platform.entities.get('system:default/orders'),
      ).toMatchObject({
        metadata: { annotations: { 'millrace.dev/product-kind': 'aggregate' } },
        spec: {
          type: 'data-product',
          owner: 'group:default/sales-team',
          domain: 'domain:default/sales',
        },
      });
      expect(
        await platform.entities.get('api:default/orders-orders-daily'),
      ).toMatchObject({
        spec: {
          type: 'data-contract',
          system: 'system:default/orders',
          definition: expect.stringContaining('kind: DataContract'),
        },
      });
    });

    it.each([
      [
        { domain: 'domain:default/none' },
        'domain',
        /no data domain "domain:default\/none"/,
      ],
      [{ domain: 'group:default/sales-team' }, 'domain', /no data domain/],
      [{ name: 'Orders' }, 'name', /lower-case/],
      [{ owner: 'user:default/ada' }, 'owner', /is no group/],
      [{ owner: 'group:default/none' }, 'owner', /not in the catalog/],
      [
        { name: 'a'.repeat(50), outputPort: { name: 'b'.repeat(50) } },
        'outputPort.name',
        /longer than 63/,
      ],
    ])('refuses %j', async (input, field, message) => {
      const plan = await portal.plan(productRequest(input));
      expect(plan.ok).toBe(false);
      expect(plan.findings).toContainEqual(
        expect.objectContaining({
          field,
          message: expect.stringMatching(message),
        }),
      );
    });

    it('refuses a name that is taken', async () => {
      await portal.run(productRequest());
      await expect(portal.run(productRequest())).rejects.toThrow(
        'system:default/orders is registered already.',
      );
    });
  });

  describe('entity:register', () => {
    const dataset = (spec: Record<string, unknown> = {}) => ({
      operation: 'entity:register',
      input: {
        entity: {
          kind: 'Resource',
          metadata: { name: 'orders-table' },
          spec: {
            type: 'dataset',
            owner: 'sales-team',
            system: 'orders',
            ...spec,
          },
        },
      },
    });

    it('registers data of a product', async () => {
      await portal.run(productRequest());
      const done = await portal.run(dataset());
      expect(done.entityRef).toBe('resource:default/orders-table');
      expect(
        await platform.entities.get('resource:default/orders-table'),
      ).toMatchObject({
        spec: {
          owner: 'group:default/sales-team',
          system: 'system:default/orders',
        },
      });
    });

    it('takes no kind that has an operation of its own', async () => {
      const plan = await portal.plan({
        operation: 'entity:register',
        input: {
          entity: { kind: 'Component', metadata: { name: 'x' }, spec: {} },
        },
      });
      expect(plan.findings[0].message).toContain('Only contracts');
      const other = await portal.plan(dataset({ type: 'anything' }));
      expect(other.ok).toBe(false);
    });
  });

  describe('entity:unregister', () => {
    it('takes a product away with its ports, once it has no jobs', async () => {
      await portal.run(productRequest());
      await portal.run(jobRequest());
      const request = {
        operation: 'entity:unregister',
        entityRef: 'system:default/orders',
      };
      const refused = await portal.plan(request);
      expect(refused.findings[0].message).toBe(
        'system:default/orders still has parts: component:default/orders-daily.',
      );
      await portal.run({
        operation: 'entity:unregister',
        entityRef: 'component:default/orders-daily',
      });
      expect((await portal.run(request)).state).toBe('done');
      expect(await refs()).toEqual(['Domain:sales']);
    });

    it('sends those away who ask for what is not ours', async () => {
      const plan = await portal.plan({
        operation: 'entity:unregister',
        entityRef: 'domain:default/from-git',
      });
      expect(plan.findings[0]).toMatchObject({
        message:
          'domain:default/from-git was not registered here; it comes from url:https://git.example.com/data/domain.yaml.',
        remedy: 'Remove it there.',
      });
    });

    it('does not leave a namespace without its domain', async () => {
      const plan = await portal.plan({
        operation: 'entity:unregister',
        entityRef: 'domain:default/sales',
      });
      expect(plan.findings[0].remedy).toContain('domain:decommission');
    });

    it('needs an entity', async () => {
      await expect(
        portal.plan({ operation: 'entity:unregister' }),
      ).rejects.toMatchObject({
        name: 'InputError',
      });
    });
  });

  describe('domain:decommission', () => {
    const request = (input: Record<string, unknown>) => ({
      operation: 'domain:decommission',
      entityRef: 'domain:default/sales',
      input,
    });

    it('deletes the namespace as the owner, by uid, and unregisters all that belongs to it', async () => {
      await portal.run(productRequest());
      await portal.run(jobRequest());
      const { uid } =
        platform.cluster.objects.get('/namespaces/sales')!.metadata;
      const done = await portal.run(request({ confirm: 'sales' }));
      expect(done.state).toBe('done');
      expect(platform.cluster.keys()).toEqual([]);
      expect(await refs()).toEqual([]);
      const deleted = platform.cluster.calls.find(
        ({ method, dryRun }) => method === 'DELETE' && !dryRun,
      );
      expect(deleted?.request).toMatchObject({
        as: { user: 'backstage:user:default/ada' },
        body: { preconditions: { uid } },
      });
    });

    it('asks for the name', async () => {
      const plan = await portal.plan(request({ confirm: 'orders' }));
      expect(plan.findings).toContainEqual(
        expect.objectContaining({ field: 'confirm', remedy: 'Type sales.' }),
      );
      expect(platform.cluster.keys()).not.toEqual([]);
    });

    it('makes nothing of a cluster that refuses', async () => {
      platform.cluster.refuse = ({ method }) =>
        method === 'DELETE'
          ? {
              code: 403,
              message: 'User "x" cannot delete resource "namespaces"',
            }
          : undefined;
      await expect(portal.run(request({ confirm: 'sales' }))).rejects.toThrow(
        /Namespace sales on cluster eu-1 could not be deleted: User "x" cannot delete.*sent as user backstage:user:default\/ada/,
      );
      expect(await refs()).toEqual(['Domain:sales']);
    });

    it('can be followed by a new domain of the same name', async () => {
      await portal.run(request({ confirm: 'sales' }));
      expect((await portal.run(domainRequest())).state).toBe('done');
    });
  });

  describe('kubernetes:apply', () => {
    const apply = (manifest: string, more: Record<string, unknown> = {}) => ({
      operation: 'kubernetes:apply',
      input: { manifest, domain: 'domain:default/sales', ...more },
    });
    const app = (name: string) => `
apiVersion: sparkoperator.k8s.io/v1beta2
kind: SparkApplication
metadata: { name: ${name} }
spec: { type: Python }
`;

    it('creates an allowed kind in the domain’s namespace, as the person', async () => {
      const done = await portal.run(apply(app('adhoc')));
      expect(done).toMatchObject({
        state: 'done',
        output: { name: 'adhoc', namespace: 'sales' },
      });
      expect(platform.cluster.keys()).toContain(
        'sales/sparkapplications/adhoc',
      );
    });

    it.each([
      [
        'a kind of no integration',
        'apiVersion: v1\nkind: Secret\nmetadata: { name: x }',
        'kind',
        /not a kind that may be created here/,
      ],
      [
        'a role',
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: x }',
        'kind',
        /not a kind/,
      ],
      [
        'a kind of the same name in another group',
        'apiVersion: spark.example.com/v1\nkind: SparkApplication\nmetadata: { name: x }',
        'kind',
        /not a kind/,
      ],
      [
        'no name',
        'apiVersion: v1\nkind: Pod',
        'metadata.name',
        /no metadata.name/,
      ],
      [
        'a foreign namespace',
        app('x').replace('name: x', 'name: x, namespace: finance'),
        'metadata.namespace',
        /does not belong/,
      ],
    ])('refuses %s', async (_what, manifest, field, message) => {
      const plan = await portal.plan(apply(manifest));
      expect(plan.findings).toContainEqual(
        expect.objectContaining({
          level: 'error',
          field,
          message: expect.stringMatching(message),
        }),
      );
    });

    it('never replaces', async () => {
      await portal.run(apply(app('adhoc')));
      await expect(portal.run(apply(app('adhoc')))).rejects.toThrow(
        'SparkApplication sales/adhoc on cluster eu-1 exists already.',
      );
    });
  });
});
