import { hasSwagger, Swagger } from '../__testUtils__/swagger';
import { LakefsClient } from './LakefsClient';
import { LakefsReader } from './LakefsReader';
import { LakefsHttp } from './LakefsHttp';
import { allOf } from './pages';

const way = { signal: new AbortController().signal };
const slice = { ...way, after: 'a', amount: 5 };

/** Every call of the client, with all that it can send, and the fields of the answer that the portal reads. */
const CALLS: readonly [
  name: string,
  call: (client: LakefsClient) => Promise<unknown>,
  fields: readonly string[],
][] = [
  [
    'config',
    c => c.config(way),
    ['version_config', 'storage_config', 'storage_config_list'],
  ],
  [
    'repositories',
    c => allOf(c.repositories({ ...way, max: 1 })),
    ['id', 'creation_date', 'default_branch', 'storage_namespace', 'read_only'],
  ],
  ['repository', c => c.repository('r', way), ['id', 'default_branch']],
  [
    'branches',
    c => allOf(c.branches('r', { ...way, max: 1 })),
    ['id', 'commit_id'],
  ],
  ['branch', c => c.branch('r', 'b', way), ['id', 'commit_id']],
  ['tag', c => c.tag('r', 't', way), ['id', 'commit_id']],
  ['tags', c => c.tags('r', slice), ['id', 'commit_id']],
  [
    'commit',
    c => c.commit('r', 'x', way),
    ['id', 'parents', 'committer', 'message', 'creation_date', 'metadata'],
  ],
  [
    'log',
    c => c.log('r', 'x', { ...slice, stopAt: 'b', firstParent: true }),
    ['id', 'parents', 'metadata'],
  ],
  [
    'diff',
    c =>
      c.diff('r', 'a', 'b', {
        ...{ ...slice, type: 'three_dot', prefix: 'p', delimiter: '/' },
      }),
    ['type', 'path', 'path_type', 'size_bytes'],
  ],
  [
    'uncommitted',
    c => c.uncommitted('r', 'b', { ...slice, prefix: 'p', delimiter: '/' }),
    ['type', 'path'],
  ],
  ['merge base', c => c.mergeBase('r', 'a', 'b', way), ['base_commit_id']],
  [
    'runs',
    c => c.runs('r', { ...slice, branch: 'b', commit: 'c' }),
    [
      'run_id',
      'branch',
      'start_time',
      'end_time',
      'event_type',
      'status',
      'commit_id',
    ],
  ],
  [
    'hooks',
    c => c.hooks('r', 'run', slice),
    ['hook_run_id', 'action', 'hook_id', 'start_time', 'end_time', 'status'],
  ],
  ['hook output', c => c.hookOutput('r', 'run', 'h', { ...way, bytes: 5 }), []],
  [
    'run',
    c => c.run('r', 'run', way),
    ['run_id', 'branch', 'start_time', 'event_type', 'status', 'commit_id'],
  ],
  [
    'objects',
    c => c.objects('r', 'x', { ...slice, prefix: 'p', delimiter: '/' }),
    ['path', 'path_type', 'size_bytes', 'mtime'],
  ],
  [
    'stat',
    c => c.stat('r', 'x', 'p', way),
    ['path', 'checksum', 'size_bytes', 'mtime', 'content_type'],
  ],
  ['head', c => c.head('r', 'x', 'p', { ...way, bytes: 5 }), []],
  [
    'create branch',
    c => c.createBranch('r', { name: 'n', source: 's' }, way),
    [],
  ],
  ['delete branch', c => c.deleteBranch('r', 'b', way), []],
  ['discard', c => c.discard('r', 'b', way), []],
  [
    'create commit',
    c => c.createCommit('r', 'b', { message: 'm', metadata: {} }, way),
    ['id'],
  ],
  [
    'merge',
    c =>
      c.merge(
        ...(['r', 'a', 'b'] as const),
        {
          message: 'm',
          metadata: {},
          strategy: 'source-wins',
          squash_merge: true,
        },
        way,
      ),
    ['reference'],
  ],
  [
    'revert',
    c =>
      c.revert(
        'r',
        'b',
        {
          ref: 'x',
          parent_number: 1,
          commit_overrides: { message: 'm', metadata: {} },
        },
        way,
      ),
    [],
  ],
  ['create tag', c => c.createTag('r', { id: 't', ref: 'x' }, way), []],
];

if (!hasSwagger) {
  process.stdout.write(
    'Skipped: ../shared/specs/lakefs is not beside the repository\n',
  );
}
const checked = hasSwagger ? describe : describe.skip;

checked(
  "the client against lakeFS's own document (skipped where it is absent)",
  () => {
    const swagger = hasSwagger ? new Swagger() : undefined;

    it.each(CALLS)('%s', async (_name, call, fields) => {
      const sent: { method: string; url: URL; body: unknown }[] = [];
      const http = new LakefsHttp({
        name: 'lake',
        endpoint: 'http://lake',
        keyFor: () => ({ accessKeyId: 'a', secretAccessKey: 'b' }),
        fetch: async (url, init) => {
          const { method = 'GET', body } = init ?? {};
          const json = body ? JSON.parse(String(body)) : undefined;
          sent.push({ method, url: new URL(String(url)), body: json });
          return Response.json({ results: [], pagination: {} });
        },
      });
      await call(new LakefsClient(http)).catch(() => undefined);
      const [{ method, url, body }] = sent;
      const operation = swagger!.operation(
        method,
        url.pathname.replace('/api/v1', ''),
      );
      expect(operation).toBeDefined();
      expect(operation!.query).toEqual(
        expect.arrayContaining([...url.searchParams.keys()]),
      );
      const known = Object.keys(operation!.body?.properties ?? {});
      expect(known).toEqual(expect.arrayContaining(Object.keys(body ?? {})));
      for (const field of operation!.body?.required ?? []) {
        expect(Object.keys(body ?? {})).toContain(field);
      }
      const { answer } = operation!;
      const shape = swagger!.itemOf(answer) ?? answer;
      expect(Object.keys(shape.properties ?? {})).toEqual(
        expect.arrayContaining([...fields]),
      );
    });

    it('leaves no call out', () => {
      const methods = [LakefsClient, LakefsReader].flatMap(({ prototype }) =>
        Object.getOwnPropertyNames(prototype).filter(
          name => name !== 'constructor',
        ),
      );
      // The rules of protection are a bare list.
      expect(CALLS.length + 1).toBe(methods.length);
    });
  },
);
