import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import { countExecutors } from '../assess/running';
import { executorsOutOfMemory } from '../assess/outOfMemory';
import { SparkAttempt } from '../model/sparkAttempt';
import { fact } from '../../verdicts/fact';

/** How many executors there are, and what became of the others. */
export function executorFacts(attempt: SparkAttempt): readonly Fact[] {
  const counts = countExecutors(attempt.executors);
  const { demand } = attempt.size;
  const killed = executorsOutOfMemory(attempt).length;
  const wanted = demand.dynamic
    ? `dynamic, ${demand.min} to ${demand.max ?? 'any number'}`
    : `${demand.initial}`;
  const live = !attempt.over && attempt.state !== '';
  const ended = counts.completed + counts.failed + counts.running;
  const shown = live ? counts.running : Math.min(ended, demand.max ?? ended);
  const failed = failedOnRecord(attempt);
  // Once its pods are gone nothing tells how many there were.
  const unknown =
    attempt.over &&
    attempt.executors.length === 0 &&
    !attempt.operator.recordsExecutors;
  return [
    ...fact(
      'executors',
      'Executors',
      executorsInWords(unknown ? undefined : shown, wanted, demand.dynamic),
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

function executorsInWords(
  shown: number | undefined,
  wanted: string,
  dynamic: boolean,
): string {
  if (shown === undefined) {
    return `${wanted} asked for`;
  }
  return dynamic ? `${shown} (${wanted})` : `${shown} of ${wanted}`;
}

/** When the driver fails, the operator calls all of its executors failed without having looked: those do not count. */
function failedOnRecord({ executors, state }: SparkAttempt): number {
  const assumed = state === 'FAILED' || state === 'FAILING';
  return executors.filter(
    ({ phase, pod }) => phase === 'failed' && (pod || !assumed),
  ).length;
}
