import { code, same } from '../../Check';
import type { Lake, LakeFsCheckGroup } from '../LakeFsCheck';

const NO_CHANGES = 'update branch main: no changes';

async function branched(
  lake: Lake,
  name: string,
  objects: Record<string, string>,
) {
  await lake.branch(name);
  await lake.write(name, objects, `${name} change`);
}

export const merges: LakeFsCheckGroup = {
  area: 'Merges',
  checks: [
    {
      title:
        'a merge is always a commit with two parents that names the strategy',
      async run({ lake }) {
        await branched(lake, 'dev', { d: 'd' });
        const [main, dev] = [await lake.head('main'), await lake.head('dev')];
        const merged = await lake.merge('dev', 'main');
        code(merged, 200, 'merge without a body');
        const [head] = await lake.log('main');
        same(head.id, merged.body.reference, 'reference');
        same(head.parents, [main, dev], 'parents');
        same(head.message, "Merge 'dev' into 'main'", 'message');
        same(
          head.metadata,
          { '.lakefs.merge.strategy': 'default' },
          'metadata',
        );
        for (const source of ['dev', 'main']) {
          const again = await lake.merge(source, 'main', { message: 'again' });
          code(again, 400, `${source} again`);
          same(again.body.message, NO_CHANGES, source);
        }
      },
    },
    {
      title: 'a conflict is 409 with an empty reference; strategies decide it',
      async run({ client, lake }) {
        await branched(lake, 'one', { 'a.txt': 'one', x: 'x' });
        await branched(lake, 'two', { 'a.txt': 'two', y: 'y' });
        await lake.write('main', { 'a.txt': 'main' }, 'main');
        const conflict = await lake.merge('one', 'main', { message: 'm' });
        code(conflict, 409, 'conflict');
        same(conflict.body, { reference: '' }, 'body');
        const content = async () =>
          (await client.get(lake.at('/refs/main/objects?path=a.txt'))).text;
        code(
          await lake.merge('one', 'main', { strategy: 'dest-wins' }),
          200,
          'dest-wins',
        );
        same(await content(), 'main', 'after dest-wins');
        code(
          await lake.merge('two', 'main', { strategy: 'source-wins' }),
          200,
          'source-wins',
        );
        same(await content(), 'two', 'after source-wins');
        const odd = await lake.merge('two', 'main', { strategy: 'mine' });
        code(odd, 400, 'an unknown strategy');
      },
    },
    {
      title:
        'a squash has one parent, and its branch merges again into an empty commit',
      async run({ lake }) {
        await branched(lake, 'dev', { d: 'd' });
        const main = await lake.head('main');
        code(
          await lake.merge('dev', 'main', { squash_merge: true }),
          200,
          'squash',
        );
        const [head] = await lake.log('main');
        same(head.parents, [main], 'parents');
        same(await lake.diff('main', 'dev'), [], 'difference');
        code(await lake.merge('dev', 'main'), 200, 'again');
        const [empty] = await lake.log('main');
        same(empty.meta_range_id, head.meta_range_id, 'nothing changed');
      },
    },
    {
      title:
        'a dirty destination is 400, also with force; a dirty source leaves its data behind',
      async run({ lake }) {
        await branched(lake, 'dev', { d: 'd' });
        await lake.put('dev', { left: 'l' });
        await lake.put('main', { dirty: 'd' });
        for (const force of [false, true]) {
          const answer = await lake.merge('dev', 'main', { force });
          code(answer, 400, `force ${force}`);
          same(
            answer.body.message,
            'uncommitted changes (dirty branch)',
            'text',
          );
        }
        await lake.commit('main', { message: 'clean' });
        code(await lake.merge('dev', 'main'), 200, 'merge');
        same(await lake.uncommitted('dev'), ['added left'], 'left behind');
      },
    },
    {
      title: 'a commit id is a source too; refs that lead nowhere are named',
      async run({ client, lake }) {
        await branched(lake, 'dev', { d: 'd' });
        const dev = await lake.head('dev');
        await client.delete(lake.at('/branches/dev'));
        const gone = await lake.merge('dev', 'main');
        code(gone, 404, 'a source that is gone');
        same(
          gone.body.message,
          'update branch main: get commit by ref dev: not found',
          'text',
        );
        code(await lake.merge(dev, 'main'), 200, 'its commit');
        code(await lake.merge('main', 'nope'), 404, 'no such destination');
      },
    },
    {
      title: 'the merge base is told',
      async run({ client, lake }) {
        const base = await lake.head('main');
        await branched(lake, 'dev', { d: 'd' });
        await lake.write('main', { m: 'm' }, 'm');
        const answer = await client.get(lake.at('/refs/dev/merge/main'));
        same(answer.body.base_commit_id, base, 'base');
      },
    },
  ],
};
