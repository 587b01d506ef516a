import type { AppStatus, Stage } from './AppStatus';
import { sparkDate } from './sparkDate';

/** A task as `taskList` tells it (TaskData), without its metrics. */
interface TaskData {
  taskId: number;
  index: number;
  attempt: number;
  launchTime?: string;
  duration: number;
  executorId: string;
  host: string;
  status: 'RUNNING' | 'SUCCESS';
  taskLocality: string;
  speculative: boolean;
  accumulatorUpdates: never[];
}

/** The tasks of a stage that run or have ended, the longest first, as `sortBy=-runtime` orders them. */
export function taskList(
  app: AppStatus,
  stage: Stage,
  now: number,
): TaskData[] {
  const before = app.stages
    .slice(0, stage.id)
    .reduce((sum, { numTasks }) => sum + numTasks, 0);
  const task = (
    index: number,
    executorId: string,
    duration: number,
    status: TaskData['status'],
    endedAt: number,
  ): TaskData => ({
    taskId: before + index,
    index,
    attempt: 0,
    launchTime: sparkDate(endedAt - duration),
    duration,
    executorId,
    host: app.executors.get(executorId)?.hostPort.split(':')[0] ?? '',
    status,
    taskLocality: 'PROCESS_LOCAL',
    speculative: false,
    accumulatorUpdates: [],
  });
  const ended = stage.tasks.map(({ durationMs, executor }, index) =>
    task(index, executor, durationMs, 'SUCCESS', stage.completedAt ?? now),
  );
  const alive = [...app.executors.values()].filter(
    ({ removedAt }) => removedAt === undefined,
  );
  const running = Array.from({ length: app.activeTasks(stage) }, (_, index) =>
    task(
      stage.tasks.length + index,
      alive[index % alive.length].id,
      now - app.lastTaskAt,
      'RUNNING',
      now,
    ),
  );
  return [...ended, ...running].sort(
    (left, right) => right.duration - left.duration,
  );
}
