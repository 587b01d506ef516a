import { SparkReading } from '../reduce/SparkReading';
import { readApplication } from '../rest/SparkApplicationInfo';
import { SparkApi, SparkApiError } from '../rest/SparkApi';
import { readExecutors } from '../rest/SparkExecutor';
import { readJobs } from '../rest/SparkJob';
import { readStages, SparkStage } from '../rest/SparkStage';
import { ReadMemory } from './ReadMemory';
import { readSpreads } from './readSpreads';

/** One application, and where it is read. */
export interface SparkQuestion {
  api: SparkApi;
  from: SparkReading['from'];
  /** A driver knows but one; a History Server is asked for it. */
  applicationId?: string;
  executorMemoryBytes?: number;
  memory: ReadMemory;
  now(): number;
  signal: AbortSignal;
}

/**
 * Reads an application: four or five requests, one after the other.
 * @throws SparkApiError
 */
export async function readSpark(
  question: SparkQuestion,
): Promise<SparkReading> {
  const { from, memory, executorMemoryBytes } = question;
  memory.application ??= await findApplication(question);
  const { id, attemptId } = memory.application;
  const base = ['applications', id, ...(attemptId ? [attemptId] : [])]
    .map(encodeURIComponent)
    .join('/');
  const get = (path: string, query: Readonly<Record<string, string>> = {}) =>
    question.api.get(`${base}/${path}`, query, question.signal);
  const stages = await stagesOf(get, memory);
  const jobs = readJobs(
    await get('jobs', memory.partial ? {} : { status: 'running' }),
  );
  const executors = readExecutors(await get('allexecutors'));
  const spreads = await readSpreads(get, stages, memory);
  return {
    at: question.now(),
    from,
    application: memory.application,
    jobs,
    stages,
    ...(memory.partial && { partial: true }),
    executors,
    spreads,
    executorMemoryBytes,
  };
}

/** Asks for something of the application. */
export type GetOfApplication = (
  path: string,
  query?: Readonly<Record<string, string>>,
) => Promise<unknown>;

async function findApplication({
  api,
  from,
  applicationId,
  signal,
}: SparkQuestion) {
  const path =
    from === 'driver' || applicationId === undefined
      ? 'applications'
      : `applications/${encodeURIComponent(applicationId)}`;
  const application = readApplication(await api.get(path, {}, signal));
  if (!application) {
    throw new SparkApiError('nonsense', 'Spark names no application');
  }
  return application;
}

async function stagesOf(
  get: GetOfApplication,
  memory: ReadMemory,
): Promise<readonly SparkStage[]> {
  if (!memory.partial) {
    try {
      return readStages(await get('stages'));
    } catch (error) {
      if (!(error instanceof SparkApiError) || error.fault !== 'too-large') {
        throw error;
      }
      memory.partial = true;
    }
  }
  const active = readStages(await get('stages', { status: 'active' }));
  const pending = readStages(await get('stages', { status: 'pending' }));
  const failed = readStages(await get('stages', { status: 'failed' }));
  return [...active, ...pending, ...failed];
}
