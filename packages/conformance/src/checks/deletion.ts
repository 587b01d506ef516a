import { CheckGroup, code, Context, eventually, same } from '../Check';
import { configMap } from '../manifests';
import { core } from '../paths';

async function family({ client, namespace }: Context, name: string) {
  const path = core(namespace, 'configmaps');
  const owner = await client.create(path, configMap(`${name}-owner`));
  const { uid } = owner.body.metadata;
  const ownerReferences = [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: `${name}-owner`,
      uid,
      blockOwnerDeletion: true,
    },
  ];
  await client.create(
    path,
    configMap(`${name}-child`, {}, { ownerReferences }),
  );
  return path;
}

async function gone({ client }: Context, path: string) {
  await eventually(async () => code(await client.get(path), 404, path), 60_000);
}

export const deletion: CheckGroup = {
  area: 'Deletion by owner',
  checks: [
    {
      title: 'Background: the owner goes at once, its children after it',
      async run(context) {
        const path = await family(context, 'back');
        const deleted = await context.client.delete(`${path}/back-owner`);
        same(deleted.body.kind, 'Status', 'the answer');
        await gone(context, `${path}/back-child`);
      },
    },
    {
      title: 'Foreground: the owner waits for its children',
      async run(context) {
        const path = await family(context, 'fore');
        const deleted = await context.client.delete(
          `${path}/fore-owner?propagationPolicy=Foreground`,
        );
        same(
          deleted.body.metadata?.finalizers,
          ['foregroundDeletion'],
          'finalizers',
        );
        await gone(context, `${path}/fore-child`);
        await gone(context, `${path}/fore-owner`);
      },
    },
    {
      title: 'Orphan: the children stay, without their owner',
      async run(context) {
        const { client } = context;
        const path = await family(context, 'orphan');
        await client.delete(`${path}/orphan-owner?propagationPolicy=Orphan`);
        await gone(context, `${path}/orphan-owner`);
        const child = await client.get(`${path}/orphan-child`);
        code(child, 200, 'the child');
        same(child.body.metadata.ownerReferences, undefined, 'its owners');
      },
    },
    {
      title: 'an object whose owner does not exist is collected',
      async run(context) {
        const { client, namespace } = context;
        const path = core(namespace, 'configmaps');
        const ownerReferences = [
          {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            name: 'never',
            uid: '11111111-2222-3333-4444-555555555555',
          },
        ];
        await client.create(path, configMap('lost', {}, { ownerReferences }));
        await gone(context, `${path}/lost`);
      },
    },
  ],
};
