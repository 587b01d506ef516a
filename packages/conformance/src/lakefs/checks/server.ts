import { code, holds, same } from '../../Check';
import type { LakeFsCheckGroup } from '../LakeFsCheck';

const UNAUTHENTICATED = 'error authenticating request';

export const server: LakeFsCheckGroup = {
  area: 'Server',
  checks: [
    {
      title: 'it tells its version and what its storage can do',
      async run({ client }) {
        const { body } = await client.get('/config');
        holds(body.version_config.version, 'version_config.version');
        holds(body.storage_config.blockstore_type, 'blockstore_type');
        same(
          typeof body.storage_config.import_support,
          'boolean',
          'import_support',
        );
        code(await client.get('/healthcheck', { as: 'nobody' }), 204, 'health');
      },
    },
    {
      title:
        'without or with wrong credentials everything is 401, except /user, which says nobody',
      async run({ client, lake }) {
        for (const as of ['nobody', 'wrong secret'] as const) {
          const answer = await client.get(lake.at(''), { as });
          code(answer, 401, as);
          same(answer.body.message, UNAUTHENTICATED, as);
        }
        const missing = await client.get('/repositories/nope', {
          as: 'nobody',
        });
        code(missing, 401, 'a repository that does not exist');
        const user = await client.get('/user', { as: 'nobody' });
        code(user, 200, '/user of nobody');
        same(user.body.user.id, '', '/user of nobody');
      },
    },
    {
      title:
        'what it does not serve is 404 `invalid API endpoint`, unknown methods too',
      async run({ client, lake }) {
        for (const path of ['/nonsense', lake.at('/audit'), '/license']) {
          const answer = await client.get(path);
          code(answer, 404, path);
          same(answer.body.message, 'invalid API endpoint', path);
        }
        code(await client.call('PATCH', lake.at('')), 404, 'PATCH');
      },
    },
    {
      title:
        'a repository: taken names are 409, names against the rule 400 with the schema in the text',
      async run({ client, lake }) {
        const again = await client.post('/repositories', {
          name: lake.name,
          storage_namespace: `local://${lake.name}-b`,
        });
        code(again, 409, 'the same name');
        same(
          again.body.message,
          'error creating repository: not unique',
          'text',
        );
        const bad = await client.post('/repositories', {
          name: 'Upper',
          storage_namespace: 'local://x',
        });
        code(bad, 400, 'upper case');
        same(
          bad.body.message,
          'request body has an error: doesn\'t match schema #/components/schemas/RepositoryCreation: Error at "/name": string doesn\'t match the regular expression "^[a-z0-9][a-z0-9-]{2,62}$"\nSchema:\n  {\n    "pattern": "^[a-z0-9][a-z0-9-]{2,62}$",\n    "type": "string"\n  }\n\nValue:\n  "Upper"\n',
          'text',
        );
      },
    },
    {
      title:
        'lists end with a page; an amount of 0 and -1 is the default, 1001 is refused',
      async run({ client, lake }) {
        for (let at = 0; at < 4; at++) await lake.branch(`b${at}`);
        const first = await client.get(lake.at('/branches?amount=2'));
        same(
          first.body.pagination,
          { has_more: true, max_per_page: 1000, next_offset: 'b1', results: 2 },
          'pagination',
        );
        const rest = await client.get(lake.at('/branches?amount=-1&after=b1'));
        same(
          rest.body.results.map(({ id }: { id: string }) => id),
          ['b2', 'b3', 'main'],
          'the rest',
        );
        code(await client.get(lake.at('/branches?amount=1001')), 400, '1001');
        code(await client.get(lake.at('/branches?amount=abc')), 400, 'abc');
      },
    },
  ],
};
