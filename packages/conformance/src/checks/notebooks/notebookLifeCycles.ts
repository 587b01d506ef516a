import { CheckGroup, code, eventually, holds, same } from '../../Check';
import { core } from '../../paths';
import { BUSYBOX, NotebookRun } from './NotebookRun';

const SETTLES_MS = 60_000;

/** The uid of the pod that a notebook has once it is another one than before and ready. */
async function nextPod(run: NotebookRun, before: string): Promise<void> {
  await eventually(async () => {
    const pod = await run.pod();
    const ready = pod?.status.conditions?.find(
      (one: any) => one.type === 'Ready',
    );
    holds(pod && pod.metadata.uid !== before, 'another pod');
    same(ready?.status, 'True', 'Ready');
  }, SETTLES_MS);
}

export const notebookLifeCycles: CheckGroup = {
  area: 'Notebooks',
  parallel: true,
  checks: [
    {
      title:
        'a notebook has a StatefulSet, a Service on port 80 and a pod with its labels, and says ready when the pod is',
      async run(context) {
        const run = await NotebookRun.start(context, 'born');
        const object = await run.runs();
        holds(object.status.containerState.running, 'containerState.running');
        const set = await run.set();
        const [owner] = set.metadata.ownerReferences;
        same(owner.kind, 'Notebook', 'owner of the set');
        const service = await context.client.get(
          core(run.namespace, 'services/born'),
        );
        const [port] = service.body.spec.ports;
        same([port.name, port.port], ['http-born', 80], 'port');
        const { metadata, spec } = await run.pod();
        same(metadata.labels['notebook-name'], 'born', 'notebook-name');
        same(metadata.labels.team, 'sales', 'a label of the notebook');
        const prefix = spec.containers[0].env.find(
          (one: any) => one.name === 'NB_PREFIX',
        );
        same(prefix.value, `/notebook/${run.namespace}/born`, 'NB_PREFIX');
        await run.remove();
      },
    },
    {
      title: 'events of its set and its pod are told again on the notebook',
      async run(context) {
        const run = await NotebookRun.start(context, 'told');
        await run.runs();
        const expected =
          'Normal SuccessfulCreate Reissued from statefulset/told: Create Pod told-0 in StatefulSet told successful';
        await eventually(async () => {
          const events = await run.events('Notebook');
          holds(
            events.includes(expected),
            `"${expected}" among ${JSON.stringify(events)}`,
          );
          holds(
            events.some(one => one.includes('Reissued from pod/told-0: ')),
            'an event of the pod',
          );
        });
        await run.remove();
      },
    },
    {
      title:
        'stopped by its annotation: as if running until the pod is gone, as if newborn afterwards; started again with another pod',
      async run(context) {
        // It pays no heed to SIGTERM: its pod takes the whole grace period.
        const run = await NotebookRun.start(
          context,
          'paused',
          {
            image: BUSYBOX,
            command: ['sh', '-c', "trap '' TERM; sleep 3600"],
          },
          { terminationGracePeriodSeconds: 4 },
        );
        await run.runs();
        const { uid } = (await run.pod()).metadata;
        code(await run.stop(), 200, 'stop');
        await eventually(async () => {
          const pod = await run.pod();
          holds(pod?.metadata.deletionTimestamp, 'the pod is being deleted');
        });
        same((await run.get()).status.readyReplicas, 1, 'while it stops');
        await eventually(async () => {
          same(await run.pod(), undefined, 'pod');
          await run.looksNewborn();
        }, SETTLES_MS);
        same((await run.set()).spec.replicas, 0, 'replicas');
        code(await run.stop(false), 200, 'start');
        await nextPod(run, uid);
        await run.runs();
        await run.remove();
      },
    },
    {
      title: 'started while it is stopping: the old pod ends first',
      async run(context) {
        const run = await NotebookRun.start(context, 'hasty');
        await run.runs();
        const { uid } = (await run.pod()).metadata;
        await run.stop();
        await run.stop(false);
        await run.runs();
        const pods = await context.client.get(core(run.namespace, 'pods'));
        same(pods.body.items.length, 1, 'number of pods');
        same((await run.set()).spec.replicas, 1, 'replicas');
        // Whether the first pod was asked to end is a matter of milliseconds; two of them there never are.
        holds(uid, 'uid of the first pod');
        await run.remove();
      },
    },
    {
      title: 'another size is another pod of the same name',
      async run(context) {
        const run = await NotebookRun.start(context, 'resized');
        const object = await run.runs();
        const { uid } = (await run.pod()).metadata;
        const [container] = object.spec.template.spec.containers;
        const resources = { requests: { cpu: '20m' } };
        const patched = await run.patch({
          spec: {
            template: { spec: { containers: [{ ...container, resources }] } },
          },
        });
        code(patched, 200, 'patch');
        await nextPod(run, uid);
        const pod = await run.pod();
        same(pod.spec.containers[0].resources.requests, { cpu: '20m' }, 'pod');
        await run.remove();
      },
    },
    {
      title: 'restarted by the deletion of its pod',
      async run(context) {
        const run = await NotebookRun.start(context, 'restarted');
        await run.runs();
        const { uid } = (await run.pod()).metadata;
        const path = core(run.namespace, 'pods/restarted-0');
        const deleted = await context.client.delete(path, {
          preconditions: { uid },
        });
        code(deleted, 200, 'delete of the pod');
        await nextPod(run, uid);
        await run.remove();
      },
    },
    {
      title: 'deleted with its set, its service and its pod',
      async run(context) {
        const run = await NotebookRun.start(context, 'gone');
        await run.runs();
        code(await run.remove(), 200, 'delete');
        await eventually(async () => {
          same(await run.set(), undefined, 'set');
          same(await run.pod(), undefined, 'pod');
          const service = await context.client.get(
            core(run.namespace, 'services/gone'),
          );
          same(service.status, 404, 'service');
        }, SETTLES_MS);
      },
    },
  ],
};
