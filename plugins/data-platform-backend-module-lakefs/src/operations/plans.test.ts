import { PlanScene } from '../__testUtils__/PlanScene';

const REPO = 'sales-lake';
const ACTION = '_lakefs_actions/gate.yaml';
const GATE =
  'name: gate\non: {pre-commit: {branches: [none]}}\nhooks: [{id: check, type: lua, properties: {script: "print(1)"}}]\n';

describe('plans of operations', () => {
  let scene: PlanScene;
  let count = 0;
  let name: string;

  beforeAll(async () => {
    scene = await PlanScene.start(REPO);
    await scene.lake.commit(REPO, 'main', { 'a.txt': '1', [ACTION]: GATE });
    await scene.lake.branch(REPO, 'release-1');
    await scene.lake.protect(REPO, 'release-*');
  });
  beforeEach(async () => {
    count += 1;
    name = `b${count}`;
    await scene.lake.branch(REPO, name);
    await scene.look();
  });
  afterAll(() => scene.stop());

  const change = (objects: Record<string, string>) =>
    scene.lake.commit(REPO, name, objects);

  describe('branch-create', () => {
    it('says what it makes, of which commit, for whom and how long', async () => {
      const { title, claims, calls, findings } = await scene.plan(
        'lakefs:branch-create',
        { name: 'fix', purpose: 'Prices', days: 7 },
      );
      expect(title).toBe('Create branch fix in sales-lake from main');
      expect(claims).toBe('lake:sales-lake/fix');
      expect(calls).toEqual([
        expect.objectContaining({
          action: 'branch-create',
          values: expect.objectContaining({
            owner: 'user:default/ada',
            commit: expect.stringMatching(/^[0-9a-f]{64}$/),
            expiresAt: Date.parse('2026-11-29T10:00:00Z'),
          }),
        }),
      ]);
      expect(findings.map(({ message }) => message)).toEqual([
        'It expires on 2026-11-29.',
      ]);
    });

    it('goes out from the branch that it was asked of', async () => {
      const { title } = await scene.plan(
        'lakefs:branch-create',
        { name: 'x' },
        name,
      );
      expect(title).toContain(`from ${name}`);
    });

    it.each([
      ['feature/x', 'error name lakeFS allows letters'],
      ['x'.repeat(300), 'error name The name has 300 characters'],
      ['main', 'error name Branch main of sales-lake exists already.'],
      ['release-2', 'warning The rule "release-*" protects'],
    ])('has words for %s', async (wanted, said) => {
      const [first] = await scene.findings('lakefs:branch-create', {
        name: wanted,
      });
      expect(first).toContain(said);
    });

    it.each([
      ['gone', 'There is no branch, tag or commit gone'],
      ['main~1', '"main~1" is no branch, tag or commit'],
    ])('refuses source %s', async (source, said) => {
      const ask = { name: 'fresh', source };
      expect((await scene.findings('lakefs:branch-create', ask))[0]).toContain(
        `error source ${said.slice(0, 10)}`,
      );
      expect((await scene.plan('lakefs:branch-create', ask)).calls).toEqual([]);
    });
  });

  describe('merge', () => {
    const merge = (input: object = {}) =>
      scene.findings('lakefs:merge', input, name);

    it('has nothing against a branch that brings something', async () => {
      await change({ [`x${count}`]: '1' });
      expect(await merge()).toEqual([]);
    });

    it('is offered of the default branch too: into others, where conflicts with it are settled', async () => {
      const { availability } = scene.operation('lakefs:merge');
      const main = { object: { spec: {}, status: {} } };
      expect(availability?.(main as never)).toBe(true);
      const input = { source: 'main', destination: name };
      expect(await scene.findings('lakefs:merge', input, 'main')).toEqual([
        expect.stringMatching(
          `^error ${name} has everything that is committed on main`,
        ),
      ]);
    });

    it('refuses what brings nothing', async () => {
      expect(await merge()).toEqual([
        `error main has everything that is committed on ${name}: nothing was committed there yet, or it was merged (or squashed) before. A merge would be an empty commit.`,
      ]);
    });

    it('refuses a branch that was squashed into it before', async () => {
      await change({ [`x${count}`]: '1' });
      await scene.lake.merge(REPO, name, 'main', { squash_merge: true });
      await scene.lake.commit(REPO, 'main', { [`other${count}`]: '1' });
      expect(await merge()).toEqual([
        expect.stringContaining('or it was merged (or squashed) before'),
      ]);
    });

    it('says that uncommitted data is left behind', async () => {
      await change({ [`x${count}`]: '1' });
      await scene.lake.put(REPO, name, { [`y${count}`]: '1' });
      expect(await merge()).toEqual([
        `warning 1 uncommitted change (y${count}) on ${name} will be left behind: a merge takes commits alone.`,
      ]);
    });

    it('refuses a destination that is not clean', async () => {
      await change({ [`x${count}`]: '1' });
      const dirty = `dirty${count}`;
      await scene.lake.branch(REPO, dirty);
      await scene.lake.put(REPO, dirty, { 'z.txt': '1' });
      expect(await merge({ destination: dirty })).toEqual([
        expect.stringContaining(
          `error destination 1 change lie uncommitted on ${dirty}`,
        ),
      ]);
    });

    it('says that the gate would not run', async () => {
      await scene.lake.remove(REPO, name, ACTION);
      await change({ [`x${count}`]: '1' });
      expect(await merge()).toEqual([
        expect.stringMatching(
          /warning .* lacks _lakefs_actions\/gate.yaml.*NOT run/,
        ),
      ]);
    });

    it('asks which side wins, and says what that costs', async () => {
      await change({ 'a.txt': name });
      await scene.lake.commit(REPO, 'main', { 'a.txt': `main ${count}` });
      expect(await merge()).toEqual([
        'error strategy 1 object changed on both sides: a.txt.',
      ]);
      expect(await merge({ strategy: 'source-wins' })).toEqual([
        `warning 1 object changed on both sides: a.txt. ${name} wins: what main did to them is not in the result.`,
      ]);
    });

    it.each([
      [{ source: 'gone' }, 'error source There is no branch gone'],
      [{ destination: 'gone' }, 'error destination There is no branch gone'],
    ])('refuses %j', async (input, said) => {
      expect((await merge(input))[0]).toContain(said);
    });

    it('refuses a branch that is merged into itself', async () => {
      expect((await merge({ destination: name }))[0]).toContain(
        'Name two different branches',
      );
    });
  });

  describe('branch-delete', () => {
    const remove = (branch: string) =>
      scene.findings('lakefs:branch-delete', { branch });

    it('warns of what is lost', async () => {
      await scene.lake.put(REPO, name, { 'lost.txt': '1' });
      expect(await remove(name)).toEqual([
        'warning 1 uncommitted change (lost.txt) are lost for good.',
      ]);
    });

    it('looks once more before it deletes what holds nothing uncommitted', async () => {
      const values = async () => {
        const input = { branch: name };
        const { calls } = await scene.plan('lakefs:branch-delete', input);
        return calls[0].values;
      };
      expect(await values()).toMatchObject({ branch: name, clean: true });
      await scene.lake.put(REPO, name, { 'seen.txt': '1' });
      expect(await values()).not.toHaveProperty('clean');
    });

    it.each([
      ['release-1', 'The rule "release-*" protects release-1'],
      ['main', 'main is the default branch'],
      ['gone', 'There is no branch gone in sales-lake'],
    ])('refuses %s', async (branch, said) => {
      expect((await remove(branch))[0]).toContain(said);
    });
  });

  it('lets nobody else write to a branch that only some may write to', async () => {
    const other = await PlanScene.start('sales-gate', {
      domains: [
        {
          ...{ domainRef: 'domain:default/sales', repositories: ['sales-*'] },
          branches: [{ pattern: 'main', writers: ['group:default/leads'] }],
        },
      ],
    });
    try {
      await other.lake.branch('sales-gate', 'dev');
      await other.lake.commit('sales-gate', 'dev', { 'x.txt': '1' });
      await other.look();
      const merge = { source: 'dev', destination: 'main' };
      expect(await other.findings('lakefs:merge', merge)).toContain(
        'error Only group:default/leads may write to main: the portal\'s configuration says so of branches "main".',
      );
      expect(await other.findings('lakefs:tag', { id: 'v9' })).toEqual([]);
      const deletion = { branch: 'dev' };
      expect(
        (await other.findings('lakefs:branch-delete', deletion)).join(),
      ).not.toContain('may write');
    } finally {
      await other.stop();
    }
  });

  it('commits nothing to a protected branch, and nothing of nothing', async () => {
    const message = 'm';
    expect(
      await scene.findings('lakefs:commit', { branch: 'release-1', message }),
    ).toEqual([
      expect.stringContaining('it changes by merges alone'),
      expect.stringContaining('there is nothing to commit'),
    ]);
    await scene.lake.put(REPO, name, { 'c.txt': '1' });
    expect(await scene.findings('lakefs:commit', { message }, name)).toEqual(
      [],
    );
    await expect(
      scene.plan('lakefs:commit', { message: '  ' }, name),
    ).rejects.toThrow('Say what the change is');
  });

  it('says what reverting a merge means', async () => {
    const commit = await change({ [`x${count}`]: '1' });
    expect(await scene.findings('lakefs:revert', { commit }, name)).toEqual([]);
    await scene.lake.merge(REPO, name, 'main');
    const [warned] = await scene.findings('lakefs:revert', {
      branch: 'main',
      commit: 'main',
    });
    expect(warned).toContain('cannot be merged again');
  });

  it('tags what can be read as a ref later', async () => {
    expect(await scene.findings('lakefs:tag', { id: 'v1' }, name)).toEqual([]);
    expect((await scene.findings('lakefs:tag', { id: 'a~1' }))[0]).toContain(
      'error id',
    );
  });

  it('restores only what the portal has on record', async () => {
    expect(
      (await scene.findings('lakefs:branch-restore', { branch: 'unknown' }))[0],
    ).toContain('no record of a branch unknown');
    await scene.lake.deleteBranch(REPO, name);
    expect(
      await scene.findings('lakefs:branch-restore', { branch: name }),
    ).toEqual([]);
  });
});
