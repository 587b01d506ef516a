import { CheckGroup, code, contains, Context, same } from '../Check';
import { configMap } from '../manifests';
import { core } from '../paths';

const names = (body: any) => body.items.map((item: any) => item.metadata.name);

/** Five config maps of its own, by label. */
async function fill({ client, namespace }: Context, app: string) {
  for (const number of [1, 2, 3, 4, 5]) {
    const parity = number % 2 ? 'odd' : 'even';
    await client.create(
      core(namespace, 'configmaps'),
      configMap(`${app}-${number}`, {}, { labels: { app, parity } }),
    );
  }
  return `${core(namespace, 'configmaps')}?labelSelector=app%3D${app}`;
}

export const lists: CheckGroup = {
  area: 'Lists',
  checks: [
    {
      title: 'pages show the list as it was when the first one was read',
      async run(context) {
        const { client, namespace } = context;
        const list = await fill(context, 'pages');
        const first = await client.get(`${list}&limit=2`);
        same(names(first.body), ['pages-1', 'pages-2'], 'first page');
        const token = first.body.metadata.continue;
        await client.delete(core(namespace, 'configmaps/pages-4'));
        await client.create(
          core(namespace, 'configmaps'),
          configMap('pages-3-late', {}, { labels: { app: 'pages' } }),
        );
        const rest = await client.get(`${list}&continue=${token}`);
        same(names(rest.body), ['pages-3', 'pages-4', 'pages-5'], 'the rest');
        same(
          rest.body.metadata.resourceVersion,
          first.body.metadata.resourceVersion,
          'the version of all pages',
        );
      },
    },
    {
      title: 'label selectors: =, !=, in, notin, exists',
      async run(context) {
        const list = await fill(context, 'labels');
        const cases: [string, string[]][] = [
          ['parity=even', ['labels-2', 'labels-4']],
          ['parity!=even', ['labels-1', 'labels-3', 'labels-5']],
          ['parity in (even)', ['labels-2', 'labels-4']],
          ['parity notin (odd,none)', ['labels-2', 'labels-4']],
          ['!parity', []],
        ];
        for (const [selector, expected] of cases) {
          const answer = await context.client.get(
            `${list}${encodeURIComponent(`,${selector}`)}`,
          );
          same(names(answer.body), expected, selector);
        }
      },
    },
    {
      title: 'field selectors by name; other fields are 400',
      async run({ client, namespace }) {
        const path = core(namespace, 'configmaps');
        await client.create(path, configMap('fields-1'));
        const one = await client.get(
          `${path}?fieldSelector=metadata.name%3Dfields-1`,
        );
        same(names(one.body), ['fields-1'], 'metadata.name');
        const other = await client.get(`${path}?fieldSelector=data.i%3D3`);
        code(other, 400, 'data.i');
        contains(other.body.message, 'data.i', 'message');
      },
    },
    {
      title: 'bad options are 400 or 422, with the words of the server',
      async run({ client, namespace }) {
        const path = core(namespace, 'configmaps');
        const expect = async (query: string, status: number, text: string) => {
          const answer = await client.get(`${path}?${query}`);
          code(answer, status, query);
          contains(answer.body.message, text, query);
        };
        await expect('continue=abc', 400, 'invalid continue token');
        await expect('limit=x', 400, 'invalid syntax');
        await expect('resourceVersion=abc', 400, 'invalid resource version');
        await expect('resourceVersionMatch=Exact', 422, 'resourceVersionMatch');
        await expect(
          'labelSelector=a%20b%3Dc',
          400,
          'unable to parse requirement',
        );
      },
    },
    {
      title: 'Tables and metadata alone by Accept header',
      async run({ client, namespace }) {
        const path = core(namespace, 'configmaps');
        const table = await client.get(`${path}?limit=1`, {
          accept: 'application/json;as=Table;v=v1;g=meta.k8s.io',
        });
        same(table.body.kind, 'Table', 'kind');
        same(table.body.columnDefinitions[0].name, 'Name', 'first column');
        same(
          table.body.rows[0].object.kind,
          'PartialObjectMetadata',
          'the object of a row',
        );
        const partial = await client.get(`${path}?limit=1`, {
          accept:
            'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io',
        });
        same(partial.body.kind, 'PartialObjectMetadataList', 'kind');
      },
    },
  ],
};
