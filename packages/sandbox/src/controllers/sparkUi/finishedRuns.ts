import type { KubeObject, SandboxApi } from '../../types';
import { instant } from '../instant';
import { seededRandom } from '../random';
import { APACHE_SPARK_APPLICATIONS, SPARK_APPLICATIONS } from '../refs';
import { behaviour } from '../spark/behaviour';
import { parseSparkMemory } from '../spark/sparkMemory';
import type { SparkApplication } from '../spark/SparkApplication';
import { isFailure, type StateHistory } from '../sparkApache/ApplicationStatus';
import {
  sparkAppId,
  type SparkApplication as ApacheApplication,
} from '../sparkApache/SparkApplication';
import type { FinishedRun } from './replayRun';

const logsEvents = (conf: Record<string, string> = {}) =>
  conf['spark.eventLog.enabled'] === 'true';
const count = (value: unknown) => Number(value ?? 1) || 1;

/** What both operators' applications come to. */
interface Described {
  id: string;
  app: KubeObject;
  sparkVersion: string;
  startedAt: number;
  endedAt: number;
  failed: boolean;
  program: { mainFile: string; mainClass: string; arguments: string[] };
  executors: { count: number; cores: number; memory?: string };
}

function finished(run: Described): FinishedRun {
  const { id, app, executors } = run;
  return {
    application: {
      id,
      name: app.metadata.name,
      user: 'spark',
      sparkVersion: run.sparkVersion,
      startedAt: run.startedAt,
      endedAt: run.endedAt,
    },
    failed: run.failed,
    executors: {
      count: executors.count,
      cores: executors.cores,
      memoryMebi: parseSparkMemory(executors.memory) ?? 1_024,
    },
    behaviour: behaviour(
      {
        ...run.program,
        executorMemory: executors.memory,
        executorCores: executors.cores,
      },
      seededRandom(id),
    ),
  };
}

function kubeflowRun(app: SparkApplication): FinishedRun | undefined {
  const { spec, status } = app;
  const startedAt = instant(status?.lastSubmissionAttemptTime);
  const endedAt = instant(status?.terminationTime);
  const id = status?.sparkApplicationId;
  if (!id || startedAt === undefined || endedAt === undefined) return undefined;
  if (!logsEvents(spec.sparkConf)) return undefined;
  return finished({
    id,
    app,
    sparkVersion: spec.sparkVersion,
    startedAt,
    endedAt,
    failed: status?.applicationState.state === 'FAILED',
    program: {
      mainFile: spec.mainApplicationFile ?? '',
      mainClass: spec.mainClass ?? '',
      arguments: spec.arguments ?? [],
    },
    executors: {
      count: count(
        spec.dynamicAllocation?.maxExecutors ?? spec.executor.instances,
      ),
      cores: count(spec.executor.cores),
      memory: spec.executor.memory,
    },
  });
}

function timesOf(history: StateHistory) {
  const states = Object.values(history);
  const began = states.find(
    ({ currentStateSummary: state }) => state === 'DriverStarted',
  );
  const ended = states.find(
    ({ currentStateSummary: state }) =>
      state === 'Succeeded' || isFailure(state),
  );
  return {
    startedAt: instant(began?.lastTransitionTime),
    endedAt: instant(ended?.lastTransitionTime),
    failed: ended?.currentStateSummary !== 'Succeeded',
  };
}

function apacheRun(app: ApacheApplication): FinishedRun | undefined {
  const { spec, status } = app;
  const conf = spec.sparkConf ?? {};
  if (!status || !logsEvents(conf)) return undefined;
  const { startedAt, endedAt, failed } = timesOf(status.stateTransitionHistory);
  if (startedAt === undefined || endedAt === undefined) return undefined;
  return finished({
    id: sparkAppId(app),
    app,
    sparkVersion: spec.runtimeVersions.sparkVersion,
    startedAt,
    endedAt,
    failed,
    program: {
      mainFile: spec.jars ?? spec.pyFiles ?? '',
      mainClass: spec.mainClass ?? '',
      arguments: spec.driverArgs ?? [],
    },
    executors: {
      count: count(
        conf['spark.dynamicAllocation.maxExecutors'] ??
          conf['spark.executor.instances'],
      ),
      cores: count(conf['spark.executor.cores']),
      memory: conf['spark.executor.memory'],
    },
  });
}

/** The runs whose event logs a History Server finds: finished ones that were told to write one, of either operator. */
export function finishedRuns(api: SandboxApi): FinishedRun[] {
  return [
    ...(api.list(SPARK_APPLICATIONS) as SparkApplication[]).map(kubeflowRun),
    ...(api.list(APACHE_SPARK_APPLICATIONS) as ApacheApplication[]).map(
      apacheRun,
    ),
  ].filter(run => run !== undefined);
}
