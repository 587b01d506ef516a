import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { judgeDeletion } from '../../verdicts/deletion';
import { notPickedUp, PICK_UP_MS } from '../../spark/assess/notPickedUp';
import { at, toAssessment, Verdict } from '../../verdicts/verdict';
import { unknownState } from '../../verdicts/unknownState';
import { textAt, timeAt } from '../../values/field';
import { plain } from '../../values/plain';
import { apacheOperator } from '../model/apacheOperator';
import { currentState } from '../model/stateHistory';
import { SPARK_CLUSTER } from '../names';
import { judgeClusterPods } from './clusterPods';
import { refusalText } from './refusalText';

/** The verdict on a SparkCluster. The operator writes RunningHealthy once and never looks again: the pods tell. */
export function assessSparkCluster(
  object: KubernetesObject,
  ctx: AssessContext,
): Assessment {
  const current = currentState(object.status);
  const verdict = judge(object, ctx);
  return toAssessment(
    {
      ...verdict,
      evidence: [
        ...(verdict.evidence ?? []),
        {
          kind: 'object',
          subject: `${SPARK_CLUSTER} ${textAt(object.metadata, 'name') ?? ''}`,
          reason: current?.state ?? 'no state',
          message: current?.message ?? 'The object gives no message',
          ...at(current?.at),
        },
      ],
    },
    ctx,
  );
}

function judge(object: KubernetesObject, ctx: AssessContext): Verdict {
  const { metadata, status } = object;
  const deletingSince = timeAt(metadata, 'deletionTimestamp');
  if (deletingSince !== undefined) {
    return judgeDeletion(object, deletingSince, ctx.now);
  }
  const current = currentState(status);
  switch (current?.state ?? '') {
    case '':
      return judgeFresh(object, ctx);
    case 'Submitted':
    case 'RunningHealthy':
      return judgeClusterPods(object, ctx);
    case 'SchedulingFailure': {
      const said = plain(refusalText(current?.message ?? ''), 160);
      return {
        health: 'failed',
        reason: 'SchedulingFailure',
        message: `The operator could not make the cluster${
          said ? `; the API server says: ${said}` : ''
        }.`,
        nextStep:
          'Correct what the API server refuses, then delete the cluster and make it again: the operator does not try twice.',
        since: current?.at,
      };
    }
    case 'Failed': {
      const said = plain(current?.message ?? '', 160);
      return {
        health: 'failed',
        reason: 'Failed',
        message: `The cluster failed${said ? `: ${said}` : ''}.`,
        nextStep: 'See the events of its pods, then make it again.',
        since: current?.at,
      };
    }
    case 'ResourceReleased':
      return {
        health: 'suspended',
        reason: 'Released',
        message: 'The cluster has been shut down, and its pods are gone.',
        nextStep: 'Delete it, and make it again when it is needed.',
        since: current?.at,
      };
    default:
      return unknownState(current?.state ?? '');
  }
}

function judgeFresh(
  { metadata }: KubernetesObject,
  ctx: AssessContext,
): Verdict {
  const createdAt = Math.min(
    timeAt(metadata, 'creationTimestamp') ?? ctx.firstSeen,
    ctx.now,
  );
  return ctx.now - createdAt > PICK_UP_MS
    ? {
        ...notPickedUp(
          textAt(metadata, 'namespace') ?? '',
          createdAt,
          ctx,
          apacheOperator.namespacesSetting,
        ),
        since: createdAt,
      }
    : {
        health: 'progressing',
        reason: 'Created',
        message: 'Created, and waiting for the Spark operator to pick it up.',
        since: createdAt,
      };
}
