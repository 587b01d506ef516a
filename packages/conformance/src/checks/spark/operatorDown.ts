import {
  CheckGroup,
  code,
  Context,
  eventually,
  holds,
  same,
  Skip,
} from '../../Check';
import { ownNamespace } from '../../ownNamespace';
import { core } from '../../paths';
import { needSpark } from '../customResources';
import { SHORT, SparkRun } from './SparkRun';

const LABELS =
  'app.kubernetes.io/name=spark-operator,app.kubernetes.io/component=controller';
const DOWN_MS = 10_000;

/** The Deployment of Kubeflow's operator, by the labels of its chart. */
async function operatorOf(context: Context): Promise<any> {
  await needSpark(context);
  const found = await context.client.get(
    `/apis/apps/v1/deployments?labelSelector=${encodeURIComponent(LABELS)}`,
  );
  const [deployment] = found.body?.items ?? [];
  if (!deployment) {
    throw new Skip('no Deployment of a Spark operator is to be seen');
  }
  return deployment;
}

async function scale(
  { client }: Context,
  deployment: any,
  replicas: number,
): Promise<void> {
  const { namespace, name } = deployment.metadata;
  const path = `/apis/apps/v1/namespaces/${namespace}/deployments/${name}`;
  const scaled = await client.mergePatch(`${path}/scale`, {
    spec: { replicas },
  });
  code(scaled, 200, 'scale');
  await eventually(async () => {
    const { body } = await client.get(path);
    same(body.status?.readyReplicas ?? 0, replicas, 'readyReplicas');
  }, 60_000);
}

export const operatorDown: CheckGroup = {
  area: 'Spark operator down',
  checks: [
    {
      title:
        'without the operator the last status stands; on return the end is dated to the look, not to the end',
      async run(context) {
        const operator = await operatorOf(context);
        if (!context.disruptive) {
          throw new Skip(
            'it would stop the Spark operator for some seconds: allow it with --disruptive',
          );
        }
        const run = await SparkRun.start(context, 'unseen', {
          arguments: SHORT,
        });
        await run.reaches('RUNNING');
        await scale(context, operator, 0);
        let finishedAt = 0;
        try {
          await eventually(async () => {
            const [driver] = await run.pods('driver');
            same(driver?.status.phase, 'Succeeded', 'phase of the driver');
            finishedAt = Date.parse(
              driver.status.containerStatuses[0].state.terminated.finishedAt,
            );
          }, 120_000);
          const late = await SparkRun.start(context, 'newcomer');
          await new Promise(resolve => setTimeout(resolve, 2_000));
          const object = await run.get();
          same(object.status.applicationState.state, 'RUNNING', 'state');
          same(object.status.terminationTime ?? null, null, 'terminationTime');
          same((await late.get()).status, undefined, 'status of a new one');
        } finally {
          await scale(context, operator, operator.spec.replicas || 1);
        }
        const { status } = await run.reaches('COMPLETED');
        holds(
          Date.parse(status.terminationTime) > finishedAt,
          'terminationTime is later than the end of the driver',
        );
      },
    },
    {
      title:
        'a namespace that the operator does not look at is like an operator that is down',
      async run(context) {
        const operator = await operatorOf(context);
        const args: string[] = operator.spec.template.spec.containers.flatMap(
          (one: any) => one.args ?? [],
        );
        const [, label, value] =
          args
            .map(one => /^--namespace-selector=([^!=,]+)!=([^,]+)$/.exec(one))
            .find(Boolean) ?? [];
        if (!label) {
          throw new Skip(
            'the operator has no --namespace-selector of the form label!=value',
          );
        }
        const namespace = await ownNamespace(context, 'unwatched', {
          [label]: value!,
        });
        const run = await SparkRun.start(context, 'ignored', {}, namespace);
        await new Promise(resolve => setTimeout(resolve, DOWN_MS / 2));
        same((await run.get()).status, undefined, 'status');
        same(await run.events(), [], 'events');
        const pods = await context.client.get(core(namespace, 'pods'));
        same(pods.body.items, [], 'pods');
      },
    },
  ],
};
