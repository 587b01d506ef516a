import {
  Assessment,
  Evidence,
  HEALTH_ORDER,
  Outcome,
} from '@millrace/backstage-plugin-data-platform-common';
import { capOptional, capText } from './capText';
import { normalTime } from './wireTime';

const OUTCOMES: readonly Outcome[] = ['succeeded', 'failed', 'cancelled'];

/** An assessment as an integration gave it, held to the wire's types and to bounded lengths. */
export function normalAssessment(given: Assessment): Assessment {
  const health = HEALTH_ORDER.includes(given.health) ? given.health : 'unknown';
  return {
    health,
    outcome: OUTCOMES.find(outcome => outcome === given.outcome),
    reason: capText(given.reason || 'Unknown', 100),
    message: capText(given.message, 1000),
    nextStep: capOptional(given.nextStep, 500),
    since: normalTime(given.since),
    evidence: (given.evidence ?? []).slice(0, 40).map(normalEvidence),
    remedies: (given.remedies ?? []).slice(0, 10).map(remedy => ({
      text: capText(remedy.text, 500),
      operation: capOptional(remedy.operation, 100),
    })),
  };
}

function normalEvidence(evidence: Evidence): Evidence {
  return {
    kind: evidence.kind,
    subject: capText(evidence.subject, 300),
    reason: capOptional(evidence.reason, 200),
    message: capText(evidence.message, 2000),
    at: normalTime(evidence.at),
  };
}
