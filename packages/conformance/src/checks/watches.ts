import {
  CheckGroup,
  code,
  contains,
  Context,
  holds,
  same,
  Skip,
} from '../Check';
import { WatchEvent } from '../ApiClient';
import { configMap } from '../manifests';
import { core } from '../paths';

const told = ({ type, object }: WatchEvent) =>
  `${type} ${object.metadata?.name ?? ''}`.trim();
const INITIAL_END = 'k8s.io/initial-events-end';

async function version({ client, namespace }: Context): Promise<string> {
  const list = await client.get(`${core(namespace, 'configmaps')}?limit=1`);
  return list.body.metadata.resourceVersion;
}

export const watches: CheckGroup = {
  area: 'Watches',
  checks: [
    {
      title: 'a watch goes on from a version: every change once, in order',
      async run(context) {
        const { client, namespace } = context;
        const path = core(namespace, 'configmaps');
        const from = await version(context);
        const labels = { app: 'watched' };
        await client.create(path, configMap('v-1', { k: '1' }, { labels }));
        await client.mergePatch(`${path}/v-1`, { data: { k: '2' } });
        await client.mergePatch(`${path}/v-1`, { data: { k: '2' } });
        await client.delete(`${path}/v-1`);
        const events = await client.watch(
          `${path}?watch=1&labelSelector=app%3Dwatched&resourceVersion=${from}`,
          seen => seen.length === 3,
        );
        same(
          events.map(told),
          ['ADDED v-1', 'MODIFIED v-1', 'DELETED v-1'],
          'events',
        );
        const versions = events.map(event =>
          Number(event.object.metadata.resourceVersion),
        );
        holds(
          versions[0] < versions[1] && versions[1] < versions[2],
          'versions grow, that of the deletion included',
        );
      },
    },
    {
      title: 'what leaves the selector is DELETED, with its old content',
      async run(context) {
        const { client, namespace } = context;
        const path = core(namespace, 'configmaps');
        const labels = { app: 'leaving' };
        await client.create(path, configMap('v-2', {}, { labels }));
        const from = await version(context);
        await client.mergePatch(`${path}/v-2`, {
          metadata: { labels: { app: 'gone' } },
        });
        const [event] = await client.watch(
          `${path}?watch=1&labelSelector=app%3Dleaving&resourceVersion=${from}`,
          seen => seen.length === 1,
        );
        same(told(event), 'DELETED v-2', 'event');
        same(event.object.metadata.labels, labels, 'labels');
      },
    },
    {
      title: 'initial events end with a bookmark',
      async run({ client, namespace }) {
        const path = core(namespace, 'configmaps');
        const labels = { app: 'initial' };
        await client.create(path, configMap('v-3', {}, { labels }));
        const events = await client.watch(
          `${path}?watch=1&labelSelector=app%3Dinitial&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true`,
          seen => seen.length === 2,
        );
        same(
          events.map(event => event.type),
          ['ADDED', 'BOOKMARK'],
          'events',
        );
        same(
          events[1].object.metadata.annotations?.[INITIAL_END],
          'true',
          INITIAL_END,
        );
        const refused = await client.get(
          `${path}?watch=1&sendInitialEvents=true&allowWatchBookmarks=true`,
        );
        code(refused, 422, 'without resourceVersionMatch');
      },
    },
    {
      title: 'timeoutSeconds ends a watch without an event',
      async run(context) {
        const { client, namespace } = context;
        const from = await version(context);
        const begun = Date.now();
        const events = await client.watch(
          `${core(
            namespace,
            'configmaps',
          )}?watch=1&timeoutSeconds=1&labelSelector=app%3Dnone&resourceVersion=${from}`,
          () => false,
          15_000,
        );
        same(events, [], 'events');
        holds(Date.now() - begun < 10_000, 'the server ended it in time');
      },
    },
    {
      title:
        'a version that is too old is 200 with one ERROR event of code 410',
      async run({ client, namespace }) {
        const [event] = await client.watch(
          `${core(namespace, 'configmaps')}?watch=1&resourceVersion=1`,
          () => true,
          5_000,
        );
        if (event?.type === 'ADDED') {
          throw new Skip('the history of this server goes back to version 1');
        }
        same(event?.type, 'ERROR', 'event');
        same(event.object.code, 410, 'code');
        contains(event.object.message, 'too old resource version', 'message');
      },
    },
  ],
};
