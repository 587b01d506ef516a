import { mockCredentials } from '@backstage/backend-test-utils';
import { MALLORY, ROOT } from '../http/__testUtils__/people';
import { response } from '../http/__testUtils__/FakeCluster';
import { NOW } from '../http/__testUtils__/rows';
import { server } from '../notebooks/__testUtils__/servers';
import {
  FOREIGN,
  JOB,
  OPS,
  SALES,
  startTools,
} from './__testUtils__/startTools';

const root = mockCredentials.user(ROOT);

describe('tools that read', () => {
  let portal: Awaited<ReturnType<typeof startTools>>;
  const call = (...args: Parameters<typeof portal.call>) =>
    portal.call(...args);

  beforeAll(async () => {
    portal = await startTools();
  });
  afterAll(() => portal.stop());

  beforeEach(() => {
    portal.cluster.requests.length = 0;
    portal.cluster.answer = () => response(200, 'line 1\npassword=hunter2\n');
  });

  it('are nine, of distinct names, and but for one change nothing', async () => {
    const { actions } = await portal.tools.list();
    expect(
      actions.map(({ name, attributes }) => [name, attributes.destructive]),
    ).toEqual([
      ['find-spark-jobs', false],
      ['explain-verdict', false],
      ['find-notebook-servers', false],
      ['list-runs', false],
      ['read-run-log', false],
      ['plan-operation', false],
      ['apply-plan', true],
      ['get-operation', false],
      ['list-approvals', false],
    ]);
    for (const { attributes, schema } of actions) {
      expect(attributes.readOnly).toBe(!attributes.destructive);
      expect(schema.input).toMatchObject({ additionalProperties: false });
    }
  });

  describe('find-spark-jobs', () => {
    it('tells the verdict and the next step of what the person may see', async () => {
      const { jobs, total, warming } = await call('find-spark-jobs');
      expect({ total, warming }).toEqual({ total: 1, warming: false });
      expect(jobs).toEqual([
        expect.objectContaining({
          job: JOB,
          title: 'Orders, daily',
          domain: 'domain:default/sales',
          health: 'failed',
          sentence: expect.stringContaining('killed for memory'),
          nextStep: 'Raise the driver memory.',
        }),
      ]);
      expect((await call('find-spark-jobs', {}, root)).total).toBe(2);
    });

    it.each([
      [{ domain: 'sales' }, [JOB]],
      [{ domain: 'domain:default/ops' }, [FOREIGN]],
      [{ product: 'shop' }, [JOB]],
      [{ owner: 'ops-team' }, [FOREIGN]],
      [{ text: 'ORDERS' }, [JOB]],
      [{ health: ['failed'] }, [FOREIGN, JOB]],
      [{ health: ['healthy'] }, []],
      [{ domain: 'sales', text: 'backup' }, []],
      [{ limit: 1 }, [FOREIGN]],
    ])('filters by %j', async (query, expected) => {
      const { jobs } = await call('find-spark-jobs', query, root);
      expect(jobs.map(({ job }: { job: string }) => job)).toEqual(expected);
    });
  });

  it('find-spark-jobs says that a filter may be at fault, and not whether what it names is there', async () => {
    const { note } = await call('find-spark-jobs', { domain: 'nowhere' });
    expect(note).toBe(
      'You may see no Spark job of nowhere. Check the names: leave a filter out to see what there is.',
    );
    const hidden = await call('find-spark-jobs', { domain: 'ops' });
    expect(hidden.note).toBe(note.replace('nowhere', 'ops'));
    const healthy = await call('find-spark-jobs', { health: ['healthy'] });
    expect(healthy.note).toBeUndefined();
  });

  describe('explain-verdict', () => {
    it.each([
      { job: 'orders-daily' },
      { run: 'r1' },
      { resource: 'id-orders' },
    ])('tells of %j what it rests on', async subject => {
      expect(await call('explain-verdict', subject)).toMatchObject({
        health: 'failed',
        reason: 'DriverOutOfMemory',
        nextStep: 'Raise the driver memory.',
        evidence: expect.arrayContaining([
          { subject: 'pod orders-driver', message: 'OOMKilled' },
        ]),
        remedies: [{ text: 'Run it again.', operation: 'spark:rerun' }],
      });
    });

    it('tells what can be done, on what, and why something cannot', async () => {
      const { operations } = await call('explain-verdict', { job: JOB });
      expect(operations).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            operation: 'spark-job:run',
            entityRef: JOB,
            available: true,
          }),
          expect.objectContaining({
            operation: 'spark-job:update',
            available: false,
            reason: expect.stringContaining('data-platform.entity.register'),
          }),
        ]),
      );
    });

    it.each([
      [{}, 'Give exactly one of job, run and resource.'],
      [{ job: 'a', run: 'b' }, 'Give exactly one of job, run and resource.'],
      [{ job: 'a b/' }, 'job: "a b/" is no name of an entity.'],
      [{ job: 'nothing' }, 'There is no job component:default/nothing.'],
    ])('says what is wrong with %j', async (subject, message) => {
      await expect(call('explain-verdict', subject)).rejects.toThrow(message);
    });
  });

  it('find-notebook-servers tells of those that the person may see, the longest idle first', async () => {
    portal.index.put(
      server('busy', {}, SALES),
      server('idle', { lastActivity: NOW - 9 * 3_600_000 }, SALES),
      server('theirs', {}, OPS),
    );
    const found = await call('find-notebook-servers', { limit: 1 });
    expect(found).toMatchObject({ total: 2, idleGpus: 0 });
    expect(found.servers).toMatchObject([
      {
        name: 'idle',
        state: 'running',
        owner: SALES.ownerRef,
        idleSince: expect.any(String),
        hours: { cpu: 2, memoryGib: 4, gpu: 0 },
      },
    ]);
  });

  it('list-runs tells how runs ended, and pages', async () => {
    const { runs, finished } = await call('list-runs', { job: 'orders-daily' });
    expect(finished).toBe(1);
    expect(runs.map(({ run }: { run: string }) => run)).toContain('r1');
    expect(runs.every(({ job }: { job: string }) => job === JOB)).toBe(true);
    const page = await call('list-runs', { outcome: 'succeeded' });
    expect(page.runs).toEqual([]);
  });

  describe('read-run-log', () => {
    it('reads of a pod that is there as the person, with secrets masked', async () => {
      const log = await call('read-run-log', {
        resource: 'id-orders',
        pod: 'orders-driver',
        lines: 5,
      });
      expect(log).toEqual({
        from: 'cluster',
        pod: 'orders-driver',
        text: 'line 1\npassword=***',
        truncated: false,
      });
      const [asked] = portal.cluster.requests;
      expect(asked).toMatchObject({
        path: '/api/v1/namespaces/sales/pods/orders-driver/log',
        query: { tailLines: 6 },
        as: { user: 'backstage:user:default/ada' },
      });
    });

    it('tells what the portal kept of a run whose object is gone', async () => {
      expect(await call('read-run-log', { run: 'r1', lines: 1 })).toEqual({
        from: 'history',
        text: 'two',
        truncated: true,
      });
      expect(portal.cluster.requests).toEqual([]);
    });

    it('is no way to any other pod', async () => {
      await expect(
        call('read-run-log', { resource: 'id-orders', pod: 'backup-driver' }),
      ).rejects.toThrow('does not belong to SparkApplication orders');
    });

    it('caps what a program writes without end', async () => {
      portal.cluster.answer = () => response(200, `${'x'.repeat(300_000)}\n`);
      const { text, truncated } = await call('read-run-log', {
        resource: 'id-orders',
        pod: 'orders-driver',
      });
      expect(text).toHaveLength(64 * 1024);
      expect(truncated).toBe(true);
    });
  });

  describe('another domain', () => {
    it.each([
      ['explain-verdict', { job: FOREIGN }, /There is no job/],
      ['explain-verdict', { run: 'r2' }, /There is no such run/],
      ['explain-verdict', { resource: 'id-backup' }, /There is no such live/],
      ['read-run-log', { run: 'r2' }, /There is no such run/],
      ['read-run-log', { resource: 'id-backup' }, /There is no such live/],
    ] as const)('is not there for %s %j', async (name, input, message) => {
      await expect(call(name, input)).rejects.toThrow(message);
      expect(portal.cluster.requests).toEqual([]);
    });

    it('is in no list', async () => {
      const jobs = await call('find-spark-jobs', { owner: 'ops-team' });
      const runs = await call('list-runs', { job: FOREIGN });
      expect([jobs.total, runs.runs, runs.finished]).toEqual([0, [], 0]);
    });
  });

  it.each([
    [
      'a service',
      mockCredentials.service('plugin:mcp-actions'),
      /answers people/,
    ],
    ['nobody', mockCredentials.none(), /answers people/],
    ['who may see nothing', mockCredentials.user(MALLORY), /may not see/],
  ])('refuse %s', async (_who, credentials, message) => {
    const inputs = {
      'find-notebook-servers': {},
      'find-spark-jobs': {},
      'explain-verdict': { job: JOB },
      'list-runs': {},
      'read-run-log': { run: 'r1' },
      'plan-operation': { operation: 'spark-job:run' },
      'apply-plan': {
        operation: 'spark-job:run',
        planHash: 'x'.repeat(32),
        idempotencyKey: 'chosen-by-me',
      },
      'get-operation': { id: 'op-1' },
      'list-approvals': {},
    };
    const { actions } = await portal.tools.list();
    expect(Object.keys(inputs).sort()).toEqual(
      actions.map(({ name: each }) => each).sort(),
    );
    for (const [name, input] of Object.entries(inputs)) {
      await expect(call(name, input, credentials)).rejects.toThrow(message);
    }
    expect(portal.operations.start).not.toHaveBeenCalled();
    expect(portal.operations.plan).not.toHaveBeenCalled();
  });

  it.each([
    ['find-spark-jobs', { limit: 101 }],
    ['find-notebook-servers', { sort: 'age' }],
    ['find-spark-jobs', { healthy: true }],
    ['find-spark-jobs', { text: 'x'.repeat(201) }],
    ['list-runs', { before: 'yesterday' }],
    ['read-run-log', { run: 'r1', lines: 1_001 }],
    ['explain-verdict', { run: 'x'.repeat(301) }],
    ['get-operation', { id: 'op-1', waitSeconds: 60 }],
  ])('%s refuses %j', async (name, input) => {
    await expect(call(name, input)).rejects.toThrow('Invalid input');
  });
});
