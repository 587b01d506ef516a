import { Knex } from 'knex';
import { migrated, testDatabases } from '../__testUtils__/databases';
import { ApprovalScene, asking, draftOf } from './__testUtils__/ApprovalScene';
import {
  ada,
  nils,
  olga,
  paul,
  reviewer,
  root,
  signal,
} from './__testUtils__/records';

const databases = testDatabases();
const REQUEST = { operation: 'toys:merge', resourceId: 'r-1', input: {} };
const UNKNOWN = 'There is no such request for approval.';

const page = (role: 'requested' | 'toReview' | 'all', extra = {}) => ({
  ...{ role, limit: 25, offset: 0 },
  ...extra,
});

describe.each(databases.eachSupportedId())('Approvals on %s', id => {
  let db: Knex;
  let scene: ApprovalScene;
  let approvals: ReturnType<ApprovalScene['start']>['approvals'];
  let checker: ReturnType<ApprovalScene['start']>['checker'];

  beforeAll(async () => {
    db = await migrated(await databases.init(id));
  });
  beforeEach(async () => {
    await db('data_platform_approvals').delete();
    await db('data_platform_approval_comments').delete();
    scene = new ApprovalScene(db);
    ({ approvals, checker } = scene.start());
  });

  const ask = (comment?: string, who = ada) =>
    approvals.request(REQUEST, comment, asking(who), signal);
  const decide = (
    approvalId: string,
    who = olga,
    decision: 'approve' | 'reject' = 'approve',
    comment?: string,
  ) => approvals.decide(approvalId, { decision, comment }, who, signal);

  it('asks, talks, decides, and tells who has to know', async () => {
    const asked = await ask('Prices of March');
    expect(asked).toMatchObject({
      state: 'open',
      title: 'Merge fix into main of lake',
      requestedBy: ada.userRef,
      pins: { source: 'c1' },
      mayDecide: false,
      mayNotDecide: 'You asked for it: somebody else decides.',
      mayWithdraw: true,
      comments: [{ by: ada.userRef, text: 'Prices of March' }],
    });
    expect(await scene.news()).toEqual([
      'group:default/sales-team: ada asks for approval: Merge fix into main of lake',
    ]);
    await approvals.comment(asked.id, ' Why 3 %? ', olga);
    expect(await scene.news()).toEqual([
      'user:default/ada: olga on Merge fix into main of lake',
    ]);
    const seen = await approvals.get(asked.id, olga);
    expect(seen).toMatchObject({ mayDecide: true, mayWithdraw: false });
    const decided = await decide(asked.id, olga, 'approve', 'Fine.');
    expect(decided).toMatchObject({
      ...{ state: 'approved', decidedBy: olga.userRef, decidedAs: 'approver' },
      comments: [
        { text: 'Prices of March' },
        { text: 'Why 3 %?', by: olga.userRef },
        { text: 'Fine.', decision: 'approve' },
      ],
    });
    expect(await scene.news()).toEqual([
      'user:default/ada, group:default/sales-team: olga approved: Merge fix into main of lake',
    ]);
    expect(
      scene.audited.createEvent.mock.calls.map(([{ eventId }]) => eventId),
    ).toEqual(['approval-request', 'approval-approve']);
  });

  it('is one request, however often and by how many replicas it is asked', async () => {
    const other = scene.start().approvals;
    const answers = await Promise.all([
      ask('one'),
      other.request(REQUEST, 'two', asking(ada), signal),
      ask('three'),
    ]);
    answers.push(await ask());
    expect(new Set(answers.map(each => each.id)).size).toBe(1);
    expect(await scene.news()).toHaveLength(1);
    expect((await approvals.list(page('all'), ada)).total).toBe(1);
  });

  it('is asked anew once what is looked at has changed, and the old one is over', async () => {
    const first = await ask();
    await decide(first.id);
    scene.draft = draftOf({ source: 'c2' });
    const second = await ask();
    expect(second.id).not.toBe(first.id);
    expect(await approvals.get(first.id, ada)).toMatchObject({
      state: 'stale',
      stateReason:
        'What was looked at had changed when it was asked for again.',
    });
  });

  it('waits while the approved one is carried out', async () => {
    const first = await ask();
    await decide(first.id);
    await scene.table.claim(first.id, 'op-1', 1);
    scene.draft = draftOf({ source: 'c2' });
    await expect(ask()).rejects.toThrow('is being carried out');
    await expect(approvals.withdraw(first.id, ada)).rejects.toThrow(
      'nothing to take back',
    );
  });

  it('is decided by nobody who asked, and by nobody else who may not', async () => {
    const { id: asked } = await ask();
    await expect(decide(asked, ada)).rejects.toThrow('You asked for it');
    await expect(decide(asked, nils)).rejects.toThrow(UNKNOWN);
    const eve = reviewer('eve', [], { sees: true });
    await expect(decide(asked, eve)).rejects.toThrow('sales-team decides.');
    expect((await approvals.get(asked, eve)).state).toBe('open');
  });

  it('is decided once: of two at the same moment one wins, and the other is told', async () => {
    const { id: asked } = await ask();
    const other = scene.start().approvals;
    const answers = await Promise.allSettled([
      decide(asked, olga),
      other.decide(asked, { decision: 'reject' }, paul, signal),
    ]);
    const lost = answers.filter(({ status }) => status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(String((lost[0] as PromiseRejectedResult).reason)).toMatch(
      /ConflictError: The request is (approved by olga|rejected by paul) at .* decided once/,
    );
    expect((await approvals.get(asked, ada)).comments).toHaveLength(1);
  });

  it('takes the same decision again for an answer that was lost', async () => {
    const { id: asked } = await ask();
    await decide(asked);
    await expect(decide(asked)).resolves.toMatchObject({ state: 'approved' });
    await expect(decide(asked, olga, 'reject')).rejects.toThrow(
      'The request is approved by olga',
    );
    expect((await approvals.get(asked, ada)).comments).toHaveLength(1);
  });

  it('lets an administrator decide in the open alone', async () => {
    const { id: asked } = await ask();
    expect(await approvals.get(asked, root)).toMatchObject({
      ...{ mayDecide: true, mustComment: true },
    });
    await expect(decide(asked, root, 'approve', '  ')).rejects.toThrow(
      'Say why.',
    );
    await expect(
      decide(asked, root, 'approve', 'The team is away.'),
    ).resolves.toMatchObject({ decidedAs: 'administrator' });
  });

  it('is not approved once what was looked at has changed', async () => {
    const { id: asked } = await ask();
    await scene.news();
    scene.drift = 'fix is at commit c2 by now.';
    await expect(decide(asked)).rejects.toThrow('fix is at commit c2 by now.');
    expect(await approvals.get(asked, ada)).toMatchObject({
      ...{ state: 'stale', stateReason: scene.drift, mayComment: false },
    });
    expect(await scene.news()).toEqual([
      'user:default/ada, group:default/sales-team: Ask again: Merge fix into main of lake has changed since',
    ]);
  });

  it('is rejected whatever has changed, and may be asked for again', async () => {
    const { id: asked } = await ask();
    scene.drift = 'It moved.';
    const { state } = await decide(asked, olga, 'reject', 'Not in March.');
    expect(state).toBe('rejected');
    expect((await ask()).id).not.toBe(asked);
  });

  it('is taken back by who asked alone', async () => {
    const { id: asked } = await ask();
    await scene.news();
    await expect(approvals.withdraw(asked, olga)).rejects.toThrow(
      'ada asked for it: nobody else takes it back.',
    );
    await approvals.withdraw(asked, ada);
    const again = await approvals.withdraw(asked, ada);
    expect(again.state).toBe('withdrawn');
    expect(await scene.news()).toEqual([
      'group:default/sales-team: ada no longer asks for: Merge fix into main of lake',
    ]);
    await expect(approvals.comment(asked, 'But', olga)).rejects.toThrow(
      'The request is withdrawn: it takes no more comments.',
    );
    await expect(decide(asked)).rejects.toThrow('The request is withdrawn.');
  });

  it('has no words for what is not there, or not to be seen', async () => {
    const { id: asked } = await ask();
    for (const [wanted, who] of [
      ['unknown', olga],
      [asked, nils],
    ] as const) {
      await expect(approvals.get(wanted, who)).rejects.toThrow(UNKNOWN);
      await expect(approvals.comment(wanted, 'x', who)).rejects.toThrow(
        UNKNOWN,
      );
      await expect(approvals.withdraw(wanted, who)).rejects.toThrow(UNKNOWN);
    }
    await expect(approvals.comment(asked, '   ', olga)).rejects.toThrow(
      'say something',
    );
  });

  it('lists what waits for whom', async () => {
    const { id: asked } = await ask('please');
    const mine = await approvals.list(page('requested'), ada);
    expect(mine).toMatchObject({ total: 1, toReview: 0 });
    expect(mine.items[0]).toMatchObject({ comments: [], commentCount: 1 });
    expect(await approvals.list(page('toReview'), olga)).toMatchObject({
      ...{ total: 1, toReview: 1 },
    });
    expect(await approvals.list(page('all'), nils)).toEqual({
      ...{ items: [], total: 0, toReview: 0 },
    });
    const looks = jest.spyOn(scene.table, 'list');
    const totals = [];
    for (const [state, entityRef] of [
      ['open', 'resource:default/lake'],
      ['approved', 'resource:default/lake'],
      ['open', 'resource:default/other'],
    ]) {
      const asks = page('toReview', { state, entityRef });
      const { total, toReview } = await approvals.list(asks, olga);
      totals.push([total, toReview]);
    }
    expect(totals).toEqual([
      [1, 1],
      [0, 1],
      [0, 1],
    ]);
    // It is polled: one look at the table each.
    expect(looks).toHaveBeenCalledTimes(3);
    await decide(asked);
    expect(await approvals.list(page('toReview'), olga)).toMatchObject({
      ...{ total: 0, toReview: 0 },
    });
    const approved = page('all', { state: 'approved', offset: 1 });
    expect(await approvals.list(approved, olga)).toMatchObject({
      ...{ items: [], total: 1 },
    });
  });

  it('goes stale by itself, is settled by what carried it out, and ends', async () => {
    const { id: asked } = await ask();
    await checker.sweep(signal);
    scene.drift = new Error('the server does not answer');
    await checker.sweep(signal);
    expect((await approvals.get(asked, ada)).state).toBe('open');
    await decide(asked);
    await scene.table.claim(asked, 'op-1', scene.clock.now() - 1);
    scene.drift = 'It moved, by the merge itself.';
    scene.operations.get.mockResolvedValue({ state: 'running' });
    await checker.sweep(signal);
    expect((await approvals.get(asked, ada)).state).toBe('approved');
    scene.operations.get.mockResolvedValue({
      ...{ state: 'done', actor: { userRef: olga.userRef } },
    });
    await scene.news();
    await checker.sweep(signal);
    expect(await approvals.get(asked, ada)).toMatchObject({
      ...{ state: 'done', operationId: 'op-1' },
    });
    expect(await scene.news()).toEqual([
      'user:default/ada: Done: Merge fix into main of lake',
    ]);
    scene.clock.advance(31 * 86_400_000);
    await checker.sweep(signal);
    await expect(approvals.get(asked, ada)).rejects.toThrow(UNKNOWN);
  });

  it.each([
    ['failed', { state: 'failed' }, 0],
    ['was never accepted', undefined, 6 * 60_000],
  ])('is free again when its operation %s', async (_, operation, later) => {
    const { id: asked } = await ask();
    await decide(asked);
    await scene.table.claim(asked, 'op-1', scene.clock.now());
    scene.operations.get.mockResolvedValue(operation);
    scene.clock.advance(later + 1);
    await checker.sweep(signal);
    const { state, operationId } = await approvals.get(asked, ada);
    expect([state, operationId]).toEqual(['approved', undefined]);
  });

  it('stops somebody who asks for everything', async () => {
    for (let n = 0; n < 50; n += 1) {
      scene.draft = { ...draftOf(), about: `about-${n}` };
      await ask();
    }
    scene.draft = { ...draftOf(), about: 'one more' };
    await expect(ask()).rejects.toThrow('50 requests of yours wait');
  });
});
