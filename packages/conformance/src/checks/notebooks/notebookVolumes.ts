import {
  CheckGroup,
  code,
  contains,
  Context,
  eventually,
  holds,
  same,
  Skip,
} from '../../Check';
import { core } from '../../paths';
import { needContainers, NotebookRun } from './NotebookRun';

const NO_CLASS = 'millrace-conformance-none';

/** Without a class it is of the default one. */
const claim = (name: string, storageClassName?: string) => ({
  metadata: { name },
  spec: {
    ...(storageClassName && { storageClassName }),
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '1Mi' } },
  },
});

/** The rest of a pod's spec that mounts a claim. */
const mounts = (claimName: string) => ({
  volumes: [{ name: 'home', persistentVolumeClaim: { claimName } }],
});

async function unschedulable(run: NotebookRun): Promise<string> {
  let message = '';
  await eventually(async () => {
    const scheduled = (await run.pod())?.status.conditions?.find(
      (one: any) => one.type === 'PodScheduled',
    );
    same(scheduled?.reason, 'Unschedulable', 'PodScheduled');
    message = scheduled.message;
  });
  return message;
}

const createClaim =
  ({ client }: Context, name: string, storageClass?: string) =>
  async (namespace: string) =>
    code(
      await client.create(
        core(namespace, 'persistentvolumeclaims'),
        claim(name, storageClass),
      ),
      201,
      'claim',
    );

async function needDefaultClass({ client }: Context): Promise<void> {
  const answer = await client.get('/apis/storage.k8s.io/v1/storageclasses');
  const isDefault = answer.body.items?.some(
    ({ metadata }: any) =>
      metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] ===
      'true',
  );
  if (!isDefault) throw new Skip('no storage class is the default one');
}

async function gone({ client }: Context, path: string): Promise<void> {
  await eventually(
    async () => same((await client.get(path)).status, 404, 'the claim'),
    60_000,
  );
}

export const notebookVolumes: CheckGroup = {
  area: 'Notebook volumes',
  parallel: true,
  checks: [
    {
      title: 'a claim that is not there keeps the pod from every node',
      async run(context) {
        const run = await NotebookRun.start(
          context,
          'no-claim',
          {},
          mounts('absent'),
        );
        contains(
          await unschedulable(run),
          'persistentvolumeclaim "absent" not found',
          'message',
        );
        await run.remove();
      },
    },
    {
      title:
        'a claim of a class that is not there: the pod waits, and only the claim has an event that says why',
      async run(context) {
        const run = await NotebookRun.start(
          context,
          'no-class',
          {},
          mounts('home'),
          createClaim(context, 'home', NO_CLASS),
        );
        contains(
          await unschedulable(run),
          'pod has unbound immediate PersistentVolumeClaims',
          'message',
        );
        await eventually(async () =>
          same(
            await run.events('PersistentVolumeClaim', 'home'),
            [
              'Warning ProvisioningFailed storageclass.storage.k8s.io "millrace-conformance-none" not found',
            ],
            'events about the claim',
          ),
        );
        await run.remove();
      },
    },
    {
      title:
        'a deleted claim that no scheduled pod mounts is gone; its pod waits on',
      async run(context) {
        const run = await NotebookRun.start(
          context,
          'bereft',
          {},
          mounts('home'),
          createClaim(context, 'home', NO_CLASS),
        );
        await unschedulable(run);
        const path = core(run.namespace, 'persistentvolumeclaims/home');
        const { metadata } = (await context.client.get(path)).body;
        const protection = ['kubernetes.io/pvc-protection'];
        same(metadata.finalizers, protection, 'finalizers');
        await context.client.delete(path);
        await gone(context, path);
        await unschedulable(run);
        await run.remove();
      },
    },
    {
      title:
        'a claim of the default class is bound by its first pod, outlives its notebook, and is held while it is mounted',
      async run(context) {
        const { client } = context;
        await needDefaultClass(context);
        await needContainers(context);
        const run = await NotebookRun.start(
          context,
          'kept',
          {},
          mounts('home'),
          createClaim(context, 'home'),
        );
        await run.runs();
        const path = core(run.namespace, 'persistentvolumeclaims/home');
        same((await client.get(path)).body.status.phase, 'Bound', 'phase');
        await client.delete(path);
        await new Promise(resolve => setTimeout(resolve, 2_000));
        const held = await client.get(path);
        holds(held.body.metadata?.deletionTimestamp, 'the claim is held');
        same((await run.get()).status.readyReplicas, 1, 'readyReplicas');
        await run.remove();
        await gone(context, path);
      },
    },
  ],
};
