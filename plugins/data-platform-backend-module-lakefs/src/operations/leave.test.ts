import { PlanScene } from '../__testUtils__/PlanScene';

const REPO = 'sales-lake';
const signal = new AbortController().signal;

describe('leave for what changes protected branches', () => {
  let scene: PlanScene;
  let count = 0;
  let name: string;

  beforeAll(async () => {
    scene = await PlanScene.start(REPO, { approvals: 'protected' });
    await scene.lake.commit(REPO, 'main', { 'a.txt': '1' });
    await scene.lake.branch(REPO, 'open');
    await scene.lake.protect(REPO, 'main', 'release-*');
  });
  beforeEach(async () => {
    count += 1;
    name = `b${count}`;
    await scene.lake.branch(REPO, name);
    await scene.lake.commit(REPO, name, { [`${name}.txt`]: '1' });
    await scene.look();
  });
  afterAll(() => scene.stop());

  const merge = (input: object = {}) => scene.plan('lakefs:merge', input, name);
  const perform = (plan: Awaited<ReturnType<typeof merge>>) =>
    scene.source.perform(plan.calls[0], {
      ...{ operationId: name, actor: 'user:default/ada', now: 1, signal },
    });
  const drift = async ({
    calls,
    approval,
  }: Awaited<ReturnType<typeof merge>>) =>
    scene.operation('lakefs:merge').drifted!(
      { calls, pins: approval!.pins },
      signal,
    );

  it('is asked for a merge, of this very commit', async () => {
    const { calls, approval } = await merge();
    const { commit } = calls[0].values;
    expect(approval).toMatchObject({
      reason:
        'The rule "main" protects main: a merge into it takes the approval of its owners.',
      pins: { source: commit },
      link: `/catalog/default/resource/sales-lake/branches?branch=${name}&view=diff`,
    });
    expect(calls[0].values.pins).toEqual({ source: commit });
  });

  it('is the same for other words, and another for another outcome', async () => {
    const about = async (input: object) => (await merge(input)).approval?.about;
    const plain = await about({});
    expect(await about({ message: 'Prices' })).toBe(plain);
    const others = [
      await about({ squash: true }),
      await about({ strategy: 'source-wins' }),
      await about({ strategy: 'dest-wins' }),
    ];
    expect(new Set([plain, ...others]).size).toBe(4);
  });

  it('is not asked where no rule protects, or the server asks for none', async () => {
    expect((await merge({ destination: 'open' })).approval).toBeUndefined();
    Object.assign(scene.source.server, { approvals: 'none' });
    expect((await merge()).approval).toBeUndefined();
    Object.assign(scene.source.server, { approvals: 'protected' });
  });

  it('holds while other branches move, where no side was chosen to win', async () => {
    const plan = await merge();
    const other = await merge({ strategy: 'source-wins' });
    expect(await drift(plan)).toBeUndefined();
    await scene.lake.branch(REPO, `${name}-x`);
    await scene.lake.commit(REPO, `${name}-x`, { [`${name}x`]: '1' });
    expect(await scene.lake.merge(REPO, `${name}-x`, 'main')).toBe(200);
    expect(await drift(plan)).toBeUndefined();
    expect(await drift(other)).toMatch(/^main is at commit .* looked at is/);
    await expect(perform(other)).rejects.toThrow('Nothing was merged');
    await expect(perform(plan)).resolves.toMatchObject({
      output: { destination: 'main' },
    });
  });

  it('ends with another commit, right before the merge', async () => {
    const plan = await merge();
    await scene.lake.commit(REPO, name, { 'late.txt': '1' });
    expect(await drift(plan)).toContain(`${name} is at commit`);
    await expect(perform(plan)).rejects.toThrow(
      `Nothing was merged: ask again for approval of ${name} into main`,
    );
    await scene.lake.deleteBranch(REPO, name);
    expect(await drift(plan)).toBe(`Branch ${name} is gone.`);
    await expect(perform(plan)).rejects.toThrow('is gone');
  });

  it('finds its own merge again though the branch has moved since', async () => {
    const plan = await merge();
    await perform(plan);
    await scene.lake.commit(REPO, name, { 'late.txt': '1' });
    await expect(perform(plan)).resolves.toMatchObject({
      output: { source: name },
    });
  });

  it('is asked for a new branch of a protected name, and for no other', async () => {
    const create = (branch: string, source = 'main') =>
      scene.plan('lakefs:branch-create', { name: branch, source });
    const plan = await create('release-1', name);
    const { commit } = plan.calls[0].values;
    expect(plan.approval).toMatchObject({
      reason:
        'The rule "release-*" protects release-1: to create it takes the approval of its owners.',
      pins: { commit },
      link: '/catalog/default/resource/sales-lake/branches',
    });
    expect((await create('free')).approval).toBeUndefined();
    Object.assign(scene.source.server, { approvals: 'none' });
    expect((await create('release-1')).approval).toBeUndefined();
    Object.assign(scene.source.server, { approvals: 'protected' });

    const drifts = () =>
      scene.operation('lakefs:branch-create').drifted!(
        { calls: plan.calls, pins: plan.approval!.pins },
        signal,
      );
    expect(await drifts()).toBeUndefined();
    await scene.lake.commit(REPO, name, { 'late.txt': '1' });
    expect(await drifts()).toMatch(/^b\d+ is at commit .* looked at is/);
    await scene.lake.deleteBranch(REPO, name);
    expect(await drifts()).toContain(`no branch, tag or commit ${name}`);
  });

  it('is asked for a branch of a protected name that comes back', async () => {
    const restore = (branch: string) =>
      scene.plan('lakefs:branch-restore', { branch });
    await scene.lake.branch(REPO, 'release-9');
    await scene.look();
    for (const branch of ['release-9', name]) {
      await scene.records.gone('lake', REPO, [branch], 1);
    }
    const { approval, calls } = await restore('release-9');
    expect(approval).toMatchObject({
      reason: expect.stringContaining('release-9: to restore it takes'),
      pins: { commit: calls[0].values.commit },
    });
    expect((await restore(name)).approval).toBeUndefined();
  });

  it('is asked for a revert, which no later commit ends', async () => {
    const { commit_id: commit } = await scene.lake.get<{ commit_id: string }>(
      `repositories/${REPO}/branches/main`,
    );
    const input = { branch: 'main', commit };
    const { approval } = await scene.plan('lakefs:revert', input);
    expect(approval).toMatchObject({ pins: { commit } });
    const free = await scene.plan('lakefs:revert', {
      ...input,
      branch: 'open',
    });
    expect(free.approval).toBeUndefined();
  });
});
