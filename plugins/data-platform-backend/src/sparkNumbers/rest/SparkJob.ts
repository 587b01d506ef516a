import { textAt } from '../../integrations/values/field';
import { count, list } from './figure';

/** Spark keeps 1,000 (spark.ui.retainedJobs). */
const MAX_JOBS = 5_000;

/** One job of an application: an action and the stages it needs. Source: as {@link SparkStage}, JobData. */
export interface SparkJob {
  running: boolean;
  /** Without those whose result was there already. */
  tasks: number;
  completedTasks: number;
  activeStages: number;
  completedStages: number;
  failedStages: number;
}

/** GET /applications/{id}/jobs. */
export function readJobs(json: unknown): readonly SparkJob[] {
  return list(json, MAX_JOBS).map(job => {
    const skipped = count(job, 'numSkippedTasks');
    const tasks = Math.max(0, count(job, 'numTasks') - skipped);
    const done =
      count(job, 'numCompletedIndices') || count(job, 'numCompletedTasks');
    return {
      running: textAt(job, 'status') === 'RUNNING',
      tasks,
      completedTasks: Math.min(done, tasks),
      activeStages: count(job, 'numActiveStages'),
      completedStages: count(job, 'numCompletedStages'),
      failedStages: count(job, 'numFailedStages'),
    };
  });
}
