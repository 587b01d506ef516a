import {
  actionContext,
  FakePlatform,
  operation,
  plan,
} from './__testUtils__/FakePlatform';
import { createActions } from './module';

const DONE = operation({
  state: 'done',
  output: { name: 'sales', source: 'eu-1', namespace: 'sales' },
  steps: [
    { id: 'a', title: 'Create Namespace sales', state: 'done' },
    { id: 'b', title: 'Register Domain sales', state: 'done' },
  ],
});
const INPUT = {
  name: 'sales',
  owner: 'group:default/sales-team',
  cluster: 'eu-1',
  description: '',
  title: undefined,
};

describe('template actions', () => {
  let platform: FakePlatform;
  beforeEach(() => {
    platform = new FakePlatform();
    platform.polls = [{ status: 200, body: DONE }];
  });

  const run = async (
    id: string,
    input: Record<string, unknown>,
    more?: Parameters<typeof actionContext>[1],
  ) => {
    const action = createActions(platform.services()).find(
      each => each.id === `data-platform:${id}`,
    )!;
    const context = actionContext(input, more);
    await (action.handler as any)(context.ctx);
    return context;
  };

  it('are all there, and each knows dry run', () => {
    const actions = createActions(platform.services());
    expect(actions.map(({ id }) => id).sort()).toEqual([
      'data-platform:domain:adopt',
      'data-platform:domain:create',
      'data-platform:kubernetes:apply',
      'data-platform:lakefs:branch-create',
      'data-platform:lakefs:commit',
      'data-platform:lakefs:diff',
      'data-platform:lakefs:merge',
      'data-platform:lakefs:register',
      'data-platform:notebook:create',
      'data-platform:product:create',
      'data-platform:register',
      'data-platform:spark-job:adopt',
      'data-platform:spark-job:clone',
      'data-platform:spark-job:create',
      'data-platform:spark-job:run',
    ]);
    expect(actions.every(({ supportsDryRun }) => supportsDryRun)).toBe(true);
    for (const { schema } of actions)
      expect(schema?.input?.type).toBe('object');
  });

  describe('data-platform:domain:create', () => {
    it('starts the operation once per task and step, on behalf of the person', async () => {
      const { outputs } = await run('domain:create', INPUT);
      expect(platform.asked[0]).toMatchObject({
        method: 'POST',
        path: '/v1/operations',
        body: {
          operation: 'domain:create',
          input: {
            name: 'sales',
            owner: 'group:default/sales-team',
            cluster: 'eu-1',
          },
          idempotencyKey: 'scaffolder/task-1/step-1',
        },
        authorization: expect.stringContaining('Bearer'),
      });
      expect(platform.asked[0].body.input).not.toHaveProperty('description');
      expect(outputs).toEqual({
        entityRef: 'domain:default/sales',
        name: 'sales',
        source: 'eu-1',
        namespace: 'sales',
        operationId: 'op-1',
      });
    });

    it('has a key of its own for each item', async () => {
      await run('domain:create', INPUT, { each: { key: '0', value: 'a' } });
      await run('domain:create', INPUT, { each: { key: '1', value: 'b' } });
      const keys = platform.asked.flatMap(
        ({ body }) => body?.idempotencyKey ?? [],
      );
      expect(new Set(keys).size).toBe(2);
    });

    it('logs every step once as it changes', async () => {
      platform.polls = [
        { status: 200, body: operation() },
        { status: 200, body: operation() },
        { status: 200, body: DONE },
      ];
      const { lines } = await run('domain:create', INPUT);
      expect(lines).toEqual([
        'Create Namespace sales: running',
        'Create Namespace sales: done',
        'Register Domain sales: done',
        'Create data domain sales: done.',
        'The catalog serves domain:default/sales.',
      ]);
    });

    it('ends only when the catalog serves the entity', async () => {
      platform.servedAfter = 5;
      await run('domain:create', INPUT);
      expect(platform.catalog.getEntityByRef).toHaveBeenCalledTimes(6);
      expect(platform.catalog.getEntityByRef).toHaveBeenCalledWith(
        'domain:default/sales',
        {
          credentials: expect.objectContaining({
            principal: expect.objectContaining({ type: 'user' }),
          }),
        },
      );
    });

    it('says so when the catalog stays behind, and does not fail for it', async () => {
      platform.servedAfter = Infinity;
      const { lines, outputs } = await run('domain:create', INPUT);
      expect(lines.at(-1)).toContain('the catalog does not serve it yet');
      expect(outputs.entityRef).toBe('domain:default/sales');
    });

    it('fails with the operation’s own sentence', async () => {
      platform.polls = [
        {
          status: 200,
          body: operation({ state: 'failed', error: 'Quota refused.' }),
        },
      ];
      await expect(run('domain:create', INPUT)).rejects.toThrow(
        'Quota refused.',
      );
    });

    it('passes a refusal on', async () => {
      platform.start = {
        status: 409,
        body: { error: { name: 'ConflictError', message: 'ben is at it.' } },
      };
      await expect(run('domain:create', INPUT)).rejects.toMatchObject({
        name: 'ConflictError',
        message: 'ben is at it.',
      });
    });

    it('outlasts polls that fail, and gives up in the end without undoing anything', async () => {
      const down = { status: 503, body: { error: { message: 'away' } } };
      platform.polls = [down, new Error('reset'), { status: 200, body: DONE }];
      await run('domain:create', INPUT);
      platform.polls = [down];
      await expect(run('domain:create', INPUT)).rejects.toThrow(
        'Operation op-1 goes on, but its state could not be read; caused by ResponseError: away',
      );
    });
  });

  describe('dry run', () => {
    it('plans, shows the plan and changes nothing', async () => {
      const { lines, outputs } = await run('domain:create', INPUT, {
        isDryRun: true,
      });
      expect(platform.asked.map(({ path }) => path)).toEqual([
        '/v1/operations/plan',
      ]);
      expect(lines).toEqual([
        'Plan: Create data domain sales. Nothing is changed in a dry run.',
        '  Create Namespace sales [dry run passed]',
        'kind: Namespace',
      ]);
      expect(outputs).toEqual({ entityRef: 'domain:default/sales' });
    });

    it('fails where the real run would', async () => {
      platform.plan = {
        status: 200,
        body: plan({
          ok: false,
          findings: [
            {
              level: 'error',
              field: 'name',
              message: 'Taken.',
              remedy: 'Choose another.',
            },
          ],
        }),
      };
      await expect(
        run('domain:create', INPUT, { isDryRun: true }),
      ).rejects.toThrow(
        'Create data domain sales would be refused: name: Taken. Choose another.',
      );
    });

    it.each([
      ['spark-job:run', { entityRef: 'component:default/a' }],
      ['kubernetes:apply', { manifest: 'a: 1', domain: 'domain:default/a' }],
      ['register', { entity: { kind: 'API' } }],
      ['product:create', { name: 'a', domain: 'domain:default/a' }],
      ['spark-job:create', { name: 'a', product: 'system:default/a' }],
      ['spark-job:clone', { entityRef: 'component:default/a', name: 'b' }],
      ['spark-job:adopt', { product: 'system:default/a', jobs: [] }],
      ['domain:adopt', { source: 'eu-1', namespace: 'a', name: 'a' }],
    ])('of %s starts nothing', async (id, input) => {
      await run(id, input, { isDryRun: true });
      expect(platform.asked.map(({ path }) => path)).toEqual([
        '/v1/operations/plan',
      ]);
    });
  });

  it('spark-job:run gives the name and the id of the run', async () => {
    platform.polls = [
      {
        status: 200,
        body: operation({
          state: 'done',
          output: { name: 'a-1', resourceId: 'r1' },
        }),
      },
    ];
    const { outputs } = await run('spark-job:run', {
      entityRef: 'component:default/a',
    });
    expect(platform.asked[0].body).toMatchObject({
      operation: 'spark-job:run',
      entityRef: 'component:default/a',
      input: {},
    });
    expect(outputs).toEqual({
      entityRef: 'component:default/a',
      name: 'a-1',
      resourceId: 'r1',
      operationId: 'op-1',
    });
  });

  it('spark-job:clone acts on the original and gives the new job', async () => {
    const { outputs } = await run('spark-job:clone', {
      entityRef: 'component:default/a',
      name: 'b',
    });
    expect(platform.asked[0].body).toMatchObject({
      operation: 'spark-job:clone',
      entityRef: 'component:default/a',
      input: { name: 'b' },
    });
    expect(platform.asked[0].body.input).not.toHaveProperty('entityRef');
    expect(outputs).toMatchObject({ operationId: 'op-1' });
  });

  it('spark-job:adopt gives all that it registered', async () => {
    platform.polls = [
      {
        status: 200,
        body: operation({
          state: 'done',
          output: { entityRefs: ['component:default/a'] },
        }),
      },
    ];
    const { outputs } = await run('spark-job:adopt', {
      product: 'system:default/p',
      jobs: [{ key: 'k', name: 'a' }],
    });
    expect(outputs).toEqual({
      entityRefs: ['component:default/a'],
      operationId: 'op-1',
    });
  });

  describe('data-platform:register', () => {
    it('only waits for what is registered', async () => {
      const { outputs } = await run('register', { entityRef: 'api:default/a' });
      expect(platform.asked).toEqual([]);
      expect(outputs).toEqual({ entityRef: 'api:default/a' });
    });

    it('registers an entity', async () => {
      const entity = { kind: 'API', metadata: { name: 'a' } };
      await run('register', { entity });
      expect(platform.asked[0].body).toMatchObject({
        operation: 'entity:register',
        input: { entity },
      });
    });

    it('fails when the catalog never serves it', async () => {
      platform.servedAfter = Infinity;
      await expect(
        run('register', { entityRef: 'api:default/a' }),
      ).rejects.toThrow(
        'The catalog has not served api:default/a within 60 s.',
      );
    });

    it('needs one of the two', async () => {
      await expect(run('register', {})).rejects.toThrow(
        'give the entity, or the entityRef',
      );
    });
  });
});
