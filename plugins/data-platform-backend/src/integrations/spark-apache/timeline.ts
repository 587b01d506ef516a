import { Moment } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { attemptTimeline } from '../spark/timeline/attemptTimeline';
import { isTerminated } from './model/applicationState';
import { sparkAttempt } from './model/sparkAttempt';

/** Steps of a run, as the operator's history and the pods tell them. */
export function sparkApplicationTimeline(
  object: KubernetesObject,
  ctx: AssessContext,
): readonly Moment[] {
  const attempt = sparkAttempt(object, ctx);
  const { state, end } = attempt;
  const over = end !== undefined || isTerminated(state);
  return attemptTimeline(attempt, {
    over,
    refused: end?.entry.state === 'SchedulingFailure',
    ...(over && { end: end?.outcome ?? 'unknown' }),
  });
}
