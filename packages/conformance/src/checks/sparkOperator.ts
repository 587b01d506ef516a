import {
  CheckGroup,
  code,
  contains,
  Context,
  eventually,
  holds,
  Mismatch,
  same,
  Skip,
} from '../Check';
import { sparkApplication, sparkSpec } from '../manifests';
import { core, spark } from '../paths';
import { needSpark } from './customResources';

const PATIENCE_MS = 30_000;
const SCHEDULED = 'sparkoperator.k8s.io/scheduled-app-name';

/** Waits for a state; skips where nobody gives the object any. */
async function reaches(
  { client, namespace }: Context,
  name: string,
  state: string,
): Promise<any> {
  let object: any;
  try {
    await eventually(async () => {
      const answer = await client.get(
        spark(namespace, `sparkapplications/${name}`),
      );
      object = answer.body;
      same(object.status?.applicationState?.state, state, 'state');
    }, PATIENCE_MS);
  } catch (error) {
    if (error instanceof Mismatch && !object?.status?.applicationState) {
      throw new Skip(
        `no Spark operator watches namespace ${namespace} (no status in ${
          PATIENCE_MS / 1000
        } s)`,
      );
    }
    throw error;
  }
  return object;
}

export const sparkOperator: CheckGroup = {
  area: 'Spark operator',
  checks: [
    {
      title:
        'an application that is born suspended is SUSPENDED, without a pod, with Warning events',
      async run(context) {
        await needSpark(context);
        const { client, namespace } = context;
        await client.create(
          spark(namespace, 'sparkapplications'),
          sparkApplication('asleep'),
        );
        const object = await reaches(context, 'asleep', 'SUSPENDED');
        same(object.status.executionAttempts, undefined, 'executionAttempts');
        const pods = await client.get(
          core(
            namespace,
            'pods?labelSelector=sparkoperator.k8s.io%2Fapp-name%3Dasleep',
          ),
        );
        same(pods.body.items, [], 'pods');
        await eventually(async () => {
          const events = await client.get(
            core(
              namespace,
              'events?fieldSelector=involvedObject.name%3Dasleep',
            ),
          );
          const suspended = events.body.items.find(
            (one: any) => one.reason === 'SparkApplicationSuspended',
          );
          same(suspended?.type, 'Warning', 'SparkApplicationSuspended');
        });
        code(
          await client.delete(spark(namespace, 'sparkapplications/asleep')),
          200,
          'delete',
        );
        code(
          await client.get(spark(namespace, 'sparkapplications/asleep')),
          404,
          'no finalizer holds it',
        );
      },
    },
    {
      title:
        'a driver that is refused is a failed submission: no pod, and the cause in errorMessage alone',
      async run(context) {
        await needSpark(context);
        const { client, namespace } = context;
        await client.create(
          spark(namespace, 'sparkapplications'),
          sparkApplication('refused', {
            suspend: false,
            driver: { cores: 1, memory: '512m', serviceAccount: 'sparky' },
          }),
        );
        const object = await reaches(context, 'refused', 'FAILED');
        contains(
          object.status.applicationState.errorMessage,
          'serviceaccount "sparky" not found',
          'errorMessage',
        );
        const pods = await client.get(
          core(
            namespace,
            'pods?labelSelector=sparkoperator.k8s.io%2Fapp-name%3Drefused',
          ),
        );
        same(pods.body.items, [], 'pods');
      },
    },
    {
      title:
        'a schedule makes children that inherit its labels, not its annotations',
      async run(context) {
        await needSpark(context);
        const { client, namespace } = context;
        const made = await client.create(
          spark(namespace, 'scheduledsparkapplications'),
          {
            apiVersion: 'sparkoperator.k8s.io/v1beta2',
            kind: 'ScheduledSparkApplication',
            metadata: {
              name: 'often',
              labels: { 'backstage.io/kubernetes-id': 'often' },
              annotations: { 'millrace.dev/note': 'not inherited' },
            },
            spec: { schedule: '@every 2s', template: sparkSpec() },
          },
        );
        code(made, 201, 'create');
        let child: any;
        try {
          await eventually(async () => {
            const list = await client.get(
              spark(
                namespace,
                `sparkapplications?labelSelector=${encodeURIComponent(
                  `${SCHEDULED}=often`,
                )}`,
              ),
            );
            [child] = list.body.items;
            holds(child, 'a child');
          }, PATIENCE_MS);
        } catch (error) {
          if (!(error instanceof Mismatch)) throw error;
          throw new Skip(`no Spark operator runs schedules in ${namespace}`);
        } finally {
          await client.delete(
            spark(namespace, 'scheduledsparkapplications/often'),
          );
        }
        holds(/^often-\d+$/.test(child.metadata.name), 'a name with a number');
        same(
          child.metadata.labels['backstage.io/kubernetes-id'],
          'often',
          'the label',
        );
        same(
          child.metadata.annotations?.['millrace.dev/note'],
          undefined,
          'the annotation',
        );
        const [owner] = child.metadata.ownerReferences;
        same(owner.kind, 'ScheduledSparkApplication', 'owner');
        same(owner.controller ?? false, false, 'controller');
      },
    },
  ],
};
