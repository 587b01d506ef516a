import { textAt } from '../../integrations/values/field';
import { count, figure, list, sparkTime } from './figure';

const STATUSES = [
  'ACTIVE',
  'COMPLETE',
  'PENDING',
  'FAILED',
  'SKIPPED',
] as const;
/** Spark keeps 1,000 (spark.ui.retainedStages). */
const MAX_STAGES = 5_000;
const NAME_MAX = 120;

/**
 * One attempt of a stage. Times are epoch milliseconds, spans milliseconds.
 * Source: apache/spark core/src/main/scala/org/apache/spark/status/api/v1/api.scala, StageData (3.5, 4.x).
 */
export interface SparkStage {
  id: number;
  attempt: number;
  status: (typeof STATUSES)[number];
  /** What a person knows it by: the description of its job, else the call site. */
  name: string;
  tasks: number;
  activeTasks: number;
  /** Partitions that are done: a repeated task does not count twice. */
  completedTasks: number;
  failedTasks: number;
  submittedAt?: number;
  finishedAt?: number;
  /** Of all tasks together. */
  runTime: number;
  gcTime: number;
  inputBytes: number;
  outputBytes: number;
  shuffleReadBytes: number;
  shuffleWriteBytes: number;
  /** Written to disk because it did not fit into memory. */
  spilledBytes: number;
}

/** GET /applications/{id}/stages. What has no number or no known status is left out. */
export function readStages(json: unknown): readonly SparkStage[] {
  return list(json, MAX_STAGES).flatMap(readStage);
}

function readStage(json: unknown): SparkStage[] {
  const status = STATUSES.find(each => each === textAt(json, 'status'));
  if (!status) {
    return [];
  }
  const tasks = count(json, 'numTasks');
  // Spark before 2.3 has no numCompletedIndices.
  const done =
    count(json, 'numCompletedIndices') || count(json, 'numCompleteTasks');
  const name = textAt(json, 'description') ?? textAt(json, 'name') ?? '';
  return [
    {
      id: count(json, 'stageId'),
      attempt: count(json, 'attemptId'),
      status,
      name: stageName(name),
      tasks,
      activeTasks: count(json, 'numActiveTasks'),
      completedTasks: Math.min(done, tasks),
      failedTasks: count(json, 'numFailedTasks'),
      submittedAt: sparkTime(json, 'submissionTime'),
      finishedAt: sparkTime(json, 'completionTime'),
      runTime: figure(json, 'executorRunTime'),
      gcTime: figure(json, 'jvmGcTime'),
      inputBytes: figure(json, 'inputBytes'),
      outputBytes: figure(json, 'outputBytes'),
      shuffleReadBytes: figure(json, 'shuffleReadBytes'),
      shuffleWriteBytes: figure(json, 'shuffleWriteBytes'),
      spilledBytes: figure(json, 'diskBytesSpilled'),
    },
  ];
}

/** One line without marks that could change how the sentence around it reads; a description may be HTML. */
function stageName(text: string): string {
  const line = text
    .slice(0, NAME_MAX * 8)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\ud800-\udfff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > NAME_MAX
    ? `${line.slice(0, NAME_MAX - 1).trimEnd()}…`
    : line;
}
