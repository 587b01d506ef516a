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
} from '../../Check';
import { sparkAccount } from '../../ownNamespace';
import { apache, core } from '../../paths';
import { LONG, SHORT } from './SparkRun';

const PATIENCE_MS = 60_000;
const FINALIZER = 'sparkapplications.spark.apache.org/finalizer';

async function submit(
  context: Context,
  name: string,
  spec: Record<string, unknown> = {},
): Promise<string> {
  const { client, namespace } = context;
  const served = await client.get('/apis/spark.apache.org/v1');
  if (served.status === 404) {
    throw new Skip('spark.apache.org/v1 is not installed');
  }
  await sparkAccount(context, namespace);
  const path = apache(namespace, 'sparkapplications');
  const made = await client.create(path, {
    apiVersion: 'spark.apache.org/v1',
    kind: 'SparkApplication',
    metadata: { name },
    spec: {
      mainClass: 'org.apache.spark.examples.SparkPi',
      jars: 'local:///opt/spark/examples/jars/spark-examples.jar',
      driverArgs: SHORT,
      runtimeVersions: { sparkVersion: '4.0.0' },
      sparkConf: {
        'spark.kubernetes.container.image': 'apache/spark:4.0.0',
        'spark.kubernetes.authenticate.driver.serviceAccountName': 'spark',
        'spark.executor.instances': '1',
      },
      ...spec,
    },
  });
  code(made, 201, `create of ${name}`);
  return `${path}/${name}`;
}

/** The object once it is in a state; skips where no operator looks at it. */
async function reaches(
  { client, namespace }: Context,
  path: string,
  state: string,
): Promise<any> {
  let object: any;
  try {
    await eventually(async () => {
      object = (await client.get(path)).body;
      same(
        object.status?.currentState?.currentStateSummary,
        state,
        'currentStateSummary',
      );
    }, PATIENCE_MS);
  } catch (error) {
    if (error instanceof Mismatch && !object?.status?.currentState) {
      throw new Skip(`no Apache Spark operator watches ${namespace}`);
    }
    throw error;
  }
  return object;
}

/** The states of a history in the order of their numbers. */
function statesOf(history: Record<string, any> = {}): string[] {
  return Object.keys(history)
    .map(Number)
    .sort((left, right) => left - right)
    .map(id => history[String(id)].currentStateSummary);
}

export const apacheOperator: CheckGroup = {
  area: 'Apache Spark operator',
  parallel: true,
  checks: [
    {
      title:
        'a run ends as ResourceReleased, and only its history tells that it succeeded; the driver goes',
      async run(context) {
        const path = await submit(context, 'apache-well');
        const { status } = await reaches(context, path, 'ResourceReleased');
        const states = statesOf(status.stateTransitionHistory);
        same(states.slice(-2), ['Succeeded', 'ResourceReleased'], 'states');
        same(states.slice(0, 2), ['Submitted', 'DriverRequested'], 'states');
        same(status.currentAttemptSummary.attemptInfo.id, 0, 'attempt');
        await eventually(async () =>
          code(
            await context.client.get(
              core(context.namespace, 'pods/apache-well-0-driver'),
            ),
            404,
            'the driver',
          ),
        );
      },
    },
    {
      title:
        'a failed run ends as ResourceReleased too; what the driver was outlives its pod',
      async run(context) {
        const path = await submit(context, 'apache-ill', {
          mainClass: 'com.example.Missing',
        });
        const { status } = await reaches(context, path, 'ResourceReleased');
        const failed = Object.values<any>(status.stateTransitionHistory).find(
          one => one.currentStateSummary === 'Failed',
        );
        holds(failed, 'Failed is in the history');
        const [container] = failed.lastObservedDriverStatus.containerStatuses;
        same(container.state.terminated.exitCode, 101, 'exit code');
      },
    },
    {
      title:
        'a restart trims the history into previousAttemptSummary; its numbers go on, its pods are new',
      async run(context) {
        const path = await submit(context, 'apache-again', {
          mainClass: 'com.example.Missing',
          applicationTolerations: {
            restartConfig: {
              restartPolicy: 'OnFailure',
              maxRestartAttempts: 1,
              restartBackoffMillis: 1_000,
            },
          },
        });
        const { status } = await reaches(context, path, 'ResourceReleased');
        same(status.currentAttemptSummary.attemptInfo.id, 1, 'attempt');
        const before = status.previousAttemptSummary.stateTransitionHistory;
        same(statesOf(before).at(-1), 'Failed', 'end of the first attempt');
        const first = Math.min(
          ...Object.keys(status.stateTransitionHistory).map(Number),
        );
        same(
          first,
          Math.max(...Object.keys(before).map(Number)) + 1,
          'the first number of the second attempt',
        );
        contains(
          status.currentState.message,
          'The maximum number of restart attempts (1) has been exceeded.',
          'message',
        );
      },
    },
    {
      title:
        'with resourceRetainPolicy OnFailure a failure is TerminatedWithoutReleaseResources, and its driver stays',
      async run(context) {
        const path = await submit(context, 'apache-kept', {
          mainClass: 'com.example.Missing',
          applicationTolerations: { resourceRetainPolicy: 'OnFailure' },
        });
        await reaches(context, path, 'TerminatedWithoutReleaseResources');
        const { client, namespace } = context;
        const driver = await client.get(
          core(namespace, 'pods/apache-kept-0-driver'),
        );
        code(driver, 200, 'the driver');
        const { labels } = driver.body.metadata;
        same(labels['spark.operator/spark-app-name'], 'apache-kept', 'name');
        same(labels['spark-role'], 'driver', 'role');
      },
    },
    {
      title: 'a driver that is refused is SchedulingFailure, with the cause',
      async run(context) {
        const path = await submit(context, 'apache-refused', {
          sparkConf: {
            'spark.kubernetes.container.image': 'apache/spark:4.0.0',
            'spark.kubernetes.authenticate.driver.serviceAccountName': 'sparky',
          },
        });
        const { status } = await reaches(context, path, 'ResourceReleased');
        const refused = Object.values<any>(status.stateTransitionHistory).find(
          one => one.currentStateSummary === 'SchedulingFailure',
        );
        contains(
          refused?.message,
          'serviceaccount "sparky" not found',
          'message',
        );
      },
    },
    {
      title: 'a finalizer holds a deleted run until its driver is asked to go',
      async run(context) {
        const { client, namespace } = context;
        const path = await submit(context, 'apache-gone', { driverArgs: LONG });
        const object = await reaches(context, path, 'RunningHealthy');
        holds(
          object.metadata.finalizers?.includes(FINALIZER),
          `the finalizer ${FINALIZER}`,
        );
        code(await client.delete(path), 200, 'delete');
        await eventually(async () => {
          code(await client.get(path), 404, 'the object');
          code(
            await client.get(core(namespace, 'pods/apache-gone-0-driver')),
            404,
            'the driver',
          );
        }, PATIENCE_MS);
      },
    },
  ],
};
