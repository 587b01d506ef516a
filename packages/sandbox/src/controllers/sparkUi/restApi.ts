import type { PortAnswer, PortRequest } from '../../types';
import type { AppStatus, Stage } from './AppStatus';
import { executorList } from './executorData';
import { sparkDate } from './sparkDate';
import { stageData, taskSummary } from './stageData';
import { taskList } from './taskList';

const QUANTILES = '0.05,0.25,0.5,0.75,0.95';

const json = (body: unknown): PortAnswer => ({
  status: 200,
  contentType: 'application/json',
  body: `${JSON.stringify(body, null, 2)}`,
});
const refused = (status: number, body: string): PortAnswer => ({
  status,
  contentType: 'text/plain',
  body,
});

function applicationInfo({ application }: AppStatus, now: number): object {
  const { id, name, user, sparkVersion, startedAt, endedAt } = application;
  // Spark writes the first moment of 1970 less one where an application has not ended.
  const end = endedAt ?? -1;
  return {
    id,
    name,
    attempts: [
      {
        startTime: sparkDate(startedAt),
        endTime: sparkDate(end),
        lastUpdated: sparkDate(endedAt ?? startedAt),
        duration: (endedAt ?? now) - startedAt,
        sparkUser: user,
        completed: endedAt !== undefined,
        appSparkVersion: sparkVersion,
        startTimeEpoch: startedAt,
        endTimeEpoch: end,
        lastUpdatedEpoch: endedAt ?? startedAt,
      },
    ],
  };
}

function jobs(app: AppStatus): object[] {
  if (app.jobSubmittedAt === undefined) return [];
  const sum = (of: (stage: Stage) => number) =>
    app.stages.reduce((total, stage) => total + of(stage), 0);
  const count = (status: Stage['status']) =>
    app.stages.filter(stage => stage.status === status).length;
  return [
    {
      jobId: 0,
      name: app.jobName,
      submissionTime: sparkDate(app.jobSubmittedAt),
      completionTime: sparkDate(app.jobCompletedAt),
      stageIds: app.stages.map(({ id }) => id).reverse(),
      status: app.jobStatus,
      numTasks: sum(stage => stage.numTasks),
      numActiveTasks: sum(stage => app.activeTasks(stage)),
      numCompletedTasks: sum(stage => stage.tasks.length),
      numSkippedTasks: 0,
      numFailedTasks: sum(stage => stage.failedTasks),
      numKilledTasks: 0,
      numCompletedIndices: sum(stage => stage.tasks.length),
      numActiveStages: count('ACTIVE'),
      numCompletedStages: count('COMPLETE'),
      numSkippedStages: 0,
      numFailedStages: count('FAILED'),
      killedTasksSummary: {},
    },
  ];
}

const taskStatus = (task: { status: string }) => task.status;

/** Keeps what has one of the states that are asked for; all of it when none is. */
function inStatus<T>(
  query: URLSearchParams,
  items: readonly T[],
  statusOf: (item: T) => string,
): T[] {
  const wanted = query.getAll('status').map(status => status.toUpperCase());
  return items.filter(
    item => wanted.length === 0 || wanted.includes(statusOf(item)),
  );
}

function stageAnswer(
  app: AppStatus,
  [id, attempt, what]: readonly string[],
  query: URLSearchParams,
  now: number,
): PortAnswer {
  const stage = app.stages[Number(id)];
  if (!stage) return refused(404, `unknown stage: ${id}`);
  if (attempt === undefined) return json([stageData(app, stage)]);
  if (attempt !== '0') {
    return refused(404, `unknown attempt for stage ${id}. Found attempts: [0]`);
  }
  if (what === undefined) return json(stageData(app, stage));
  if (what === 'taskList') {
    const wanted = inStatus(query, taskList(app, stage, now), taskStatus);
    const [offset, length] = ['offset', 'length'].map(key => query.get(key));
    const from = Number(offset ?? 0);
    return json(wanted.slice(from, from + Number(length ?? 20)));
  }
  if (what !== 'taskSummary') return refused(404, 'HTTP 404 Not Found');
  const quantiles = (query.get('quantiles') ?? QUANTILES)
    .split(',')
    .map(Number);
  if (quantiles.some(Number.isNaN)) {
    return refused(400, 'Bad value for parameter "quantiles".');
  }
  return stage.tasks.length === 0
    ? refused(404, `No tasks reported metrics for ${id} / ${attempt} yet.`)
    : json(taskSummary(stage.tasks, quantiles));
}

function applicationAnswer(
  app: AppStatus,
  [topic, ...rest]: readonly string[],
  query: URLSearchParams,
  now: number,
): PortAnswer {
  switch (topic) {
    case undefined:
      return json(applicationInfo(app, now));
    case 'jobs':
      return json(
        inStatus(query, jobs(app), job => (job as { status: string }).status),
      );
    case 'stages':
      return rest.length > 0
        ? stageAnswer(app, rest, query, now)
        : json(
            inStatus(query, app.stages, ({ status }) => status)
              .map(stage => stageData(app, stage))
              .reverse(),
          );
    case 'executors':
      return json(executorList(app, false));
    case 'allexecutors':
      return json(executorList(app, true));
    default:
      return refused(404, 'HTTP 404 Not Found');
  }
}

/**
 * The REST API that a driver serves on 4040 and a History Server on 18080 (docs/monitoring.md of Spark 3.5 and 4.x), as far
 * as the product reads it. Fields are those of status/api/v1/api.scala; options that are empty are absent.
 */
export function restApi(
  apps: readonly AppStatus[],
  sparkVersion: string,
  { path, query }: PortRequest,
  now: number,
): PortAnswer {
  const parts = path.split('/').filter(part => part !== '');
  if (parts[0] !== 'api' || parts[1] !== 'v1') {
    return {
      status: 200,
      contentType: 'text/html;charset=utf-8',
      body: '<!DOCTYPE html><html><head><title>Spark</title></head><body></body></html>',
    };
  }
  const [, , resource, id, ...rest] = parts.map(decodeURIComponent);
  if (resource === 'version') return json({ spark: sparkVersion });
  if (resource !== 'applications') return refused(404, 'HTTP 404 Not Found');
  if (id === undefined) {
    const wanted = inStatus(query, apps, ({ application }) =>
      application.endedAt === undefined ? 'RUNNING' : 'COMPLETED',
    );
    return json(wanted.map(app => applicationInfo(app, now)));
  }
  const app = apps.find(({ application }) => application.id === id);
  return app
    ? applicationAnswer(app, rest, query, now)
    : refused(404, `no such app: ${id}`);
}
