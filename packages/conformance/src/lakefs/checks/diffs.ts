import { code, same } from '../../Check';
import type { Lake, LakeFsCheckGroup } from '../LakeFsCheck';

/** main and dev, both moved: one path changed on both sides. */
async function bothMoved(lake: Lake): Promise<void> {
  await lake.write('main', { both: '0', 'd/1': '1', 'd/2': '2' }, 'more');
  await lake.branch('dev');
  await lake.write(
    'dev',
    { both: 'dev', 'd/1': 'x', 'd/3': '3', n: 'n' },
    'dev',
  );
  await lake.write('main', { both: 'main', m: 'm' }, 'main moves');
}

export const diffs: LakeFsCheckGroup = {
  area: 'Differences',
  checks: [
    {
      title: 'three dots tell what a merge would do, two dots what differs',
      async run({ lake }) {
        await bothMoved(lake);
        const changed = [
          'conflict both',
          'changed d/1',
          'added d/3',
          'added n',
        ];
        same(await lake.diff('main', 'dev'), changed, 'three dots');
        same(
          await lake.diff('main', 'dev', '?type=two_dot'),
          ['changed both', 'changed d/1', 'added d/3', 'removed m', 'added n'],
          'two dots',
        );
        same(
          await lake.diff('dev', 'main'),
          ['conflict both', 'added m'],
          'the other way',
        );
      },
    },
    {
      title: 'a delimiter groups, pages go on behind a group',
      async run({ lake }) {
        await bothMoved(lake);
        same(
          await lake.diff('main', 'dev', '?delimiter=/'),
          ['conflict both', 'prefix_changed d/', 'added n'],
          'grouped',
        );
        same(
          await lake.diff('main', 'dev', '?delimiter=/&amount=1&after=d/'),
          ['added n'],
          'behind a group',
        );
        same(
          await lake.diff('main', 'dev', '?prefix=d/&amount=1&after=d/1'),
          ['added d/3'],
          'below a prefix',
        );
      },
    },
    {
      title:
        'what is not committed is in no difference of refs, only in that of the branch',
      async run({ client, lake }) {
        await lake.branch('dev');
        await lake.put('dev', { u: 'u', 'a.txt': '2' });
        const gone = lake.at('/branches/dev/objects?path=u2');
        code(await client.delete(gone), 204, 'delete');
        same(await lake.diff('main', 'dev'), [], 'of refs');
        same(
          await lake.uncommitted('dev'),
          ['changed a.txt', 'added u'],
          'of the branch',
        );
      },
    },
    {
      title:
        'a removed object has no size while it is uncommitted, and that of before once it is',
      async run({ client, lake }) {
        await lake.branch('dev');
        const object = lake.at('/branches/dev/objects?path=a.txt');
        code(await client.delete(object), 204, 'delete');
        const sizeAt = async (path: string) =>
          (await client.get(lake.at(path))).body.results[0].size_bytes;
        same(await sizeAt('/branches/dev/diff'), 0, 'uncommitted');
        await lake.commit('dev', { message: 'gone' });
        same(await sizeAt('/refs/main/diff/dev'), 1, 'committed');
      },
    },
    {
      title: 'refs that lead nowhere are named',
      async run({ client, lake }) {
        const text = async (path: string) =>
          (await client.get(lake.at(path))).body.message;
        same(
          await text('/refs/nope/diff/main'),
          'get commit by branch nope: not found',
          'left',
        );
        same(
          await text('/refs/main/diff/nope'),
          'get commit by ref nope: not found',
          'right',
        );
        same(await text('/refs/nope/commits'), 'ref: not found', 'log');
      },
    },
  ],
};
