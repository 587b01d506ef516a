import { CheckGroup, code, contains, eventually, same, Skip } from '../Check';
import { stayingPod } from '../manifests';
import { core } from '../paths';

export const podsAndEvents: CheckGroup = {
  area: 'Pods and events',
  checks: [
    {
      title: 'logs: 204 without a node, 404 and 400 in fixed words',
      async run({ client, namespace }) {
        await eventually(async () => {
          const made = await client.create(
            core(namespace, 'pods'),
            stayingPod('log'),
          );
          code(made, 201, 'a pod');
        });
        const log = core(namespace, 'pods/log/log');
        code(await client.get(log), 204, 'no node');
        const container = await client.get(`${log}?container=none`);
        code(container, 400, 'no such container');
        same(
          container.body.message,
          'container none is not valid for pod log',
          'message',
        );
        const absent = await client.get(core(namespace, 'pods/none/log'));
        code(absent, 404, 'no such pod');
        const zero = await client.get(`${log}?sinceSeconds=0`);
        code(zero, 422, 'sinceSeconds=0');
        contains(
          zero.body.message,
          'PodLogOptions "log" is invalid',
          'message',
        );
      },
    },
    {
      title:
        'a pod that no node takes is Unschedulable, with an event that says why',
      async run({ client, namespace }) {
        await client.create(core(namespace, 'pods'), stayingPod('nowhere'));
        if (
          (await client.get('/api/v1/nodes?limit=1')).body.items?.length === 0
        ) {
          throw new Skip('no nodes, so nothing is scheduled');
        }
        await eventually(async () => {
          const pod = await client.get(core(namespace, 'pods/nowhere'));
          const scheduled = pod.body.status.conditions?.find(
            (one: any) => one.type === 'PodScheduled',
          );
          same(scheduled?.reason, 'Unschedulable', 'PodScheduled');
          const selector = encodeURIComponent(
            'involvedObject.name=nowhere,reason=FailedScheduling',
          );
          const events = await client.get(
            core(namespace, `events?fieldSelector=${selector}`),
          );
          same(events.body.items[0]?.type, 'Warning', 'an event');
        });
      },
    },
    {
      title: 'events are selected by their object; other fields are 400',
      async run({ client, namespace }) {
        const made = await client.create(core(namespace, 'events'), {
          metadata: { name: 'mine.1' },
          involvedObject: { kind: 'Pod', name: 'mine', namespace },
          type: 'Normal',
          reason: 'Noted',
          message: 'by hand',
        });
        code(made, 201, 'an event');
        const found = await client.get(
          core(namespace, 'events?fieldSelector=involvedObject.name%3Dmine'),
        );
        same(found.body.items.length, 1, 'events of this object');
        const other = await client.get(
          core(namespace, 'events?fieldSelector=message%3Dx'),
        );
        code(other, 400, 'message');
        same(
          other.body.message,
          'field label not supported: message',
          'message',
        );
      },
    },
  ],
};
