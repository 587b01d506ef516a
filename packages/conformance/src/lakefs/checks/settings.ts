import { code, eventually, Mismatch, same } from '../../Check';
import type { LakeFsCheckGroup } from '../LakeFsCheck';

const RULES = '/settings/branch_protection';

export const settings: LakeFsCheckGroup = {
  area: 'Settings',
  checks: [
    {
      title:
        'a protected branch takes merges, reverts, cherry-picks and its own deletion, and nothing else',
      async run({ client, lake }) {
        await lake.branch('release-1');
        await lake.branch('dev');
        const picked = await lake.write('dev', { d: 'd' }, 'd');
        const set = [{ pattern: 'main' }, { pattern: 'release-*' }];
        code(await client.put(lake.at(RULES), set), 204, 'set');
        // The rules take effect some seconds late; what got through meanwhile must not stay.
        await eventually(async () => {
          const { status } = await client.upload(lake.name, 'main', 'p', 'p');
          if (status !== 403)
            throw new Mismatch(`an upload is still ${status}`);
        }, 15_000);
        const text = async (call: Promise<{ status: number; body: any }>) => {
          const answer = await call;
          code(answer, 403, 'a write');
          return answer.body.message;
        };
        const write = 'cannot write to protected branch';
        same(
          await text(client.upload(lake.name, 'release-1', 'p', 'p')),
          write,
          'upload',
        );
        same(
          await text(lake.commit('main', { message: 'm' })),
          'cannot commit to protected branch',
          'commit',
        );
        same(
          await text(
            client.put(lake.at('/branches/main/hard_reset?ref=main~1')),
          ),
          'protected branch',
          'hard reset',
        );
        const release = '/branches/release-1';
        code(await lake.merge('dev', 'release-1'), 200, 'merge');
        const revert = { ref: 'release-1', parent_number: 1 };
        code(
          await client.post(lake.at(`${release}/revert`), revert),
          204,
          'revert',
        );
        const pick = { ref: picked };
        code(
          await client.post(lake.at(`${release}/cherry-pick`), pick),
          201,
          'cherry-pick',
        );
        code(await client.delete(lake.at(release)), 204, 'delete');
      },
    },
    {
      title: 'rules have a bare ETag, which is empty before the first ones',
      async run({ client, lake }) {
        const none = await client.get(lake.at(RULES));
        same([none.body, none.headers.etag], [[], ''], 'none');
        await client.put(lake.at(RULES), [{ pattern: 'main' }]);
        const some = await client.get(lake.at(RULES));
        same(some.body, [{ pattern: 'main' }], 'rules');
        const etag = String(some.headers.etag);
        same(/^[^"]+$/.test(etag), true, 'no quotes');
        const put = (ifMatch: string) =>
          client.call('PUT', lake.at(RULES), {
            body: [{ pattern: 'x' }],
            headers: { 'if-match': ifMatch },
          });
        code(await put(etag), 204, 'If-Match of the last one');
        code(await put('0000'), 412, 'If-Match of another one');
      },
    },
    {
      title:
        'garbage collection rules: 404 before, days are not checked, an empty list reads back as null',
      async run({ client, lake }) {
        const path = lake.at('/settings/gc_rules');
        code(await client.get(path), 404, 'none');
        const odd = { default_retention_days: -1, branches: [] };
        code(await client.put(path, odd), 204, 'set');
        same(
          (await client.get(path)).body,
          { branches: null, default_retention_days: -1 },
          'rules',
        );
        code(await client.delete(path), 204, 'delete');
        code(await client.delete(path), 204, 'delete again');
      },
    },
    {
      title: 'metadata of a repository is merged by key',
      async run({ client, lake }) {
        const path = lake.at('/metadata');
        await client.post(path, { metadata: { owner: 'a', tier: 'gold' } });
        await client.post(path, { metadata: { owner: 'b' } });
        same(
          (await client.get(path)).body,
          { owner: 'b', tier: 'gold' },
          'metadata',
        );
      },
    },
  ],
};
