import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { attemptsFact } from '../spark/facts/attemptsFact';
import { executorFacts } from '../spark/facts/executorFacts';
import { fact } from '../spark/facts/fact';
import { sizeFacts } from '../spark/facts/sizeFacts';
import { countAt, textAt } from '../spark/model/field';
import { formatDuration } from '../spark/model/plain';
import { durationOf, SparkAttempt } from '../spark/model/sparkAttempt';
import { sparkAttempt } from './model/sparkAttempt';

/** An expired object is deleted within seconds; later than this nobody does it. */
const OVERDUE_MS = 300_000;

/** Figures of a run, for its row and its drawer. */
export function sparkApplicationFacts(
  object: KubernetesObject,
  ctx: AssessContext,
): readonly Fact[] {
  const attempt = sparkAttempt(object, ctx);
  const { spec } = object;
  const duration = attempt.over ? durationOf(attempt) : undefined;
  return [
    ...executorFacts(attempt),
    ...attemptsFact(attempt),
    ...fact(
      'duration',
      'Duration',
      duration !== undefined && formatDuration(duration),
    ),
    ...expiryFact(attempt),
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

/** The operator counts the time to live from its own record of the end; without that nothing ever expires. */
function expiryFact(attempt: SparkAttempt): readonly Fact[] {
  const { over, noticedEndAt, now, object } = attempt;
  const seconds = countAt(object.spec, 'timeToLiveSeconds');
  if (!over || seconds === undefined) {
    return [];
  }
  if (noticedEndAt === undefined) {
    const why = 'never: the operator has not recorded when it ended';
    return fact('expires', 'Expires', why, true);
  }
  const overdue = now - (noticedEndAt + seconds * 1000);
  return overdue > OVERDUE_MS
    ? fact('expires', 'Expires', `due ${formatDuration(overdue)} ago`, true)
    : [];
}
