import {
  AssessContext,
  KubernetesObject,
  OperatorView,
  RelatedObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { textAt } from '../../values/field';
import { code } from '../../values/plain';
import { amount } from '../../values/amount';
import { COUNT_QUOTA } from '../names';
import { childEvidence } from './childEvidence';
import { nextTick } from './nextTick';
import { quotaLine } from '../../pods/quotaLine';
import { Verdict } from '../../verdicts/verdict';

/** A run starts within the second that it is due; beyond this it does not come by itself. */
export const LATE_MS = 90_000;

/** The due run has not started. Source: internal/controller/scheduledsparkapplication/controller.go, shouldStartNextRun. */
export function judgeLate(
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
    const hard = amount(quota.hard[COUNT_QUOTA]);
    const used = amount(quota.used[COUNT_QUOTA]) ?? 0;
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
    ...unexplained(ctx.operator),
    since: nextRun,
  };
}

function unexplained(
  operator: OperatorView | undefined,
): Pick<Verdict, 'message' | 'nextStep'> {
  const late = 'The run that was due has not started';
  if (operator?.trouble) {
    return {
      message: `${late}: ${operator.trouble}.`,
      nextStep:
        'Ask the platform team to bring the operator back; the missed run starts by itself then.',
    };
  }
  return operator?.state === 'up'
    ? {
        message: `${late}: the Spark operator is at work, so the cluster probably refuses the run.`,
        nextStep: 'Start a run by hand to see what refuses it.',
      }
    : {
        message: `${late}: the Spark operator is down, or the cluster refuses the run.`,
        nextStep:
          'Start a run by hand to see what refuses it, or ask the platform team whether the Spark operator is running.',
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
