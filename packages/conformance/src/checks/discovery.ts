import { CheckGroup, code, contains, holds, same, Skip } from '../Check';

const AGGREGATED =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';

export const discovery: CheckGroup = {
  area: 'Discovery',
  checks: [
    {
      title: 'version, health and the core group answer',
      async run({ client }) {
        const version = await client.get('/version');
        code(version, 200, '/version');
        holds(version.body.gitVersion, '/version names gitVersion');
        code(await client.get('/readyz'), 200, '/readyz');
        const resources = await client.get('/api/v1');
        const names = resources.body.resources.map((one: any) => one.name);
        for (const name of ['pods', 'pods/log', 'namespaces', 'events']) {
          holds(names.includes(name), `/api/v1 lists ${name}`);
        }
      },
    },
    {
      title: 'aggregated discovery answers in its own media type',
      async run({ client }) {
        const answer = await client.get('/apis', { accept: AGGREGATED });
        const type = answer.headers.get('content-type') ?? '';
        if (!type.includes('apidiscovery')) {
          throw new Skip('the server has no aggregated discovery');
        }
        same(answer.body.kind, 'APIGroupDiscoveryList', 'kind');
        const groups = answer.body.items.map((one: any) => one.metadata.name);
        holds(
          groups.includes('rbac.authorization.k8s.io'),
          'the groups include rbac.authorization.k8s.io',
        );
      },
    },
    {
      title:
        'what is not served is 404: plain text for a group, a Status in core',
      async run({ client }) {
        const group = await client.get('/apis/nothere.example.org/v1/things');
        code(group, 404, 'an absent group');
        contains(group.text, '404 page not found', 'an absent group');
        const plural = await client.get('/api/v1/namespaces/default/things');
        code(plural, 404, 'an absent plural in core');
        same(plural.body.kind, 'Status', 'an absent plural in core');
      },
    },
    {
      title: 'an Accept header that nobody can serve is 406',
      async run({ client }) {
        const answer = await client.get('/api/v1/namespaces/default', {
          accept: 'text/csv',
        });
        code(answer, 406, 'Accept: text/csv');
      },
    },
  ],
};
