import { field, textAt, textsAt } from '../../values/field';
import { code } from '../../values/plain';
import { SparkAttempt } from '../../spark/model/sparkAttempt';
import { Verdict } from '../../verdicts/verdict';

/**
 * The operator's webhook makes the object the owner of its driver pod and gives the pod what spark-submit cannot. A driver
 * without that owner, of a definition that asks for such things, runs without them.
 */
export function withWebhook(verdict: Verdict, attempt: SparkAttempt): Verdict {
  const { driver, object, namespace } = attempt;
  const asks = textsAt(field(object.spec, 'driver'), 'webhookAsks');
  const uid = textAt(object.metadata, 'uid') ?? '';
  if (!driver || asks.length === 0 || driver.ownerUids.includes(uid)) {
    return verdict;
  }
  const lacks = asks
    .slice(0, 4)
    .map(name => code(`spec.driver.${name}`))
    .join(', ');
  const evidence = [
    ...(verdict.evidence ?? []),
    {
      kind: 'pod' as const,
      subject: `pod ${driver.name}`,
      reason: 'WebhookNotApplied',
      message: `The pod lacks its owner, and so probably all that the operator's webhook adds: ${lacks}`,
    },
  ];
  const quiet =
    verdict.outcome === undefined &&
    (verdict.health === 'healthy' || verdict.health === 'progressing');
  if (!quiet) {
    return { ...verdict, evidence };
  }
  const where = code(namespace);
  return {
    health: 'degraded',
    reason: 'WebhookNotApplied',
    message: `The driver probably runs without ${lacks}: the operator's webhook does not cover namespace ${where}.`,
    nextStep: `Ask the platform team to let the operator's webhook cover namespace ${where}, then run it again.`,
    since: driver.createdAt,
    evidence,
  };
}
