import {
  Assessment,
  Evidence,
  Health,
  Outcome,
} from '@millrace/backstage-plugin-data-platform-common';
import { AssessContext } from '@millrace/backstage-plugin-data-platform-node';
import { plain } from '../values/plain';

/** A verdict as the judges write it; {@link toAssessment} makes it an assessment. */
export interface Verdict {
  health: Health;
  outcome?: Outcome;
  /** Short, CamelCase, stable. */
  reason: string;
  /** One sentence: what and why; with its full stop. */
  message: string;
  /** One imperative sentence. */
  nextStep?: string;
  /** Operation that does the next step. */
  operation?: string;
  /** Since when, epoch ms, where that is known. */
  since?: number;
  /** Other reasons of the same cause: changing between them does not restart `since`. */
  sameCause?: readonly string[];
  evidence?: readonly Evidence[];
}

/** A change is taken to have happened just now when the object was known before: by a verdict, or for at least this long. */
const WITNESSED_MS = 5_000;
/** An end of text is worth quoting up to here. */
const EVIDENCE_MAX = 500;
const EVIDENCE_COUNT = 20;

/** Completes a verdict: `since` survives between two names of one cause, foreign text in the evidence is made plain. */
export function toAssessment(verdict: Verdict, ctx: AssessContext): Assessment {
  const since = isoTime(sinceOf(verdict, ctx));
  const { health, outcome, reason, message, nextStep, operation } = verdict;
  return {
    health,
    ...(outcome && { outcome }),
    reason,
    message,
    ...(nextStep && { nextStep }),
    ...(since && { since }),
    evidence: (verdict.evidence ?? []).slice(0, EVIDENCE_COUNT).map(item => ({
      ...item,
      subject: plain(item.subject, 200),
      message: plain(item.message, EVIDENCE_MAX),
      ...(item.reason !== undefined && { reason: plain(item.reason, 80) }),
    })),
    remedies: nextStep
      ? [{ text: nextStep, ...(operation && { operation }) }]
      : [],
  };
}

function sinceOf(verdict: Verdict, ctx: AssessContext): number | undefined {
  const { previous, now } = ctx;
  const causes = [verdict.reason, ...(verdict.sameCause ?? [])];
  const before =
    previous && causes.includes(previous.reason)
      ? Date.parse(previous.since ?? '')
      : NaN;
  if (!Number.isNaN(before)) {
    return Math.min(verdict.since ?? before, before, now);
  }
  if (verdict.since !== undefined) {
    return Math.min(verdict.since, now);
  }
  const witnessed = previous || now - ctx.firstSeen >= WITNESSED_MS;
  return witnessed ? now : undefined;
}

/** RFC 3339 text of epoch milliseconds; undefined for what is no time. */
export function isoTime(time: number | undefined): string | undefined {
  return time === undefined || !(Math.abs(time) <= 8.64e15)
    ? undefined
    : new Date(time).toISOString();
}

/** Time as evidence carries it. */
export function at(time: number | undefined): { at?: string } {
  const iso = isoTime(time);
  return iso === undefined ? {} : { at: iso };
}
