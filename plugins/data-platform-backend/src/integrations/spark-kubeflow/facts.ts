import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { attemptsFact } from '../spark/facts/attemptsFact';
import { executorFacts } from '../spark/facts/executorFacts';
import { expiryFact } from '../spark/facts/expiryFact';
import { fact } from '../verdicts/fact';
import { sizeFacts } from '../spark/facts/sizeFacts';
import { countAt, textAt } from '../values/field';
import { formatDuration } from '../values/plain';
import { durationOf, SparkAttempt } from '../spark/model/sparkAttempt';
import { expiresAt } from './model/expiry';
import { sparkAttempt } from './model/sparkAttempt';

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
    ...expiryFacts(attempt),
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
function expiryFacts(attempt: SparkAttempt): readonly Fact[] {
  const { over, noticedEndAt, now, object } = attempt;
  if (!over || countAt(object.spec, 'timeToLiveSeconds') === undefined) {
    return [];
  }
  const due = noticedEndAt === undefined ? 'never' : expiresAt(attempt);
  return due === undefined ? [] : expiryFact(due, now);
}
