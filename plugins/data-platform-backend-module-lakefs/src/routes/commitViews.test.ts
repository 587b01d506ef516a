import { RecordedOperation } from '@millrace/backstage-plugin-data-platform-node';
import { Commit } from '../client/types';
import { commitViews } from './commitViews';
import { logsToRead } from './logsToRead';

const REPO = 'sales-lake';
const DONE: RecordedOperation = {
  ...{ id: 'op-1', operation: 'lakefs:merge', actor: 'user:default/ada' },
  ...{ state: 'done', output: { repository: REPO, commit: 'c1' } },
};

const commit = (metadata: Record<string, string>, id = 'c1'): Commit => ({
  ...{ id, parents: ['a', 'b'], committer: 'admin', message: 'One\ntwo' },
  ...{ creation_date: 1, metadata },
});

const view = async (
  metadata: Record<string, string>,
  operation?: Partial<RecordedOperation>,
  id?: string,
) => {
  const recorded = new Map(
    operation ? [['op-1', { ...DONE, ...operation }]] : [],
  );
  const [only] = await commitViews([commit(metadata, id)], {
    host: { recorded: async () => recorded },
    repository: REPO,
    uiUrl: 'https://lake.example.com',
  });
  return only;
};

const OURS = {
  'millrace.dev/user': 'user:default/ada',
  'millrace.dev/task': 'op-1',
  'millrace.dev/link': 'https://portal.example.com/x',
};

describe('who made a commit', () => {
  it('is the person of the operation whose record names it', async () => {
    expect(await view(OURS, {})).toMatchObject({
      ...{ origin: 'portal', user: 'user:default/ada', operationId: 'op-1' },
      ...{ operation: 'lakefs:merge', link: 'https://portal.example.com/x' },
      ...{ message: 'One', fullMessage: 'One\ntwo', isMerge: true, at: 1_000 },
      url: 'https://lake.example.com/repositories/sales-lake/commits/c1',
    });
  });

  it('is the person of the record, whatever the metadata says', async () => {
    const told = { ...OURS, 'millrace.dev/user': 'user:default/mallory' };
    expect((await view(told, {})).user).toBe('user:default/ada');
  });

  it.each([
    ['the portal has no such operation', undefined, 'c1'],
    ['another commit copied the metadata', {}, 'c2'],
    ['it is of another repository', { output: { repository: 'x' } }, 'c1'],
    [
      'the operation makes no commits',
      { operation: 'lakefs:branch-create' },
      'c1',
    ],
    [
      'the operation failed and made none',
      { state: 'failed' as const, output: { repository: REPO } },
      'c1',
    ],
  ])('is a claim where %s', async (_, operation, id) => {
    const told = await view(OURS, operation, id);
    expect([told.origin, told.link, told.operationId]).toEqual([
      ...['claimed', undefined, undefined],
    ]);
  });

  it('is known while the operation has not ended', async () => {
    const running = {
      state: 'running' as const,
      output: { repository: REPO },
    };
    expect((await view(OURS, running)).origin).toBe('portal');
  });

  it('is nobody of the portal where nothing says so', async () => {
    expect((await view({ other: 'x' })).origin).toBe('outside');
  });

  it.each([
    `${'javascript'}:alert(1)`,
    'data:text/html,x',
    '//evil.example.com',
  ])('links nowhere with %s', async link => {
    const told = await view({ ...OURS, 'millrace.dev/link': link }, {});
    expect(told.link).toBeUndefined();
  });
});

describe('logsToRead', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => `${n}`);
  const of = (repositories: number, branches: number) =>
    logsToRead(many(repositories), () => many(branches));

  it.each([
    [10, 5, 50, undefined],
    [12, 1, 10, 'Not looked at: 2 of 12 repositories.'],
    [
      1,
      6,
      5,
      'Not looked at: 1 protected branch of repositories with more than 5.',
    ],
    [
      11,
      7,
      50,
      'Not looked at: 1 of 11 repositories, and 20 protected branches of repositories with more than 5.',
    ],
  ])(
    'of %d repositories with %d branches reads %d, and says what it leaves out',
    (repositories, branches, read, note) => {
      const { logs, note: said } = of(repositories, branches);
      expect([logs.length, said]).toEqual([read, note]);
      expect(logs[0]).toEqual({ repository: '0', branch: '0' });
    },
  );
});
