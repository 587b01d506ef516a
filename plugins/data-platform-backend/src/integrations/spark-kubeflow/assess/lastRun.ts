import {
  AssessContext,
  KubernetesObject,
  RelatedObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { textAt, textsAt, timeAt } from '../../values/field';
import { plain } from '../../values/plain';
import { childEvidence } from './childEvidence';
import { Verdict } from '../../verdicts/verdict';

/** A schedule that does its work is as well as its last run. */
export function judgeLastRun(
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
