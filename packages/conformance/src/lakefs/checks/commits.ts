import { code, contains, same } from '../../Check';
import type { LakeFsCheckGroup } from '../LakeFsCheck';

export const commits: LakeFsCheckGroup = {
  area: 'Commits',
  checks: [
    {
      title:
        'a commit keeps message and metadata; the committer is the one user',
      async run({ client, lake }) {
        await lake.put('main', { b: 'b' });
        const metadata = { empty: '', 'millrace.dev/user': 'user:default/ada' };
        const date = 1_700_000_000;
        const message = 'Line one\n\nLine three, ümlaut';
        const made = await lake.commit('main', { message, metadata, date });
        code(made, 201, 'commit');
        same(made.body.metadata, metadata, 'metadata');
        same(made.body.message, message, 'message');
        same(made.body.creation_date, date, 'date');
        const found = await client.get(
          lake.at(`/commits/${made.body.id.slice(0, 12)}`),
        );
        same(found.body, made.body, 'the same by a short id');
      },
    },
    {
      title:
        'nothing to commit is 400, the same bytes again too; allow_empty makes one, blank messages pass',
      async run({ lake }) {
        const none = await lake.commit('main', { message: 'm' });
        code(none, 400, 'a clean branch');
        same(none.body.message, 'commit: no changes', 'text');
        await lake.put('main', { 'a.txt': '1' });
        same(
          await lake.uncommitted('main'),
          [],
          'difference of the same bytes',
        );
        code(
          await lake.commit('main', { message: 'm' }),
          400,
          'the same bytes',
        );
        const empty = { message: ' ', allow_empty: true };
        code(await lake.commit('main', empty), 201, 'allow_empty');
      },
    },
    {
      title: 'a branch that is not there: 404, with a text about a hook',
      async run({ lake }) {
        const answer = await lake.commit('nope', { message: 'm' });
        code(answer, 404, 'commit');
        contains(
          answer.body.message,
          'list actions from commit: listing actions: not found',
          'text',
        );
      },
    },
    {
      title: 'the log pages by commit id, follows an object, stops at a commit',
      async run({ lake }) {
        const ids: string[] = [];
        for (const at of [1, 2, 3]) {
          ids.unshift(
            await lake.write('main', { [`n${at % 2}`]: `${at}` }, `n${at}`),
          );
        }
        const page = await lake.log('main', '?amount=2');
        same(
          page.map(({ id }) => id),
          ids.slice(0, 2),
          'first page',
        );
        const next = await lake.log('main', `?amount=1&after=${ids[1]}`);
        same(
          next.map(({ id }) => id),
          [ids[2]],
          'next page',
        );
        const touched = await lake.log('main', '?objects=n1');
        same(
          touched.map(({ message }) => message),
          ['n3', 'n1'],
          'by object',
        );
        const stopped = await lake.log('main', `?stop_at=${ids[1]}`);
        same(
          stopped.map(({ id }) => id),
          ids.slice(0, 2),
          'stop_at',
        );
      },
    },
    {
      title:
        'a revert is a commit of its own; again it is 400, of a merge it needs the parent',
      async run({ client, lake }) {
        const id = await lake.write('main', { b: 'b' }, 'b');
        const revert = (ref: string, parent: number) =>
          client.post(lake.at('/branches/main/revert'), {
            ref,
            parent_number: parent,
          });
        code(await revert(id, 0), 204, 'revert');
        const [head] = await lake.log('main');
        same(head.message, `Revert ${id}`, 'message');
        same(head.metadata, {}, 'metadata');
        const again = await revert(id, 0);
        code(again, 400, 'again');
        same(again.body.message, 'update branch: no changes', 'again');
        await lake.branch('dev');
        await lake.write('dev', { c: 'c' }, 'c');
        const merged = (await lake.merge('dev', 'main')).body.reference;
        code(await revert(merged, 0), 409, 'a merge without a parent');
        code(await revert(merged, 1), 204, 'a merge with its parent');
        const back = await lake.merge('dev', 'main');
        code(back, 400, 'the reverted merge again');
        same(back.body.message, 'update branch main: no changes', 'text');
      },
    },
    {
      title:
        'a cherry-pick tells where it came from; again it is an empty commit',
      async run({ client, lake }) {
        await lake.branch('dev');
        const id = await lake.write('dev', { c: 'c' }, 'c', { k: 'v' });
        const pick = () =>
          client.post(lake.at('/branches/main/cherry-pick'), { ref: id });
        const made = await pick();
        code(made, 201, 'cherry-pick');
        same(
          made.body.metadata,
          {
            'cherry-pick-committer': made.body.committer,
            'cherry-pick-origin': id,
            k: 'v',
          },
          'metadata',
        );
        const again = await pick();
        code(again, 201, 'again');
        same(
          again.body.meta_range_id,
          made.body.meta_range_id,
          'nothing changed',
        );
        await lake.put('main', { dirty: 'd' });
        const dirty = await pick();
        code(dirty, 400, 'a dirty branch');
        same(dirty.body.message, 'uncommitted changes (dirty branch)', 'text');
      },
    },
  ],
};
