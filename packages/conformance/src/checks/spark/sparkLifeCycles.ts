import {
  CheckGroup,
  code,
  contains,
  eventually,
  holds,
  same,
} from '../../Check';
import { core } from '../../paths';
import { FAILING, LONG, SparkRun, statesOf } from './SparkRun';

/** The last words of a life: whatever was seen before, it ended like this. */
function endsWith(states: readonly string[], expected: readonly string[]) {
  same(states.slice(-expected.length), expected, 'states');
}

export const sparkLifeCycles: CheckGroup = {
  area: 'Spark life cycles',
  parallel: true,
  checks: [
    {
      title:
        'a run: no status, SUBMITTED, RUNNING, SUCCEEDING, COMPLETED; executors stay in executorState',
      async run(context) {
        const run = await SparkRun.start(context, 'well');
        const seen = run.watchUntil('COMPLETED');
        await run.reaches('COMPLETED');
        const events = await seen;
        endsWith(statesOf(events), [
          'SUBMITTED',
          'RUNNING',
          'SUCCEEDING',
          'COMPLETED',
        ]);
        const { status } = events.at(-1)!.object;
        holds(status.terminationTime, 'a terminationTime');
        holds(status.submissionID, 'a submissionID');
        holds(status.sparkApplicationId, 'a sparkApplicationId');
        same(status.executionAttempts, 1, 'executionAttempts');
        same(status.driverInfo.podName, 'well-driver', 'podName');
        holds(
          events.some(({ object }) =>
            Object.values(object.status?.executorState ?? {}).includes(
              'RUNNING',
            ),
          ),
          'an executor was RUNNING',
        );
        const [driver] = await run.pods('driver');
        same(
          driver.metadata.labels['sparkoperator.k8s.io/submission-id'],
          status.submissionID,
          'submission-id of the driver',
        );
        same(
          driver.metadata.labels['millrace.dev/conformance'],
          'well',
          'labels of the application go on to its pods',
        );
      },
    },
    {
      title:
        "a running driver answers on its REST API through pods/proxy; a closed port is 503 in the API server's words",
      async run(context) {
        const run = await SparkRun.start(context, 'numbers', {
          arguments: LONG,
        });
        await run.reaches('RUNNING');
        const proxy = (port: number, path: string) =>
          context.client.get(
            core(run.namespace, `pods/numbers-driver:${port}/proxy${path}`),
          );
        await eventually(async () => {
          const apps = await proxy(4040, '/api/v1/applications');
          code(apps, 200, '/applications');
          const object = await run.get();
          same(apps.body[0]?.id, object.status.sparkApplicationId, 'id');
        }, 60_000);
        const closed = await proxy(4999, '/');
        code(closed, 503, 'a closed port');
        same(closed.body.reason, 'ServiceUnavailable', 'reason');
        contains(closed.body.message, 'error trying to reach service', 'text');
        await run.remove();
      },
    },
    {
      title:
        'a retry wipes the failure: attempts 2, a new submissionID, a driver of the same name, no log of before',
      async run(context) {
        const run = await SparkRun.start(context, 'again', {
          ...FAILING,
          restartPolicy: {
            type: 'OnFailure',
            onFailureRetries: 1,
            onFailureRetryInterval: 1,
          },
        });
        const seen = run.watchUntil('FAILED');
        const object = await run.reaches('FAILED');
        const events = await seen;
        endsWith(statesOf(events).slice(0, -1), ['FAILING']);
        const pending = events.find(
          ({ object: one }) =>
            one.status?.applicationState?.state === 'PENDING_RERUN',
        )?.object.status;
        holds(pending, 'PENDING_RERUN was seen');
        same(pending.applicationState.errorMessage, undefined, 'errorMessage');
        same(pending.terminationTime ?? null, null, 'terminationTime');
        same(pending.driverInfo.podName, undefined, 'driverInfo');
        same(object.status.executionAttempts, 2, 'executionAttempts');
        // Which code it is depends on the Spark that does not find the class.
        holds(
          /^driver container failed with ExitCode: [1-9]\d*, Reason: Error$/.test(
            object.status.applicationState.errorMessage,
          ),
          `errorMessage names the exit (${object.status.applicationState.errorMessage})`,
        );
        const ids = new Set(
          events
            .map(({ object: one }) => one.status?.submissionID)
            .filter(Boolean),
        );
        same(ids.size, 2, 'submission ids');
        const previous = await context.client.get(
          core(run.namespace, 'pods/again-driver/log?previous=true'),
        );
        code(previous, 400, 'the log of before');
        same(
          previous.body.message,
          'previous terminated container "spark-kubernetes-driver" in pod "again-driver" not found',
          'message',
        );
      },
    },
    {
      title:
        'suspend ends the pods, and SUSPENDED is said before they are gone; resume is a new attempt of the same object',
      async run(context) {
        const run = await SparkRun.start(context, 'pause', { arguments: LONG });
        const before = await run.reaches('RUNNING');
        await run.patch({ spec: { suspend: true } });
        await run.reaches('SUSPENDED', 10_000);
        await eventually(async () => {
          const told = (await run.events()).find(
            ({ reason }) => reason === 'SparkApplicationSuspended',
          );
          same(told?.type, 'Warning', 'type of SparkApplicationSuspended');
        });
        await eventually(async () =>
          same(await run.pods('driver'), [], 'drivers'),
        );
        await run.patch({ spec: { suspend: false } });
        const after = await run.reaches('RUNNING');
        same(after.metadata.uid, before.metadata.uid, 'uid');
        same(after.status.executionAttempts, 2, 'executionAttempts');
        holds(
          after.status.submissionID !== before.status.submissionID,
          'a new submissionID',
        );
        await run.remove();
      },
    },
    {
      title:
        'born suspended: SUSPENDED, no pod, no attempts, events typed Warning; gone at once when deleted',
      async run(context) {
        const run = await SparkRun.start(context, 'asleep', { suspend: true });
        const object = await run.reaches('SUSPENDED');
        same(object.status.executionAttempts, undefined, 'executionAttempts');
        same(await run.pods(), [], 'pods');
        await eventually(async () => {
          const suspended = (await run.events()).find(
            one => one.reason === 'SparkApplicationSuspended',
          );
          same(suspended?.type, 'Warning', 'SparkApplicationSuspended');
        });
        code(await run.remove(), 200, 'delete');
        code(await context.client.get(run.path), 404, 'no finalizer holds it');
      },
    },
    {
      title:
        'an edited spec runs again under the same uid, with counters from the start; an edited label does not',
      async run(context) {
        const run = await SparkRun.start(context, 'edited', {
          arguments: LONG,
        });
        const before = await run.reaches('RUNNING');
        await run.patch({ metadata: { labels: { note: 'changed' } } });
        await new Promise(resolve => setTimeout(resolve, 1_500));
        const labelled = await run.get();
        same(
          labelled.status.submissionID,
          before.status.submissionID,
          'submissionID after a label',
        );
        await run.patch({ spec: { arguments: ['100001', ...LONG.slice(1)] } });
        await eventually(async () => {
          const after = await run.get();
          same(after.status.applicationState.state, 'RUNNING', 'state');
          holds(
            after.status.submissionID !== before.status.submissionID,
            'a new submissionID',
          );
          same(after.metadata.uid, before.metadata.uid, 'uid');
          same(after.status.executionAttempts, 1, 'executionAttempts');
        }, 60_000);
        await run.remove();
      },
    },
    {
      title:
        'a driver pod that somebody deletes fails the run: driver pod not found, SparkDriverNotFound; executors go on as RUNNING',
      async run(context) {
        const run = await SparkRun.start(context, 'orphaned', {
          arguments: LONG,
        });
        await eventually(async () => {
          const { executorState = {} } = (await run.get()).status ?? {};
          holds(Object.values(executorState).includes('RUNNING'), 'executors');
        }, 60_000);
        const seen = run.watchUntil('FAILED');
        await context.client.delete(
          core(run.namespace, 'pods/orphaned-driver'),
          { gracePeriodSeconds: 0 },
        );
        const object = (await seen).at(-1)!.object;
        same(object.status.applicationState.state, 'FAILED', 'state');
        holds(
          Object.values(object.status.executorState).includes('RUNNING'),
          'an executor is still said to be RUNNING',
        );
        same(
          object.status.applicationState.errorMessage,
          'driver pod not found',
          'errorMessage',
        );
        await eventually(async () => {
          const reasons = (await run.events()).map(({ reason }) => reason);
          holds(reasons.includes('SparkDriverNotFound'), 'SparkDriverNotFound');
        });
      },
    },
    {
      title: 'a finished object goes after its time to live, without an event',
      async run(context) {
        const run = await SparkRun.start(context, 'shortlived', {
          ...FAILING,
          timeToLiveSeconds: 2,
        });
        await run.reaches('FAILED');
        await eventually(
          async () => code(await context.client.get(run.path), 404, 'the end'),
          30_000,
        );
      },
    },
    {
      title: 'suspend on a finished one changes nothing',
      async run(context) {
        const run = await SparkRun.start(context, 'over', FAILING);
        const before = await run.reaches('FAILED');
        await run.patch({ spec: { suspend: true } });
        await new Promise(resolve => setTimeout(resolve, 1_500));
        const after = await run.get();
        // Executors may still be written down for some seconds after the end.
        for (const field of [
          'applicationState',
          'executionAttempts',
          'submissionID',
          'terminationTime',
        ]) {
          same(after.status[field], before.status[field], field);
        }
      },
    },
  ],
};
