import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
  RelatedObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { flagAt, textAt, textsAt, timeAt } from '../model/field';
import { code, plain } from '../model/plain';
import { parseQuantity } from '../model/quantity';
import { COUNT_QUOTA, SCHEDULED_SPARK_APPLICATION } from '../names';
import { cronProblem, timeZoneProblem } from '../manifest/cronExpression';
import { judgeDeletion } from './deletion';
import { notPickedUp, PICK_UP_MS } from './notPickedUp';
import { nextTick } from './nextTick';
import { quotaLine } from './quotaLine';
import { at, toAssessment, Verdict } from './verdict';

/** A run starts within the second that it is due; beyond this it does not come by itself. */
const LATE_MS = 90_000;

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
      return {
        health: 'unknown',
        reason: 'UnknownState',
        message: `The operator reports the state ${code(
          state,
          60,
        )}, which is not known here.`,
        nextStep:
          'Look at the object itself; a newer operator may have added that state.',
      };
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
      ...notPickedUp(namespace, createdAt, ctx.lastActivity),
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

/** The due run has not started. Source: internal/controller/scheduledsparkapplication/controller.go, shouldStartNextRun. */
function judgeLate(
  { spec, metadata }: KubernetesObject,
  ctx: AssessContext,
  nextRun: number,
): Verdict | undefined {
  const policy = textAt(spec, 'concurrencyPolicy');
  const last = ctx.children[0];
  if (!policy && last) {
    return {
      health: 'degraded',
      reason: 'ConcurrencyPolicyMissing',
      message:
        'No further run starts: `spec.concurrencyPolicy` is not set, and then the operator starts none while an earlier one is still on the cluster.',
      nextStep:
        'Set `spec.concurrencyPolicy` to `Forbid`, `Allow` or `Replace`.',
      since: nextRun,
    };
  }
  if (policy === 'Forbid' && last) {
    if (!last.assessment.outcome) {
      return judgeBlocked(last, nextRun);
    }
    const endedAt = Date.parse(last.assessment.since ?? '');
    const tick = nextTick(spec, endedAt);
    if (endedAt > nextRun && tick !== undefined && ctx.now - tick <= LATE_MS) {
      return undefined;
    }
  }
  const full = ctx.quotas.find(quota => {
    const hard = parseQuantity(quota.hard[COUNT_QUOTA]);
    const used = parseQuantity(quota.used[COUNT_QUOTA]) ?? 0;
    return (
      quota.namespace === metadata?.namespace &&
      hard !== undefined &&
      used >= hard
    );
  });
  if (full) {
    return {
      health: 'degraded',
      reason: 'ScheduleMissed',
      message: `The run that was due has not started: probably the quota ${code(
        full.name,
      )} refuses it, for it allows ${
        full.hard[COUNT_QUOTA]
      } SparkApplications and as many exist, finished ones included.`,
      nextStep:
        'Delete old runs, and set `timeToLiveSeconds` so that finished ones expire.',
      since: nextRun,
      evidence: [
        {
          kind: 'quota',
          subject: `ResourceQuota ${full.name}`,
          message: quotaLine(full),
        },
      ],
    };
  }
  return {
    health: 'degraded',
    reason: 'ScheduleMissed',
    message:
      'The run that was due has not started: the Spark operator is down, or the cluster refuses the run.',
    nextStep:
      'Start a run by hand to see what refuses it, or ask the platform team whether the Spark operator is running.',
    since: nextRun,
  };
}

function judgeBlocked(last: RelatedObject, nextRun: number): Verdict {
  const sick =
    last.assessment.health !== 'healthy' &&
    last.assessment.health !== 'progressing';
  return {
    health: sick ? 'degraded' : 'progressing',
    reason: 'WaitingForPreviousRun',
    message: `The run that is due waits for ${code(
      last.name,
    )} to end, as \`concurrencyPolicy\` is \`Forbid\`.`,
    nextStep: sick
      ? `See why ${code(last.name)} does not end, or stop it.`
      : 'Wait, or stop that run.',
    since: nextRun,
    evidence: childEvidence(last),
  };
}

function judgeLastRun(
  { status, spec }: KubernetesObject,
  ctx: AssessContext,
): Verdict {
  const last = ctx.children[0];
  const schedule = `'${plain(textAt(spec, 'schedule') ?? '', 60)}'`;
  if (!last) {
    const lastName = textAt(status, 'lastRunName');
    if (lastName && textsAt(status, 'pastFailedRunNames').includes(lastName)) {
      return {
        health: 'failed',
        reason: 'LastRunFailed',
        message: `Scheduled (${schedule}), but the last run failed.`,
        nextStep: 'See in the history why it failed.',
        since: timeAt(status, 'lastRun'),
      };
    }
    return {
      health: 'healthy',
      reason: 'Scheduled',
      message: `Scheduled (${schedule}).`,
    };
  }
  const { assessment } = last;
  const evidence = childEvidence(last);
  if (assessment.health === 'failed' || assessment.health === 'degraded') {
    const failures = failuresInARow(ctx.children);
    return {
      health: assessment.health,
      reason: assessment.outcome ? 'LastRunFailed' : 'CurrentRunInTrouble',
      message:
        failures > 1
          ? `Scheduled (${schedule}), but the last ${failures} runs failed.`
          : `Scheduled (${schedule}), but the ${
              assessment.outcome
                ? 'last run failed'
                : 'run under way is in trouble'
            }.`,
      nextStep: assessment.nextStep ?? 'See that run.',
      since: Date.parse(assessment.since ?? '') || undefined,
      evidence,
    };
  }
  return {
    health: 'healthy',
    reason: 'Scheduled',
    message: assessment.outcome
      ? `Scheduled (${schedule}); the last run ${
          assessment.outcome === 'cancelled' ? 'was cancelled' : 'succeeded'
        }.`
      : `Scheduled (${schedule}); a run is under way.`,
    evidence,
  };
}

function failuresInARow(children: readonly RelatedObject[]): number {
  const firstGood = children.findIndex(
    child => child.assessment.outcome !== 'failed',
  );
  return firstGood < 0 ? children.length : firstGood;
}

function childEvidence({ kind, name, assessment }: RelatedObject) {
  return [
    {
      kind: 'object' as const,
      subject: `${kind} ${name}`,
      reason: assessment.reason,
      message: assessment.message,
      ...(assessment.since && { at: assessment.since }),
    },
  ];
}
