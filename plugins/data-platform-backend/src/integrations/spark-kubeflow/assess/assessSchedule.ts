import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { flagAt, textAt, timeAt } from '../../values/field';
import { code, plain } from '../../values/plain';
import { SCHEDULED_SPARK_APPLICATION } from '../names';
import { cronProblem, timeZoneProblem } from '../manifest/cronExpression';
import { kubeflowOperator } from '../model/kubeflowOperator';
import { judgeDeletion } from '../../verdicts/deletion';
import { judgeLastRun } from './lastRun';
import { judgeLate, LATE_MS } from './lateRun';
import { notPickedUp, PICK_UP_MS } from '../../spark/assess/notPickedUp';
import { at, toAssessment, Verdict } from '../../verdicts/verdict';
import { unknownState } from '../../verdicts/unknownState';

/** The verdict on a ScheduledSparkApplication: whether runs start when they should, and how the last one went. */
export function assessSchedule(
  object: KubernetesObject,
  ctx: AssessContext,
): Assessment {
  const verdict = judge(object, ctx);
  const state = textAt(object.status, 'scheduleState');
  return toAssessment(
    {
      ...verdict,
      evidence: [
        ...(verdict.evidence ?? []),
        {
          kind: 'object',
          subject: `${SCHEDULED_SPARK_APPLICATION} ${
            textAt(object.metadata, 'name') ?? ''
          }`,
          reason: state ?? 'no state',
          message:
            textAt(object.status, 'reason') ?? 'The object gives no message',
          ...at(timeAt(object.status, 'lastRun')),
        },
      ],
    },
    ctx,
  );
}

function judge(object: KubernetesObject, ctx: AssessContext): Verdict {
  const { spec, status, metadata } = object;
  const deletingSince = timeAt(metadata, 'deletionTimestamp');
  if (deletingSince !== undefined) {
    return judgeDeletion(object, deletingSince, ctx.now);
  }
  if (flagAt(spec, 'suspend')) {
    return {
      health: 'suspended',
      reason: 'Suspended',
      message: 'Suspended: no new run starts.',
      nextStep:
        'Resume it when runs should start again; a run that was missed meanwhile starts at once.',
      operation: 'spark:resume-schedule',
    };
  }
  const state = textAt(status, 'scheduleState') ?? '';
  switch (state) {
    case 'FailedValidation':
      return judgeInvalid(object);
    case 'Scheduled':
      return judgeScheduled(object, ctx);
    case '':
    case 'Validating':
      return judgeFresh(object, ctx);
    default:
      return unknownState(state);
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
  if (ctx.now - createdAt > PICK_UP_MS) {
    const namespace = textAt(metadata, 'namespace') ?? '';
    return {
      ...notPickedUp(
        namespace,
        createdAt,
        ctx,
        kubeflowOperator.namespacesSetting,
      ),
      since: createdAt,
    };
  }
  return {
    health: 'progressing',
    reason: 'Created',
    message: 'Created, and waiting for the Spark operator to pick it up.',
    since: createdAt,
  };
}

function judgeInvalid({ spec, status }: KubernetesObject): Verdict {
  const schedule = textAt(spec, 'schedule') ?? '';
  const zone = textAt(spec, 'timeZone');
  if (zone && timeZoneProblem(zone)) {
    return {
      health: 'failed',
      reason: 'InvalidTimeZone',
      message: `No run will start, because the time zone ${code(
        zone,
        60,
      )} is not known.`,
      nextStep: 'Correct `spec.timeZone`, for example `Europe/Berlin`.',
    };
  }
  const why =
    cronProblem(schedule) ?? plain(textAt(status, 'reason') ?? '', 120);
  return {
    health: 'failed',
    reason: 'InvalidSchedule',
    message: `No run will start, because the schedule '${plain(
      schedule,
      60,
    )}' is not valid${why ? `: ${plain(why, 140)}` : ''}.`,
    nextStep:
      'Correct `spec.schedule`: five cron fields, for example `0 2 * * *` for two in the morning.',
  };
}

function judgeScheduled(object: KubernetesObject, ctx: AssessContext): Verdict {
  const nextRun = timeAt(object.status, 'nextRun');
  return (
    (nextRun !== undefined && ctx.now - nextRun > LATE_MS
      ? judgeLate(object, ctx, nextRun)
      : undefined) ?? judgeLastRun(object, ctx)
  );
}
