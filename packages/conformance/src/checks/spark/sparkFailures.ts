import {
  CheckGroup,
  contains,
  Context,
  eventually,
  holds,
  same,
  Skip,
} from '../../Check';
import { sparkApplication } from '../../manifests';
import { quota } from '../../ownNamespace';
import { core, spark } from '../../paths';
import { needSpark } from '../customResources';
import { LONG, SHORT, SparkRun } from './SparkRun';

const STAYS_MS = 3_000;

/** Waits for the driver's pod of a run to say something. */
async function driverOf(run: SparkRun): Promise<any> {
  let driver: any;
  await eventually(async () => {
    [driver] = await run.pods('driver');
    holds(driver, 'a driver pod');
  });
  return driver;
}

/**
 * The last status of a run whose program was told to run out of memory.
 *
 * @throws Skip where nothing shows the sign of it: a real Spark does not take that from an argument
 */
async function endOf(
  run: SparkRun,
  sign: (status: any) => boolean,
): Promise<any> {
  const seen = run.watchUntil('COMPLETED', 'FAILED');
  await run.reaches('RUNNING');
  const statuses = (await seen).map(({ object }) => object.status ?? {});
  if (!statuses.some(status => status.applicationState && sign(status))) {
    throw new Skip('this Spark does not run out of memory when it is told to');
  }
  return statuses.at(-1);
}

async function needNodes({ client }: Context): Promise<void> {
  const nodes = await client.get('/api/v1/nodes?limit=1');
  if (!nodes.body.items?.length) throw new Skip('no nodes run pods here');
}

export const sparkFailures: CheckGroup = {
  area: 'Spark failures',
  parallel: true,
  checks: [
    {
      title:
        'an image that does not exist: SUBMITTED, without a message or an event of the object; the pod alone tells',
      async run(context) {
        await needNodes(context);
        const run = await SparkRun.start(context, 'no-image', {
          image: 'registry.invalid/spark:none',
        });
        await run.reaches('SUBMITTED');
        await eventually(async () => {
          const driver = await driverOf(run);
          const reason =
            driver.status.containerStatuses?.[0]?.state.waiting?.reason;
          holds(
            ['ErrImagePull', 'ImagePullBackOff'].includes(reason),
            `the container waits for its image (${reason})`,
          );
        }, 60_000);
        await new Promise(resolve => setTimeout(resolve, STAYS_MS));
        const object = await run.get();
        same(object.status.applicationState, { state: 'SUBMITTED' }, 'state');
        const warnings = (await run.events()).filter(
          ({ type }) => type === 'Warning',
        );
        same(warnings, [], 'warnings about the object');
        await run.remove();
      },
    },
    {
      title:
        'a driver that fits on no node: SUBMITTED; its pod is Unschedulable',
      async run(context) {
        await needNodes(context);
        const run = await SparkRun.start(context, 'no-node', {
          nodeSelector: { 'millrace.dev/no-such-node': 'true' },
        });
        await run.reaches('SUBMITTED');
        await eventually(async () => {
          const driver = await driverOf(run);
          const scheduled = driver.status.conditions?.find(
            (one: any) => one.type === 'PodScheduled',
          );
          same(scheduled?.reason, 'Unschedulable', 'PodScheduled');
        });
        same((await run.get()).status.applicationState.state, 'SUBMITTED', '');
        await run.remove();
      },
    },
    {
      title:
        'a driver that is refused: FAILED with podName set although no pod was; the cause in errorMessage alone',
      async run(context) {
        const run = await SparkRun.start(context, 'refused', {
          driver: { cores: 1, memory: '512m', serviceAccount: 'sparky' },
        });
        const { status } = await run.reaches('FAILED');
        contains(
          status.applicationState.errorMessage,
          'serviceaccount "sparky" not found',
          'errorMessage',
        );
        same(status.driverInfo.podName, 'refused-driver', 'podName');
        same(status.executionAttempts, undefined, 'executionAttempts');
        same(await run.pods(), [], 'pods');
      },
    },
    {
      title:
        'a driver that is killed for memory: FAILED with its exit code and OOMKilled',
      async run(context) {
        const run = await SparkRun.start(context, 'driver-oom', {
          arguments: [...SHORT, '--oom', 'driver'],
        });
        const { applicationState } = await endOf(
          run,
          ({ applicationState: { state } }) => state === 'FAILED',
        );
        same(
          applicationState,
          {
            state: 'FAILED',
            errorMessage:
              'driver container failed with ExitCode: 137, Reason: OOMKilled',
          },
          'applicationState',
        );
      },
    },
    {
      title:
        'executors that are killed for memory do not fail the run: FAILED in executorState, COMPLETED in the end',
      async run(context) {
        const run = await SparkRun.start(context, 'executor-oom', {
          arguments: [...SHORT, '--oom', 'executor', '--oom-times', '1'],
        });
        const { applicationState } = await endOf(
          run,
          ({ executorState = {} }) =>
            Object.values(executorState).includes('FAILED'),
        );
        same(applicationState, { state: 'COMPLETED' }, 'applicationState');
        const told = (await run.events()).find(
          ({ reason }) => reason === 'SparkExecutorFailed',
        );
        holds(told, 'an event SparkExecutorFailed');
      },
    },
    {
      title:
        'a name that is too long for a label is taken, and its submission fails',
      async run(context) {
        await needSpark(context);
        const { client, namespace } = context;
        const name = 'n'.repeat(64);
        const refused = await client.create(
          `${spark(namespace, 'sparkapplications')}?dryRun=All`,
          sparkApplication(name),
        );
        if (refused.status !== 201) {
          throw new Skip(`it is refused at once: ${refused.body?.message}`);
        }
        const run = await SparkRun.start(context, name);
        const { status } = await run.reaches('FAILED');
        contains(
          status.applicationState.errorMessage,
          'must be no more than 63',
          'errorMessage',
        );
      },
    },
    {
      title:
        'submissions are tried again: SUBMISSION_FAILED between the attempts',
      async run(context) {
        const run = await SparkRun.start(context, 'retried', {
          driver: { cores: 1, memory: '512m', serviceAccount: 'sparky' },
          restartPolicy: {
            type: 'OnFailure',
            onSubmissionFailureRetries: 1,
            onSubmissionFailureRetryInterval: 2,
          },
        });
        await run.reaches('SUBMISSION_FAILED');
        const { status } = await run.reaches('FAILED');
        same(status.submissionAttempts, 2, 'submissionAttempts');
      },
    },
    {
      title:
        "executors that a quota refuses leave no pod and no event: only the driver's log tells",
      async run(context) {
        await needNodes(context);
        const run = await SparkRun.startIn(
          context,
          'starved',
          { arguments: LONG },
          namespace => quota(context, namespace, { pods: '1' }),
        );
        await run.reaches('RUNNING');
        await eventually(async () => {
          const log = await context.client.get(
            core(run.namespace, 'pods/starved-driver/log'),
          );
          contains(log.text, 'exceeded quota: domain', 'log of the driver');
        }, 90_000);
        const object = await run.get();
        same(object.status.applicationState.state, 'RUNNING', 'state');
        same(object.status.executorState, undefined, 'executorState');
        same(await run.pods('executor'), [], 'executors');
        const events = await context.client.get(
          core(run.namespace, 'events?fieldSelector=reason%3DFailedCreate'),
        );
        same(events.body.items, [], 'events FailedCreate');
      },
    },
    {
      title:
        'a default CPU limit below a core makes every driver invalid (the LimitRange trap)',
      async run(context) {
        const run = await SparkRun.startIn(
          context,
          'trapped',
          {},
          async namespace => {
            await context.client.create(core(namespace, 'limitranges'), {
              metadata: { name: 'domain' },
              spec: {
                limits: [{ type: 'Container', default: { cpu: '200m' } }],
              },
            });
          },
        );
        const { status } = await run.reaches('FAILED');
        contains(
          status.applicationState.errorMessage,
          'must be less than or equal to cpu limit of 200m',
          'errorMessage',
        );
      },
    },
    {
      title:
        'a full count quota refuses the object itself, before a name that is taken',
      async run(context) {
        const run = await SparkRun.startIn(
          context,
          'counted-runs',
          { suspend: true },
          namespace =>
            quota(context, namespace, {
              'count/sparkapplications.sparkoperator.k8s.io': '1',
            }),
        );
        const object = await run.reaches('SUSPENDED');
        for (const name of ['counted-runs', 'other']) {
          const answer = await context.client.create(
            `${run.path.replace(/\/[^/]+$/, '')}?dryRun=All`,
            {
              apiVersion: object.apiVersion,
              kind: object.kind,
              metadata: { name },
              spec: object.spec,
            },
          );
          same(answer.status, 403, `create of ${name}`);
          contains(answer.body.message, 'exceeded quota: domain', 'message');
        }
      },
    },
  ],
};
