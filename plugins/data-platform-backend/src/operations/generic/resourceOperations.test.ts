import { sparkKubeflowIntegration } from '../../integrations/spark-kubeflow';
import { contextWith } from '../../http/__testUtils__/rows';
import { domainRequest } from '../__testUtils__/requests';
import { TestPlatform } from '../__testUtils__/TestPlatform';

const definition = sparkKubeflowIntegration.resources.find(
  ({ kind }) => kind === 'SparkApplication',
)!;

describe('operations on live objects', () => {
  let platform: TestPlatform;
  let portal: ReturnType<TestPlatform['start']>;

  async function seed(state: string) {
    const object = platform.cluster.seed('sparkapplications', {
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: 'SparkApplication',
      metadata: {
        name: 'orders-1',
        namespace: 'sales',
        labels: { 'backstage.io/kubernetes-id': 'orders' },
      },
      spec: { type: 'Python', image: 'x' },
      status: { applicationState: { state } },
    });
    platform.index.put({
      definition,
      object: { ...object, spec: {} },
      assessment: {
        health: 'progressing',
        reason: 'x',
        message: 'x',
        evidence: [],
        remedies: [],
      },
      row: {
        id: 'r1',
        version: 1,
        source: 'eu-1',
        group: 'sparkoperator.k8s.io',
        apiVersion: 'sparkoperator.k8s.io/v1beta2',
        kind: 'SparkApplication',
        nature: 'run',
        namespace: 'sales',
        name: 'orders-1',
        uid: object.metadata.uid,
        createdAt: '2026-03-02T09:00:00Z',
        entityRef: 'component:default/orders',
        domainRef: 'domain:default/sales',
        assessment: { health: 'progressing', reason: 'x', message: 'x' },
        facts: [],
        claim: 'verified',
      },
    });
    return object;
  }

  beforeEach(async () => {
    platform = await TestPlatform.create();
    portal = platform.start();
    await portal.run(domainRequest());
    platform.cluster.calls.length = 0;
  });
  afterEach(() => platform.close());

  it('stops a run: deletes that very object as the person', async () => {
    const { metadata } = await seed('RUNNING');
    const done = await portal.run({
      operation: 'spark:stop',
      resourceId: 'r1',
    });
    expect(done).toMatchObject({
      state: 'done',
      entityRef: 'component:default/orders',
    });
    expect(platform.cluster.keys()).not.toContain(
      'sales/sparkapplications/orders-1',
    );
    const { request } = platform.cluster.calls.at(-1)!;
    expect(request.as?.user).toBe('backstage:user:default/ada');
    expect(request.body).toMatchObject({
      preconditions: { uid: metadata.uid },
    });
  });

  it('says that the operator which has to act is down, but not of a deletion', async () => {
    const trouble = 'the operator seems to be down since 10:02 UTC';
    platform.index.contexts.set(
      'r1',
      contextWith({ operator: { state: 'down', since: 0, trouble } }),
    );
    await seed('RUNNING');
    const plan = (operation: string) =>
      portal.plan({ operation, resourceId: 'r1' });
    expect((await plan('spark:suspend')).findings).toContainEqual({
      level: 'warning',
      message: `Nothing comes of it now: ${trouble}. What is asked for waits until it is back.`,
    });
    expect((await plan('spark:stop')).findings).toEqual([]);
  });

  it('leaves another object of the same name alone', async () => {
    await seed('RUNNING');
    platform.cluster.objects.delete('sales/sparkapplications/orders-1');
    platform.cluster.seed('sparkapplications', {
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: 'SparkApplication',
      metadata: { name: 'orders-1', namespace: 'sales' },
    });
    await portal
      .run({ operation: 'spark:stop', resourceId: 'r1' })
      .catch(() => undefined);
    expect(platform.cluster.keys()).toContain(
      'sales/sparkapplications/orders-1',
    );
  });

  it('suspends by a patch that survives a writer in between', async () => {
    await seed('RUNNING');
    let raced = false;
    platform.cluster.refuse = ({ method, dryRun }) => {
      if (method !== 'PATCH' || dryRun || raced) return undefined;
      raced = true;
      return {
        code: 409,
        reason: 'Conflict',
        message: 'the object has been modified',
      };
    };
    const done = await portal.run({
      operation: 'spark:suspend',
      resourceId: 'r1',
    });
    expect(done.state).toBe('done');
    expect(raced).toBe(true);
    expect(
      platform.cluster.objects.get('sales/sparkapplications/orders-1')?.spec,
    ).toMatchObject({ suspend: true, image: 'x' });
  });

  it('re-runs from the live object, which the index holds only a part of', async () => {
    await seed('FAILED');
    const done = await portal.run({
      operation: 'spark:rerun',
      resourceId: 'r1',
    });
    expect(done.state).toBe('done');
    const run = platform.cluster.objects.get(
      `sales/sparkapplications/${done.output?.name}`,
    );
    expect(run?.spec).toMatchObject({ type: 'Python', image: 'x' });
  });

  it('says why it is not available', async () => {
    await seed('COMPLETED');
    const plan = await portal.plan({
      operation: 'spark:stop',
      resourceId: 'r1',
    });
    expect(plan).toMatchObject({
      ok: false,
      findings: [
        { level: 'error', message: expect.stringMatching(/has ended/) },
      ],
    });
  });

  it('is denied before it is looked at whether it can be done', async () => {
    await seed('COMPLETED');
    platform.denied.add('data-platform.resource.operate');
    await expect(
      portal.plan({ operation: 'spark:stop', resourceId: 'r1' }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('tells when the object is gone', async () => {
    await expect(
      portal.plan({ operation: 'spark:stop', resourceId: 'gone' }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});
