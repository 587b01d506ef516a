import { Moment } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { attemptTimeline } from '../spark/timeline/attemptTimeline';
import { sparkAttempt } from './model/sparkAttempt';

/** Steps of a run, as the object and its pods tell them. */
export function sparkApplicationTimeline(
  object: KubernetesObject,
  ctx: AssessContext,
): readonly Moment[] {
  const attempt = sparkAttempt(object, ctx);
  const { state, over, driver, goneDriver, driverEnd } = attempt;
  const ended = over || driverEnd !== undefined;
  const noPod = !driver && !goneDriver && !attempt.executions;
  return attemptTimeline(attempt, {
    over,
    refused: state === 'SUBMISSION_FAILED' || (ended && noPod),
    ...(state === 'FAILED' && { end: 'failed' }),
  });
}
