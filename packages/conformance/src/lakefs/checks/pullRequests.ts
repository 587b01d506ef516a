import { code, same } from '../../Check';
import type { LakeFsCheckGroup } from '../LakeFsCheck';

export const pullRequests: LakeFsCheckGroup = {
  area: 'Pull requests',
  checks: [
    {
      title:
        'one is opened, merged and closed for good, and can be opened again',
      async run({ client, lake }) {
        await lake.branch('dev');
        await lake.write('dev', { d: 'd' }, 'd');
        const made = await client.post(lake.at('/pulls'), {
          title: 'Add d',
          source_branch: 'dev',
          destination_branch: 'main',
        });
        code(made, 201, 'create');
        same(Object.keys(made.body), ['id'], 'the answer');
        const pull = lake.at(`/pulls/${made.body.id}`);
        code(await client.put(`${pull}/merge`), 200, 'merge');
        const merged = await client.get(pull);
        same(merged.body.status, 'merged', 'status');
        same(merged.body.merged_commit_id, await lake.head('main'), 'commit');
        const again = await client.put(`${pull}/merge`);
        code(again, 400, 'merge again');
        same(again.body.message, 'bad pull request status', 'text');
        const open = { body: { status: 'open' } };
        code(await client.call('PATCH', pull, open), 204, 'open again');
      },
    },
    {
      title:
        'a conflict is 409 with a message here; set to merged by hand, nothing is merged',
      async run({ client, lake }) {
        await lake.branch('dev');
        await lake.write('dev', { 'a.txt': 'dev' }, 'dev');
        await lake.write('main', { 'a.txt': 'main' }, 'main');
        const { body } = await client.post(lake.at('/pulls'), {
          title: '',
          source_branch: 'dev',
          destination_branch: 'main',
        });
        const pull = lake.at(`/pulls/${body.id}`);
        const conflict = await client.put(`${pull}/merge`);
        code(conflict, 409, 'conflict');
        same(
          conflict.body.message,
          'update branch main: conflict found',
          'text',
        );
        const head = await lake.head('main');
        const byHand = { body: { status: 'merged' } };
        code(await client.call('PATCH', pull, byHand), 204, 'by hand');
        same(await lake.head('main'), head, 'main');
        const closed = await client.get(lake.at('/pulls?status=closed'));
        same(closed.body.results.length, 1, 'closed ones');
        code(await client.get(lake.at('/pulls/nope')), 400, 'no id');
      },
    },
  ],
};
