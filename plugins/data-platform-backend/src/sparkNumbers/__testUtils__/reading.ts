import { SparkReading } from '../reduce/SparkReading';
import { readExecutors } from '../rest/SparkExecutor';
import { readJobs } from '../rest/SparkJob';
import { readStages } from '../rest/SparkStage';
import { TaskSpread } from '../rest/TaskSpread';

export const NOW = Date.parse('2026-11-22T10:10:00Z');

/** A reading of such answers. */
export function reading(
  json: {
    stages?: unknown;
    jobs?: unknown;
    executors?: unknown;
    spreads?: Record<string, TaskSpread>;
  },
  over: Partial<SparkReading> = {},
): SparkReading {
  return {
    at: NOW,
    from: 'driver',
    application: { id: 'spark-3c1f', sparkVersion: '4.0.1' },
    stages: readStages(json.stages),
    jobs: readJobs(json.jobs),
    executors: readExecutors(json.executors),
    spreads: new Map(Object.entries(json.spreads ?? {})),
    ...over,
  };
}
