import { Knex } from 'knex';
import { LakefsClient } from '../client/LakefsClient';
import { LakefsHttp } from '../client/LakefsHttp';
import { BranchRecords } from '../records/BranchRecords';
import { Lake } from '../__testUtils__/Lake';
import { recordDatabase } from '../__testUtils__/recordDatabase';
import { performCall } from './performCall';

const REPO = 'sales-lake';
const NOW = Date.parse('2026-11-22T10:00:00Z');

/** What becomes of one write on its way. `lost`: it is done, and the answer never comes. */
type Fate = 'lost' | 'refused' | 'overtaken';

describe('performCall', () => {
  let lake: Lake;
  let db: Knex;
  let records: BranchRecords;
  let fates: Fate[] = [];
  let writes: string[] = [];
  let count = 0;

  beforeAll(async () => {
    lake = await Lake.start();
    db = await recordDatabase();
    records = new BranchRecords(db);
    await lake.repository(REPO);
    await lake.commit(REPO, 'main', { 'a.txt': '1' });
  });
  beforeEach(() => {
    fates = [];
    writes = [];
    count += 1;
  });
  afterAll(async () => {
    await lake.stop();
    await db.destroy();
  });

  const perform = (
    action: string,
    values: object,
    operationId = `op-${count}`,
  ) => {
    const server = lake.server();
    const http = new LakefsHttp({
      name: 'lake',
      endpoint: server.endpoint,
      keyFor: () => server.key,
      wait: async () => {},
      fetch: async (url, init) => {
        const method = init?.method ?? 'GET';
        if (method === 'GET') return fetch(url, init);
        writes.push(
          `${method} ${new URL(String(url)).pathname.split('/').pop()}`,
        );
        const fate = fates.shift();
        if (fate === 'refused') throw new Error('connection refused');
        if (fate === 'overtaken') {
          return Response.json(
            { message: 'commit: predicate failed' },
            { status: 500 },
          );
        }
        const answer = await fetch(url, init);
        if (fate === 'lost') throw new Error('the connection broke');
        return answer;
      },
    });
    return performCall(
      {
        ...{ id: action, title: action, source: 'lake', action },
        values: { repository: REPO, ...values },
      },
      {
        operationId,
        actor: 'user:default/ada',
        entityRef: 'resource:default/sales-lake',
        now: NOW,
        signal: new AbortController().signal,
      },
      {
        ...{ client: new LakefsClient(http), records, server },
        portalUrl: 'https://portal.example.com',
        wait: async () => {},
      },
    );
  };
  const head = async (branch: string) =>
    (
      await lake.get<{ commit_id: string }>(
        `repositories/${REPO}/branches/${branch}`,
      )
    ).commit_id;
  const recordOf = (name: string) =>
    records.get({ server: 'lake', repository: REPO, name });
  const log = async (ref: string) =>
    (
      await lake.get<{
        results: { id: string; message: string; metadata?: object }[];
      }>(`repositories/${REPO}/refs/${ref}/commits`)
    ).results;
  const branch = async (objects: Record<string, string> = {}) => {
    const name = `b${count}`;
    await lake.branch(REPO, name);
    if (Object.keys(objects).length > 0) await lake.put(REPO, name, objects);
    return name;
  };

  describe('branch-create', () => {
    const values = async (name: string) => ({
      ...{ name, source: 'main', commit: await head('main') },
      owner: 'group:default/sales-team',
      purpose: 'try',
      expiresAt: NOW + 1,
    });

    it('makes it once, however often it is done again', async () => {
      const ask = await values('once');
      fates = ['lost'];
      await perform('branch-create', ask);
      await perform('branch-create', ask);
      expect(writes).toEqual(['POST branches']);
      expect(
        await records.get({ server: 'lake', repository: REPO, name: 'once' }),
      ).toMatchObject({
        owner: 'group:default/sales-team',
        createdBy: 'user:default/ada',
        lastCommit: ask.commit,
      });
    });

    it('never takes over what exists', async () => {
      await lake.branch(REPO, 'theirs');
      await expect(
        perform('branch-create', await values('theirs')),
      ).rejects.toThrow('exists already');
      expect(writes).toEqual([]);
      expect(
        await records.get({ server: 'lake', repository: REPO, name: 'theirs' }),
      ).toBeUndefined();
    });

    it('leaves no record that could be restored where nothing was made', async () => {
      fates = ['refused'];
      await expect(
        perform('branch-create', await values('never')),
      ).rejects.toThrow('connection refused');
      expect(
        (await records.deleted('lake', REPO, { limit: 50 })).map(
          ({ name }) => name,
        ),
      ).not.toContain('never');
    });
  });

  describe('commit', () => {
    it('tells who did it, what for and where', async () => {
      const name = await branch({ 'c.txt': '1' });
      const { output } = await perform('commit', {
        branch: name,
        message: 'm',
      });
      expect((await log(name))[0]).toMatchObject({
        id: output?.commit,
        metadata: {
          'millrace.dev/user': 'user:default/ada',
          'millrace.dev/entity': 'resource:default/sales-lake',
          'millrace.dev/task': `op-${count}`,
          'millrace.dev/link':
            'https://portal.example.com/catalog/default/resource/sales-lake',
        },
      });
    });

    it('finds its own commit again whose answer was lost', async () => {
      const name = await branch({ 'c.txt': '1' });
      fates = ['lost'];
      await expect(
        perform('commit', { branch: name, message: 'm' }),
      ).rejects.toThrow('the connection broke');
      const again = await perform('commit', { branch: name, message: 'm' });
      expect(again.output?.commit).toBe(await head(name));
      expect(writes).toHaveLength(1);
    });

    it('tries again when another was quicker, and gives up after five times', async () => {
      const name = await branch({ 'c.txt': '1' });
      fates = ['overtaken', 'overtaken'];
      await perform('commit', { branch: name, message: 'm' });
      expect(writes).toHaveLength(3);
      writes = [];
      fates = Array(9).fill('overtaken');
      await expect(
        perform('commit', { branch: name, message: 'm' }, 'other'),
      ).rejects.toThrow('was quicker');
      expect(writes).toHaveLength(5);
    });

    it('says so when the other commit took the changes along', async () => {
      const name = await branch();
      fates = ['overtaken'];
      const { message } = await perform('commit', {
        branch: name,
        message: 'm',
      });
      expect(message).toContain('took these changes along');
    });

    it('fails where there is nothing to commit', async () => {
      const name = await branch();
      await expect(
        perform('commit', { branch: name, message: 'm' }),
      ).rejects.toThrow('nothing to do');
    });
  });

  describe('merge', () => {
    const prepared = async (path = `m${count}.txt`) => {
      const name = await branch();
      const commit = await lake.commit(REPO, name, { [path]: name });
      return { source: name, commit, destination: 'main', message: 'merge it' };
    };

    it('merges the commit that was shown, not what came after', async () => {
      const ask = await prepared();
      await lake.commit(REPO, ask.source, { [`late${count}.txt`]: '1' });
      await perform('merge', ask);
      const objects = await lake.get<{ results: { path: string }[] }>(
        `repositories/${REPO}/refs/main/objects/ls?amount=1000`,
      );
      const paths = objects.results.map(({ path }) => path);
      expect(paths).toContain(`m${count}.txt`);
      expect(paths).not.toContain(`late${count}.txt`);
    });

    it('looks before it says anything of a merge whose answer was lost', async () => {
      const ask = await prepared();
      fates = ['lost'];
      const { output } = await perform('merge', ask);
      expect(output?.commit).toBe(await head('main'));
      expect(writes).toHaveLength(1);
    });

    it('never sends a merge again that may be under way', async () => {
      const ask = await prepared();
      fates = ['refused'];
      const error = await perform('merge', ask).then(
        () => undefined,
        caught => caught,
      );
      expect(error.message).toContain('does not show the merge');
      expect(error.transient).toBe(false);
      expect(writes).toHaveLength(1);
    });

    it('names what both sides changed, and merges nothing', async () => {
      const name = await branch();
      const commit = await lake.commit(REPO, name, { 'a.txt': name });
      await lake.commit(REPO, 'main', { 'a.txt': `main ${count}` });
      const before = await head('main');
      const ask = { source: name, commit, destination: 'main', message: 'm' };
      await expect(perform('merge', ask)).rejects.toThrow(
        `${name} and main of sales-lake have both changed a.txt. Nothing was merged.`,
      );
      expect(await head('main')).toBe(before);
      await perform('merge', { ...ask, strategy: 'source-wins' }, 'choice');
      expect(await head('main')).not.toBe(before);
    });

    it('squashes on request', async () => {
      await perform('merge', { ...(await prepared()), squash: true });
      const [{ metadata }] = await log('main');
      expect(metadata).toMatchObject({ 'millrace.dev/task': `op-${count}` });
    });
  });

  it('reverts a commit once, in the name of the person', async () => {
    const name = await branch();
    const commit = await lake.commit(REPO, name, { [`r${count}.txt`]: '1' });
    const ask = {
      ...{ branch: name, commit, parentNumber: 0, message: 'Not good' },
    };
    fates = ['lost'];
    await expect(perform('revert', ask)).rejects.toThrow('broke');
    const { output } = await perform('revert', ask);
    const [first] = await log(name);
    expect(first).toMatchObject({ id: output?.commit, message: 'Not good' });
    expect(writes).toHaveLength(1);
  });

  it('tags once, and never moves a tag', async () => {
    const commit = await head('main');
    fates = ['lost'];
    await expect(perform('tag', { id: 'v1', commit })).rejects.toThrow('broke');
    await perform('tag', { id: 'v1', commit });
    expect(writes).toHaveLength(1);
    const other = (await log('main'))[1].id;
    await expect(perform('tag', { id: 'v1', commit: other })).rejects.toThrow(
      'A tag never moves',
    );
  });

  describe('branch-delete and branch-restore', () => {
    const remove = (name: string, commit: string) =>
      perform('branch-delete', { branch: name, head: commit });

    it('keeps the last commit on record, and restores from it', async () => {
      const name = await branch();
      const commit = await lake.commit(REPO, name, { [`d${count}.txt`]: '1' });
      fates = ['lost'];
      const { output, message } = await remove(name, commit);
      expect([output, message]).toEqual([
        { branch: name, lastCommit: commit },
        undefined,
      ]);
      expect(await recordOf(name)).toMatchObject({
        ...{ deletedBy: 'user:default/ada', deletedAt: NOW },
        lastCommit: commit,
      });
      await perform('branch-restore', { name, commit });
      await perform('branch-restore', { name, commit });
      expect(await head(name)).toBe(commit);
    });

    it.each([
      [NOW, 'nobody looked meanwhile'],
      [7, 'a listing saw meanwhile that it is gone'],
    ])('knows its own deletion after a crash: at %d, %s', async deletedAt => {
      const name = await branch();
      const commit = await head(name);
      const change = jest.spyOn(records, 'change');
      change.mockImplementation(async (key, changes) => {
        if ('deletedAt' in changes) throw new Error('killed');
        await BranchRecords.prototype.change.call(records, key, changes);
      });
      await expect(remove(name, commit)).rejects.toThrow('killed');
      change.mockRestore();
      if (deletedAt === 7) await records.gone('lake', REPO, [name], 7);
      expect((await remove(name, commit)).message).toBeUndefined();
      const deletedBy = 'user:default/ada';
      expect(await recordOf(name)).toMatchObject({ deletedBy, deletedAt });
    });

    it('takes no deletion for its own that it did not do', async () => {
      const name = await branch();
      const commit = await head(name);
      fates = ['refused'];
      await expect(remove(name, commit)).rejects.toThrow('connection refused');
      expect(await recordOf(name)).not.toHaveProperty('deletedBy');
      await lake.deleteBranch(REPO, name);
      const { message } = await remove(name, commit);
      expect(message).toBe('It was gone already.');
      expect(await recordOf(name)).not.toHaveProperty('deletedBy');
    });

    it('deletes nothing that moved since it was looked at', async () => {
      const name = await branch();
      const seen = await head(name);
      await lake.commit(REPO, name, { [`d${count}.txt`]: '1' });
      await expect(remove(name, seen)).rejects.toThrow(
        'Somebody has committed',
      );
      expect(writes).toEqual([]);
    });

    it('restores nothing over another branch of the name', async () => {
      const name = await branch();
      const commit = (await log('main'))[1].id;
      await expect(perform('branch-restore', { name, commit })).rejects.toThrow(
        'another branch',
      );
    });
  });

  it('changes what the portal knows of a branch', async () => {
    const key = { server: 'lake', repository: REPO, name: 'known' };
    await perform('branch-set', { branch: 'known', owner: 'user:default/ben' });
    await perform('branch-set', { branch: 'known', expiresAt: 5 });
    expect(await records.get(key)).toMatchObject({
      owner: 'user:default/ben',
      expiresAt: 5,
    });
    await perform('branch-set', { branch: 'known', keep: true });
    expect(await records.get(key)).toEqual({
      ...key,
      owner: 'user:default/ben',
    });
  });

  it('discards what is uncommitted', async () => {
    const name = await branch({ 'u.txt': '1' });
    await perform('discard', { branch: name });
    const { results } = await lake.get<{ results: unknown[] }>(
      `repositories/${REPO}/branches/${name}/diff`,
    );
    expect(results).toEqual([]);
  });
});
