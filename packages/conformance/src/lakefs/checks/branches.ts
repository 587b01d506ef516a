import { code, contains, same } from '../../Check';
import type { LakeFsCheckGroup } from '../LakeFsCheck';

const RULE =
  'argument branch: branch id: invalid value: validation error: branch id must consist of letters, digits, underscores and dashes, and cannot start with a dash';

export const branches: LakeFsCheckGroup = {
  area: 'Branches and tags',
  checks: [
    {
      title:
        'a branch is made from a branch, a tag, a commit, a part of its id and a parent; the answer is the commit as text',
      async run({ client, lake }) {
        const head = await lake.head('main');
        await client.post(lake.at('/tags'), { id: 'v1', ref: 'main' });
        const sources = ['main', 'v1', head, head.slice(0, 10), 'main@'];
        for (const [at, source] of sources.entries()) {
          same(await lake.branch(`from-${at}`, source), head, source);
        }
        const [{ parents }] = await lake.log('main');
        same(await lake.branch('from-parent', 'main~1'), parents[0], 'main~1');
      },
    },
    {
      title:
        'names: slash, dot, umlaut and a leading dash are 400, an empty one 500, 300 characters pass',
      async run({ client, lake }) {
        const create = (name: string) =>
          client.post(lake.at('/branches'), { name, source: 'main' });
        for (const name of ['feature/x', 'release-1.2', 'über', '-x', 'a b']) {
          const answer = await create(name);
          code(answer, 400, name);
          same(answer.body.message, RULE, name);
        }
        code(await create(''), 500, 'an empty name');
        code(await create('x'.repeat(300)), 201, '300 characters');
      },
    },
    {
      title: 'taken names are 409: of a branch, of a tag, of a commit',
      async run({ client, lake }) {
        const head = await lake.head('main');
        await client.post(lake.at('/tags'), { id: 'v1', ref: 'main' });
        const texts: [string, string][] = [
          ['main', 'branch already exists: not unique'],
          ['v1', 'tag ID v1: conflict found'],
          [head, `commit ID ${head}: conflict found`],
        ];
        for (const [name, text] of texts) {
          const body = { name, source: 'main' };
          const answer = await client.post(lake.at('/branches'), body);
          code(answer, 409, name);
          same(answer.body.message, text, name);
        }
        const missing = { name: 'x', source: 'nope' };
        const answer = await client.post(lake.at('/branches'), missing);
        code(answer, 404, 'a source that does not exist');
        same(answer.body.message, "source reference 'nope': not found", 'text');
      },
    },
    {
      title:
        'a branch with uncommitted data is deleted without a word, the default branch is 403',
      async run({ client, lake }) {
        await lake.branch('dev');
        await lake.put('dev', { 'b.txt': 'b' });
        code(await client.delete(lake.at('/branches/dev')), 204, 'delete');
        const again = await client.delete(lake.at('/branches/dev'));
        code(again, 404, 'delete again');
        same(again.body.message, 'branch not found', 'delete again');
        const main = await client.delete(lake.at('/branches/main'));
        code(main, 403, 'delete the default branch');
        contains(main.body.message, 'default branch', 'text');
      },
    },
    {
      title:
        'a deleted branch comes back from its commit, what was not committed does not',
      async run({ client, lake }) {
        await lake.branch('dev');
        const head = await lake.write('dev', { 'kept.txt': 'k' }, 'kept');
        await lake.put('dev', { 'lost.txt': 'l' });
        await client.delete(lake.at('/branches/dev'));
        code(await client.get(lake.at(`/commits/${head}`)), 200, 'the commit');
        await lake.branch('dev', head);
        same(await lake.diff('main', 'dev'), ['added kept.txt'], 'difference');
        same(await lake.uncommitted('dev'), [], 'uncommitted');
      },
    },
    {
      title: 'reset throws away one object, a prefix or everything',
      async run({ client, lake }) {
        await lake.branch('dev');
        await lake.put('dev', { 'u.txt': 'u', 'v/1': '1', 'v/2': '2', w: 'w' });
        const reset = (body: object) =>
          client.put(lake.at('/branches/dev'), body);
        code(await reset({ type: 'object', path: 'none' }), 204, 'nothing');
        code(await reset({ type: 'object', path: 'u.txt' }), 204, 'object');
        code(await reset({ type: 'common_prefix', path: 'v/' }), 204, 'prefix');
        same(await lake.uncommitted('dev'), ['added w'], 'left');
        const hard = await client.put(
          lake.at('/branches/dev/hard_reset?ref=main~1'),
        );
        code(hard, 400, 'a hard reset after a part of a reset');
        same(
          hard.body.message,
          'dev: uncommitted changes (dirty branch)',
          'text',
        );
        code(await reset({ type: 'reset' }), 204, 'all');
        same(await lake.uncommitted('dev'), [], 'after all');
      },
    },
    {
      title: 'a hard reset moves a branch and leaves what is uncommitted',
      async run({ client, lake }) {
        await lake.branch('dev');
        await lake.put('dev', { w: 'w' });
        const hard = lake.at('/branches/dev/hard_reset?ref=main~1');
        code(await client.put(hard), 204, 'hard reset');
        same(await lake.uncommitted('dev'), ['added w'], 'after it');
        const [{ parents }] = await lake.log('main');
        same(await lake.head('dev'), parents[0], 'head');
      },
    },
    {
      title: 'tags: never moved, names by the rule of git, 404 when gone',
      async run({ client, lake }) {
        const create = (id: string, ref = 'main') =>
          client.post(lake.at('/tags'), { id, ref, force: true });
        code(await create('v1.0-rc.1'), 201, 'dots and dashes');
        const again = await create('v1.0-rc.1');
        code(again, 409, 'again, with force');
        same(again.body.message, 'tag already exists: not unique', 'text');
        for (const id of ['release/1', 'a b', 'a..b', 'x.lock']) {
          code(await create(id), 400, id);
        }
        code(await create('v2', 'nope'), 404, 'a ref that does not exist');
        const tag = lake.at('/tags/v1.0-rc.1');
        code(await client.delete(tag), 204, 'delete');
        code(await client.get(tag), 404, 'get after the delete');
      },
    },
  ],
};
