import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { countExecutors } from './assess/running';
import { executorsOutOfMemory } from './assess/outOfMemory';
import { textAt } from './model/field';
import { formatDuration, plain } from './model/plain';
import { formatBytes, formatCores } from './model/quantity';
import { durationOf, sparkAttempt, SparkAttempt } from './model/sparkAttempt';
import { isTerminal } from './model/sparkState';
import { SparkSize } from './model/sparkSize';

/** Figures of a run, for its row and its drawer. */
export function sparkApplicationFacts(
  object: KubernetesObject,
  ctx: AssessContext,
): readonly Fact[] {
  const attempt = sparkAttempt(object, ctx);
  const { spec } = object;
  const duration = isTerminal(attempt.state) ? durationOf(attempt) : undefined;
  return [
    ...executorFacts(attempt),
    ...attemptsFact(attempt),
    ...fact(
      'duration',
      'Duration',
      duration !== undefined && formatDuration(duration),
    ),
    ...sizeFacts(attempt.size),
    ...fact(
      'image',
      'Image',
      textAt(spec, 'image') ?? textAt(spec, 'driver', 'image'),
    ),
    ...fact('sparkVersion', 'Spark', textAt(spec, 'sparkVersion')),
    ...fact('submissionId', 'Submission id', attempt.submissionId),
    ...fact('applicationId', 'Application id', attempt.applicationId),
  ];
}

/** What one run of a definition asks for: from `spec`, or from `spec.template` of a schedule. */
export function sizeFacts(size: SparkSize): readonly Fact[] {
  const { driver, executor, demand } = size;
  const count = demand.dynamic ? demand.max ?? demand.initial : demand.initial;
  const upTo = demand.dynamic ? 'up to ' : '';
  return [
    ...fact(
      'cores',
      'Cores asked',
      `${upTo}${formatCores(driver.cpu + count * executor.cpu)}`,
    ),
    ...fact(
      'memory',
      'Memory asked',
      `${upTo}${formatBytes(driver.memory + count * executor.memory)}`,
    ),
  ];
}

/** Makes a fact, or none where there is no value. */
export function fact(
  key: string,
  label: string,
  value: string | false | undefined,
  warning = false,
): readonly Fact[] {
  const text = value ? plain(value, 200) : '';
  return text ? [{ key, label, value: text, ...(warning && { warning }) }] : [];
}

function executorFacts(attempt: SparkAttempt): readonly Fact[] {
  const counts = countExecutors(attempt.executors);
  const { demand } = attempt.size;
  const killed = executorsOutOfMemory(attempt).length;
  const wanted = demand.dynamic
    ? `dynamic, ${demand.min} to ${demand.max ?? 'any number'}`
    : `${demand.initial}`;
  const live = !isTerminal(attempt.state) && attempt.state !== '';
  const ended = counts.completed + counts.failed + counts.running;
  const shown = live ? counts.running : Math.min(ended, demand.max ?? ended);
  const failed = failedOnRecord(attempt);
  return [
    ...fact(
      'executors',
      'Executors',
      demand.dynamic ? `${shown} (${wanted})` : `${shown} of ${wanted}`,
    ),
    ...fact(
      'executorsFailed',
      'Executors failed',
      failed > 0 && String(failed),
      true,
    ),
    ...fact(
      'executorsOutOfMemory',
      'Executors killed for memory',
      killed > 0 && String(killed),
      true,
    ),
  ];
}

/** When the driver fails, the operator calls all of its executors failed without having looked: those do not count. */
function failedOnRecord({ executors, state }: SparkAttempt): number {
  const assumed = state === 'FAILED' || state === 'FAILING';
  return executors.filter(
    ({ phase, pod }) => phase === 'failed' && (pod || !assumed),
  ).length;
}

function attemptsFact({ executions, restart }: SparkAttempt): readonly Fact[] {
  if (executions === undefined) {
    return [];
  }
  const max = restart.maxExecutions;
  return fact(
    'attempts',
    'Attempts',
    max !== undefined && executions <= max
      ? `${executions} of ${max}`
      : `${executions}`,
  );
}
