import {
  CheckGroup,
  code,
  Context,
  eventually,
  holds,
  Mismatch,
  same,
  Skip,
} from '../../Check';
import { ownNamespace, quota } from '../../ownNamespace';
import { spark } from '../../paths';
import { needSpark } from '../customResources';
import { piSpec } from './SparkRun';

const SCHEDULED = 'sparkoperator.k8s.io/scheduled-app-name';
const PATIENCE_MS = 20_000;

/** A schedule whose runs are born suspended: they cost nothing. */
async function schedule(
  context: Context,
  namespace: string,
  name: string,
  spec: Record<string, unknown> = {},
  metadata: Record<string, unknown> = {},
): Promise<string> {
  await needSpark(context);
  const path = spark(namespace, 'scheduledsparkapplications');
  const made = await context.client.create(path, {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'ScheduledSparkApplication',
    metadata: { ...metadata, name },
    spec: {
      schedule: '@every 2s',
      template: piSpec({ suspend: true }),
      ...spec,
    },
  });
  code(made, 201, `create of ${name}`);
  return `${path}/${name}`;
}

async function children(
  { client }: Context,
  namespace: string,
  name: string,
): Promise<any[]> {
  const selector = encodeURIComponent(`${SCHEDULED}=${name}`);
  const list = await client.get(
    spark(namespace, `sparkapplications?labelSelector=${selector}`),
  );
  return list.body.items;
}

/** Waits until something holds of a schedule; skips where no operator looks at it. */
async function scheduleIs(
  { client }: Context,
  path: string,
  check: (object: any) => void,
): Promise<any> {
  let object: any;
  try {
    await eventually(async () => {
      object = (await client.get(path)).body;
      check(object);
    }, PATIENCE_MS);
  } catch (error) {
    if (error instanceof Mismatch && !object?.status?.scheduleState) {
      throw new Skip('no Spark operator runs schedules here');
    }
    throw error;
  }
  return object;
}

const scheduled = (object: any) =>
  same(object.status?.scheduleState, 'Scheduled', 'scheduleState');

export const sparkSchedules: CheckGroup = {
  area: 'Spark schedules',
  parallel: true,
  checks: [
    {
      title:
        'runs inherit the labels of their schedule, not its annotations, and are owned without a controller',
      async run(context) {
        const { namespace, client } = context;
        const path = await schedule(
          context,
          namespace,
          'often',
          {},
          {
            labels: { 'backstage.io/kubernetes-id': 'often' },
            annotations: { 'millrace.dev/note': 'not inherited' },
          },
        );
        await scheduleIs(context, path, scheduled);
        let child: any;
        await eventually(async () => {
          [child] = await children(context, namespace, 'often');
          holds(child, 'a child');
        }, PATIENCE_MS);
        await client.delete(path);
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
    {
      title:
        'a run that a quota refuses leaves nothing but a nextRun in the past',
      async run(context) {
        const namespace = await ownNamespace(context, 'full');
        await quota(context, namespace, {
          'count/sparkapplications.sparkoperator.k8s.io': '0',
        });
        const path = await schedule(context, namespace, 'refused');
        const object = await scheduleIs(context, path, one => {
          scheduled(one);
          holds(
            Date.parse(one.status.nextRun) < Date.now() - 1_000,
            'nextRun lies in the past',
          );
        });
        same(object.status.lastRunName, undefined, 'lastRunName');
        same(await children(context, namespace, 'refused'), [], 'runs');
        const selector = encodeURIComponent('involvedObject.name=refused');
        const events = await context.client.get(
          `/api/v1/namespaces/${namespace}/events?fieldSelector=${selector}`,
        );
        same(events.body.items, [], 'events');
      },
    },
    {
      title:
        'without a concurrencyPolicy no second run starts while an earlier one exists',
      async run(context) {
        const { namespace, client } = context;
        const path = await schedule(context, namespace, 'once');
        await scheduleIs(context, path, one =>
          holds(one.status?.lastRunName, 'a first run'),
        );
        await new Promise(resolve => setTimeout(resolve, 5_000));
        same((await children(context, namespace, 'once')).length, 1, 'runs');
        await client.delete(path);
      },
    },
    {
      title:
        'a schedule that cannot be read is FailedValidation, with a reason',
      async run(context) {
        const { namespace, client } = context;
        const path = await schedule(context, namespace, 'nonsense', {
          schedule: 'every now and then',
        });
        const object = await scheduleIs(context, path, one =>
          same(one.status?.scheduleState, 'FailedValidation', 'scheduleState'),
        );
        holds(object.status.reason, 'a reason');
        await client.delete(path);
      },
    },
  ],
};
