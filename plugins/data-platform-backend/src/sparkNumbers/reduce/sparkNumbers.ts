import { SparkNumbers } from '@millrace/backstage-plugin-data-platform-common';
import { hintsOf } from '../hints/hintsOf';
import { SparkJob } from '../rest/SparkJob';
import { SparkStage } from '../rest/SparkStage';
import { SparkReading } from './SparkReading';

const MAX_ACTIVE = 10;

/** What the screens show of a reading. Pure and total: whatever Spark wrote, no figure is negative or not a number. */
export function sparkNumbers(reading: SparkReading): SparkNumbers {
  const { application, executors, stages } = reading;
  const progress = progressOf(reading);
  const taskTime = sum(executors, each => each.taskTime);
  const gcTime = sum(executors, each => each.gcTime);
  const peak = Math.max(0, ...executors.map(each => each.peakMemoryBytes));
  return {
    at: new Date(reading.at).toISOString(),
    from: reading.from,
    ...(application && { applicationId: application.id }),
    ...(application?.sparkVersion && {
      sparkVersion: application.sparkVersion,
    }),
    ...(progress !== undefined && { progress }),
    stages: stageCounts(reading),
    tasks: taskCounts(reading),
    ...volumes(reading),
    ...(taskTime > 0 && { gcRatio: Math.min(1, gcTime / taskTime) }),
    ...(peak > 0 && { peakExecutorMemoryBytes: peak }),
    activeStages: activeStages(stages),
    hints: [...hintsOf(reading)],
  };
}

/** Of the jobs that run; undefined when none does. */
function progressOf({ jobs, stages }: SparkReading): number | undefined {
  const running = jobs.filter(job => job.running);
  // Where the jobs were not told, the stages that run tell of themselves.
  const parts: readonly Pick<SparkJob, 'tasks' | 'completedTasks'>[] =
    jobs.length > 0
      ? running
      : stages.filter(stage => stage.status === 'ACTIVE');
  const tasks = sum(parts, part => part.tasks);
  return tasks > 0
    ? Math.min(1, sum(parts, part => part.completedTasks) / tasks)
    : undefined;
}

function stageCounts({
  stages,
  jobs,
  partial,
}: SparkReading): SparkNumbers['stages'] {
  const of = (status: SparkStage['status']) =>
    stages.filter(stage => stage.status === status).length;
  return {
    active: of('ACTIVE'),
    complete: partial ? sum(jobs, job => job.completedStages) : of('COMPLETE'),
    pending: of('PENDING'),
    failed: of('FAILED'),
  };
}

/** Of all stages that Spark still lists; where it does not list them all, what the executors did. */
function taskCounts({
  stages,
  executors,
  jobs,
  partial,
}: SparkReading): SparkNumbers['tasks'] {
  const counted = stages.filter(stage => stage.status !== 'SKIPPED');
  const active = sum(counted, stage => stage.activeTasks);
  if (partial) {
    return {
      active,
      complete: sum(executors, each => each.completedTasks),
      failed: sum(executors, each => each.failedTasks),
      total: sum(jobs, job => job.tasks),
    };
  }
  return {
    active,
    complete: sum(counted, stage => stage.completedTasks),
    failed: sum(counted, stage => stage.failedTasks),
    total: sum(counted, stage => stage.tasks),
  };
}

function volumes({
  stages,
  executors,
  partial,
}: SparkReading): Partial<SparkNumbers> {
  if (partial) {
    return {
      inputBytes: sum(executors, each => each.inputBytes),
      shuffleReadBytes: sum(executors, each => each.shuffleReadBytes),
      shuffleWriteBytes: sum(executors, each => each.shuffleWriteBytes),
    };
  }
  return {
    inputBytes: sum(stages, stage => stage.inputBytes),
    outputBytes: sum(stages, stage => stage.outputBytes),
    shuffleReadBytes: sum(stages, stage => stage.shuffleReadBytes),
    shuffleWriteBytes: sum(stages, stage => stage.shuffleWriteBytes),
    spilledBytes: sum(stages, stage => stage.spilledBytes),
  };
}

/** Those with the most to do first; in the order of their numbers. */
function activeStages(
  stages: readonly SparkStage[],
): NonNullable<SparkNumbers['activeStages']> {
  return stages
    .filter(stage => stage.status === 'ACTIVE')
    .sort((a, b) => b.tasks - a.tasks || a.id - b.id)
    .slice(0, MAX_ACTIVE)
    .sort((a, b) => a.id - b.id)
    .map(({ id, name, completedTasks, tasks, failedTasks }) => ({
      id,
      name,
      complete: completedTasks,
      total: tasks,
      ...(failedTasks > 0 && { failed: failedTasks }),
    }));
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  const total = items.reduce((all, item) => all + of(item), 0);
  return Math.min(total, Number.MAX_SAFE_INTEGER);
}
