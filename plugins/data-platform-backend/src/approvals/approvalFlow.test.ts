import { resource } from '../http/__testUtils__/rows';
import {
  ada,
  ben,
  TestPlatform,
} from '../operations/__testUtils__/TestPlatform';
import { mockServices } from '@backstage/backend-test-utils';
import { ApprovalChecker } from './ApprovalChecker';
import { draftApproval } from './ApprovalDraft';
import { ApprovalNews } from './ApprovalNews';
import { Approvals } from './Approvals';
import { ApprovalTable } from './ApprovalTable';
import { guardedToys } from './__testUtils__/guardedToys';
import { reviewer, SALES, signal } from './__testUtils__/records';

const OLGA = reviewer('olga', [SALES]);
const ADA = reviewer('ada', [SALES]);

describe('an operation that takes approval', () => {
  let platform: TestPlatform;
  let toys: ReturnType<typeof guardedToys>;
  const request = (key?: string) => ({
    operation: 'toys:merge',
    resourceId: 'r-1',
    input: { words: key ?? 'first' },
    ...(key && { idempotencyKey: key }),
  });

  /** A portal with its approvals. */
  function start() {
    const portal = platform.start();
    const table = new ApprovalTable(platform.db);
    const news = new ApprovalNews(undefined);
    const checker = new ApprovalChecker({
      ...{ table, news, clock: platform.clock, retentionDays: 30 },
      operations: { get: async () => undefined },
      systems: platform.systems,
      logger: mockServices.logger.mock(),
    });
    const approvals = new Approvals({
      ...{ table, checker, news, clock: platform.clock },
      auditor: platform.audited,
      draft: (...asked) => draftApproval(portal.planner, ...asked),
    });
    const ask = () =>
      approvals.request(
        request(),
        undefined,
        { caller: ada(), reviewer: ADA },
        signal,
      );
    const approve = async () => {
      const { id } = await ask();
      return approvals.decide(id, { decision: 'approve' }, OLGA, signal);
    };
    return { ...portal, table, approvals, ask, approve };
  }

  beforeEach(async () => {
    platform = await TestPlatform.create();
    toys = guardedToys();
    platform.systems = [toys.system];
    platform.index.put(
      resource({
        ...{ id: 'r-1', name: 'fix', kind: 'ToyBranch', source: 'toys' },
        ...{ namespace: 'lake', nature: 'branch', ownerRef: SALES },
      }),
    );
  });
  afterEach(() => platform.close());

  it('is planned with what stands in its way, and refused', async () => {
    const portal = start();
    const plan = await portal.plan(request());
    expect(plan).toMatchObject({
      ok: false,
      approval: {
        ...{ reason: 'A rule protects main.', state: 'needed' },
        approverRefs: [SALES],
      },
      findings: [{ level: 'error', code: 'ApprovalNeeded' }],
    });
    await expect(portal.run(request())).rejects.toThrow('Nobody has asked');
    expect(toys.done).toEqual([]);
  });

  it('waits, then goes, by whoever may operate, and once', async () => {
    const portal = start();
    await portal.ask();
    expect((await portal.plan(request())).approval).toMatchObject({
      state: 'requested',
    });
    const { id } = await portal.approve();
    // Other words, another person: what is approved is what is done to the data.
    const plan = await portal.plan(request('other words'), ben());
    expect(plan).toMatchObject({
      ...{ ok: true, approval: { state: 'approved', approvalId: id } },
      findings: [{ level: 'info' }],
    });
    const [first, second] = await Promise.allSettled([
      portal.run(request('one'), ben()),
      portal.run(request('two')),
    ]);
    expect([first.status, second.status].sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(toys.done).toHaveLength(1);
    const used = (await portal.table.get(id))!;
    expect(used.operationId).toEqual(expect.any(String));
  });

  it('is the same operation for the same key, and takes no second approval', async () => {
    const portal = start();
    await portal.approve();
    const { id } = await portal.run(request('key'));
    await portal.table.done(id, 1);
    expect((await portal.run(request('key'))).id).toBe(id);
    await expect(portal.run(request('again'))).rejects.toThrow(
      'Nobody has asked',
    );
  });

  it('does not start once what was approved has changed', async () => {
    const portal = start();
    await portal.approve();
    toys.head = 'c2';
    expect((await portal.plan(request())).approval?.state).toBe('stale');
    await expect(portal.run(request())).rejects.toThrow(
      'has changed since it was asked for. Ask again',
    );
  });

  it('leaves the approval to others when it cannot start', async () => {
    const portal = start();
    const { id } = await portal.approve();
    platform.settings = { ...platform.settings, maxPerActor: 0 };
    await expect(start().run(request())).rejects.toThrow(
      'operations under way',
    );
    expect((await portal.table.get(id))?.operationId).toBeUndefined();
  });

  it('is asked for by nobody who may not do it, or could not', async () => {
    const portal = start();
    platform.denied.add('data-platform.resource.operate');
    await expect(portal.ask()).rejects.toThrow('user:default/ada may not');
    platform.denied.clear();
    toys.problem = 'It would conflict.';
    await expect(portal.ask()).rejects.toThrow('It would conflict.');
    const { findings } = await portal.plan(request());
    expect(findings.map(({ message }) => message)).toEqual([toys.problem]);
    toys.problem = undefined;
    toys.guarded = false;
    await expect(portal.ask()).rejects.toThrow(
      'ada may start it without asking anybody',
    );
    toys.guarded = true;
    const input = { words: 'x'.repeat(30_000) };
    await expect(
      draftApproval(portal.planner, { ...request(), input }, ada(), signal),
    ).rejects.toThrow('at most 20000 characters');
    expect(await portal.table.list({}, 9)).toEqual([]);
  });
});
