import { CheckGroup, code, contains, eventually, same } from '../Check';
import { configMap, stayingPod } from '../manifests';
import { ownNamespace, quota } from '../ownNamespace';
import { core } from '../paths';

export const quotas: CheckGroup = {
  area: 'Quota and limits',
  checks: [
    {
      title:
        'a full count is 403, before 409 and for dry runs, and is released by a delete',
      async run(context) {
        const { client } = context;
        const namespace = await ownNamespace(context, 'counted');
        await quota(context, namespace, { 'count/secrets': '1' });
        const path = core(namespace, 'secrets');
        const secret = (name: string) => ({ metadata: { name } });
        code(await client.create(path, secret('a')), 201, 'the first');
        const full = await client.create(path, secret('b'));
        code(full, 403, 'the second');
        same(
          full.body.message,
          'secrets "b" is forbidden: exceeded quota: domain, requested: count/secrets=1, used: count/secrets=1, limited: count/secrets=1',
          'message',
        );
        code(await client.create(path, secret('a')), 403, 'the same name');
        code(
          await client.create(`${path}?dryRun=All`, secret('b')),
          403,
          'a dry run',
        );
        await client.delete(`${path}/a`);
        await eventually(async () =>
          code(await client.create(path, secret('b')), 201, 'after a delete'),
        );
      },
    },
    {
      title: 'a quota on cpu wants it stated, and counts what is asked',
      async run(context) {
        const { client } = context;
        const namespace = await ownNamespace(context, 'cpu');
        await quota(context, namespace, { 'requests.cpu': '1' });
        const path = core(namespace, 'pods');
        const silent = await client.create(path, stayingPod('silent'));
        code(silent, 403, 'no request');
        contains(
          silent.body.message,
          'failed quota: domain: must specify requests.cpu for: main',
          'message',
        );
        const much = await client.create(
          path,
          stayingPod('much', { requests: { cpu: '1500m' } }),
        );
        code(much, 403, 'too much');
        contains(
          much.body.message,
          'exceeded quota: domain, requested: requests.cpu=1500m, used: requests.cpu=0, limited: requests.cpu=1',
          'message',
        );
        // Other kinds are not touched by it.
        code(
          await client.create(core(namespace, 'configmaps'), configMap('a')),
          201,
          'a config map',
        );
      },
    },
    {
      title:
        'limit ranges set defaults, and a default limit below a request is 422',
      async run(context) {
        const { client } = context;
        const namespace = await ownNamespace(context, 'limits');
        await client.create(core(namespace, 'limitranges'), {
          metadata: { name: 'domain' },
          spec: {
            limits: [
              {
                type: 'Container',
                default: { cpu: '200m' },
                defaultRequest: { cpu: '100m' },
              },
            ],
          },
        });
        const path = `${core(namespace, 'pods')}?dryRun=All`;
        await eventually(async () => {
          const answer = await client.create(path, stayingPod('plain'));
          code(answer, 201, 'a pod without resources');
          same(
            answer.body.spec.containers[0].resources,
            { limits: { cpu: '200m' }, requests: { cpu: '100m' } },
            'resources',
          );
        });
        const trap = await client.create(
          path,
          stayingPod('trap', { requests: { cpu: '1' } }),
        );
        code(trap, 422, 'a request above the default limit');
        same(
          trap.body.message,
          'Pod "trap" is invalid: spec.containers[0].resources.requests: Invalid value: "1": must be less than or equal to cpu limit of 200m',
          'message',
        );
      },
    },
  ],
};
