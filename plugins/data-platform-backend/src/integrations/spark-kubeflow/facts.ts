import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { attemptsFact } from '../spark/facts/attemptsFact';
import { executorFacts } from '../spark/facts/executorFacts';
import { fact } from '../verdicts/fact';
import { sizeFacts } from '../spark/facts/sizeFacts';
import { countAt, textAt } from '../values/field';
import { formatDuration } from '../values/plain';
import { durationOf, SparkAttempt } from '../spark/model/sparkAttempt';
import { expiresAt, OVERDUE_MS } from './model/expiry';
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
  if (!over || countAt(object.spec, 'timeToLiveSeconds') === undefined) {
    return [];
  }
  if (noticedEndAt === undefined) {
    const why = 'never: the operator has not recorded when it ended';
    return fact('expires', 'Expires', why, true);
  }
  const due = expiresAt(attempt);
  return due !== undefined && now >= due + OVERDUE_MS
    ? fact('expires', 'Expires', `due since ${minuteOf(due)}`, true)
    : [];
}

/** `2026-11-22 12:05 UTC` */
function minuteOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
