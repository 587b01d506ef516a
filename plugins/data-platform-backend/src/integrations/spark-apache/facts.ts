import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { attemptsFact } from '../spark/facts/attemptsFact';
import { executorFacts } from '../spark/facts/executorFacts';
import { expiryFact, minuteOf, OVERDUE_MS } from '../spark/facts/expiryFact';
import { fact } from '../verdicts/fact';
import { sizeFacts } from '../spark/facts/sizeFacts';
import { textAt } from '../values/field';
import { formatDuration } from '../values/plain';
import { durationOf } from '../spark/model/sparkAttempt';
import { expiryOf } from './model/expiry';
import { ApacheAttempt, sparkAttempt } from './model/sparkAttempt';
import { thresholdOf } from './model/sparkSize';

/** Figures of a run, for its row and its drawer. */
export function sparkApplicationFacts(
  object: KubernetesObject,
  ctx: AssessContext,
): readonly Fact[] {
  const attempt = sparkAttempt(object, ctx);
  const duration = attempt.over ? durationOf(attempt) : undefined;
  const { init, min } = thresholdOf(object.spec);
  const expiry = expiryOf(attempt);
  return [
    ...executorFacts(attempt),
    ...fact(
      'executorsNeeded',
      'Executors needed',
      (init > 0 || min > 0) && `${init} to begin, ${min} to go on`,
    ),
    ...attemptsFact(attempt),
    ...fact(
      'duration',
      'Duration',
      duration !== undefined && formatDuration(duration),
    ),
    ...sizeFacts(attempt.size),
    ...fact('image', 'Image', attempt.image.driver),
    ...fact(
      'sparkVersion',
      'Spark',
      textAt(object.spec, 'runtimeVersions', 'sparkVersion'),
    ),
    ...fact('applicationId', 'Application id', attempt.applicationId),
    ...keptFact(attempt, expiry.pods),
    ...(expiry.object === undefined
      ? []
      : expiryFact(expiry.object, attempt.now)),
  ];
}

function keptFact(attempt: ApacheAttempt, pods?: number): readonly Fact[] {
  if (attempt.state !== 'TerminatedWithoutReleaseResources') return [];
  return pods !== undefined && attempt.now >= pods + OVERDUE_MS
    ? fact(
        'kept',
        'Pods',
        `still kept, due to go since ${minuteOf(pods)}`,
        true,
      )
    : fact('kept', 'Pods', 'kept, as its definition asks');
}
