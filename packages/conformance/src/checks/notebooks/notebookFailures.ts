import { CheckGroup, contains, eventually, holds, same } from '../../Check';
import { quota } from '../../ownNamespace';
import { BUSYBOX, needContainers, NotebookRun } from './NotebookRun';

const STAYS_MS = 3_000;

export const notebookFailures: CheckGroup = {
  area: 'Notebook failures',
  parallel: true,
  checks: [
    {
      title:
        'a pod that the quota refuses: the notebook looks newborn; FailedCreate on the set and, told again, on the notebook',
      async run(context) {
        const run = await NotebookRun.start(
          context,
          'refused',
          {},
          {},
          namespace => quota(context, namespace, { pods: '0' }),
        );
        await run.reaches(() => true, 'has a status');
        await new Promise(resolve => setTimeout(resolve, STAYS_MS));
        await run.looksNewborn();
        same(await run.pod(), undefined, 'pod');
        const refusal =
          'Create Pod refused-0 in StatefulSet refused failed error: pods "refused-0" is forbidden: exceeded quota: domain, requested: pods=1, used: pods=0, limited: pods=0';
        same(
          [...new Set(await run.events('StatefulSet'))],
          [`Warning FailedCreate ${refusal}`],
          'events about the set',
        );
        same(
          [...new Set(await run.events('Notebook'))],
          [
            `Warning FailedCreate Reissued from statefulset/refused: ${refusal}`,
          ],
          'events about the notebook',
        );
        await run.remove();
      },
    },
    {
      title:
        'a crash loop: ready for a moment at each start, then CrashLoopBackOff with the exit code in the pod',
      async run(context) {
        await needContainers(context);
        const run = await NotebookRun.start(context, 'crash', {
          image: BUSYBOX,
          command: ['sh', '-c', 'echo starting; exit 3'],
        });
        const seen = await run.watchUntil(
          status =>
            status.containerState?.waiting?.reason === 'CrashLoopBackOff',
        );
        const waiting = seen.at(-1)?.object.status.containerState.waiting;
        contains(
          waiting?.message,
          'restarting failed container=crash pod=crash-0_',
          'message',
        );
        await eventually(async () => {
          const [status] = (await run.pod()).status.containerStatuses;
          holds(status.restartCount >= 1, 'restartCount');
          const ended = status.lastState.terminated ?? status.state.terminated;
          same(ended?.exitCode, 3, 'exit code');
        });
        await eventually(async () => {
          const events = await run.events('Notebook');
          holds(
            events.some(one =>
              one.startsWith(
                'Warning BackOff Reissued from pod/crash-0: Back-off restarting failed container',
              ),
            ),
            `BackOff among ${JSON.stringify(events)}`,
          );
        });
        await run.remove();
      },
    },
    {
      title:
        'an image that does not exist: containerState waits for it under two names',
      async run(context) {
        await needContainers(context);
        const run = await NotebookRun.start(context, 'no-image', {
          image: 'registry.invalid/notebook:none',
        });
        const names = ['ErrImagePull', 'ImagePullBackOff'];
        const { status } = await run.reaches(
          ({ containerState }) =>
            names.includes(containerState.waiting?.reason),
          'waits for its image',
        );
        same(status.readyReplicas, 0, 'readyReplicas');
        await run.remove();
      },
    },
    {
      title:
        'a node that does not exist: the pod is Unschedulable, the notebook says so by its conditions',
      async run(context) {
        const run = await NotebookRun.start(
          context,
          'no-node',
          {},
          { nodeSelector: { 'millrace.dev/no-such-node': 'true' } },
        );
        const { status } = await run.reaches(
          ({ conditions }) =>
            conditions.some((one: any) => one.reason === 'Unschedulable'),
          'cannot be scheduled',
        );
        same(status.containerState, {}, 'containerState');
        await run.remove();
      },
    },
  ],
};
