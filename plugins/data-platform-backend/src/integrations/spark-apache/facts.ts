import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { attemptsFact } from '../spark/facts/attemptsFact';
import { executorFacts } from '../spark/facts/executorFacts';
import { fact } from '../verdicts/fact';
import { sizeFacts } from '../spark/facts/sizeFacts';
import { textAt } from '../values/field';
import { formatDuration } from '../values/plain';
import { durationOf } from '../spark/model/sparkAttempt';
import { sparkAttempt } from './model/sparkAttempt';
import { thresholdOf } from './model/sparkSize';

/** Figures of a run, for its row and its drawer. */
export function sparkApplicationFacts(
  object: KubernetesObject,
  ctx: AssessContext,
): readonly Fact[] {
  const attempt = sparkAttempt(object, ctx);
  const duration = attempt.over ? durationOf(attempt) : undefined;
  const { init, min } = thresholdOf(object.spec);
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
    ...fact(
      'kept',
      'Pods',
      attempt.state === 'TerminatedWithoutReleaseResources' &&
        'kept, as its definition asks',
    ),
  ];
}
