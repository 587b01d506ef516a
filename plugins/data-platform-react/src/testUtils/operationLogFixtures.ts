import {
  Operation,
  OperationStep,
} from '@millrace/backstage-plugin-data-platform-common';
import { Ago } from './assessments';

/** A back-fill of five dates: two done, one failed, one under way, one to come. */
export function seriesFixture(
  ago: Ago,
  state: Operation['state'] = 'running',
): Operation {
  const states: OperationStep['state'][] =
    state === 'running'
      ? ['done', 'done', 'failed', 'running', 'pending']
      : ['done', 'done', 'done', 'done', 'done'];
  const count = (of: OperationStep['state']) =>
    states.filter(one => one === of).length;
  return {
    id: 'op-series',
    operation: 'spark-job:backfill',
    title: 'Back-fill orders-daily from 2026-11-01 to 2026-11-05',
    actor: 'user:default/ada',
    entityRef: 'component:default/orders-daily',
    state,
    steps: states.map((step, index) => ({
      id: `run-2026-11-0${index + 1}`,
      title: `Run of 2026-11-0${index + 1}`,
      state: step,
      uid: step === 'pending' ? undefined : `uid-${index}`,
      message: step === 'failed' ? 'Executors were killed.' : undefined,
    })),
    progress: {
      total: states.length,
      done: count('done'),
      running: count('running'),
      failed: count('failed'),
    },
    createdAt: ago(30),
    finishedAt: state === 'running' ? undefined : ago(2),
  };
}

/** The same, ended early by olga: two done, the rest not started. */
export function cancelledSeriesFixture(ago: Ago): Operation {
  const series = seriesFixture(ago, 'cancelled');
  return {
    ...series,
    cancelledBy: 'user:default/olga',
    steps: series.steps.map((step, index) =>
      index < 2 ? step : { ...step, state: 'skipped', uid: undefined },
    ),
    progress: { total: 5, done: 2, running: 0, failed: 0 },
    error:
      'Cancelled by olga. 2 of 5 runs succeeded, 3 were not started (2026-11-03, 2026-11-04, 2026-11-05).',
  };
}

/** What people did lately. */
export function operationLogFixture(ago: Ago): Operation[] {
  return [
    seriesFixture(ago),
    {
      id: 'op-run',
      operation: 'spark-job:run',
      title: 'Run refunds-hourly',
      actor: 'user:default/olga',
      entityRef: 'component:default/refunds-hourly',
      state: 'done',
      steps: [{ id: 'run', title: 'Create the run', state: 'done' }],
      createdAt: ago(60),
      finishedAt: ago(59.9),
    },
    {
      id: 'op-domain',
      operation: 'domain:create',
      title: 'Create data domain risk',
      actor: 'user:default/nils',
      state: 'failed',
      error: 'The cluster refused: namespace `risk` exists already.',
      steps: [
        { id: 'namespace', title: 'Create Namespace risk', state: 'failed' },
        { id: 'quota', title: 'Create ResourceQuota', state: 'undone' },
      ],
      createdAt: ago(600),
      finishedAt: ago(599),
    },
  ];
}
