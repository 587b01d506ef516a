import {
  Assessment,
  HEALTH_ORDER,
  ResourceLink,
} from '@millrace/backstage-plugin-data-platform-common';

const OUTCOMES = [undefined, 'succeeded', 'failed', 'cancelled'];
const EVIDENCE_KINDS =
  'object pod event quota limit-range log history source'.split(' ');
const UNSAFE_TEXT = /[\p{Cc}\p{Cf}\u2028\u2029]|\p{Surrogate}/u;
const SENTENCE_MAX = 600;

/** What is wrong with an assessment; empty when it is well-formed. */
export function assessmentProblems(
  assessment: Assessment,
  now: number,
): string[] {
  const problems: string[] = [];
  const check = (holds: boolean, problem: string) => {
    if (!holds) {
      problems.push(problem);
    }
  };
  check(
    HEALTH_ORDER.includes(assessment.health),
    `health ${assessment.health}`,
  );
  check(OUTCOMES.includes(assessment.outcome), `outcome ${assessment.outcome}`);
  check(
    /^[A-Z][A-Za-z]{1,60}$/.test(assessment.reason),
    `reason ${assessment.reason}`,
  );
  problems.push(...sentenceProblems('message', assessment.message));
  if (assessment.nextStep !== undefined) {
    problems.push(...sentenceProblems('nextStep', assessment.nextStep));
  }
  if (assessment.health === 'degraded' || assessment.health === 'failed') {
    check(assessment.nextStep !== undefined, 'nextStep lacks');
  }
  if (assessment.since !== undefined) {
    const since = Date.parse(assessment.since);
    check(since <= now, `since ${assessment.since} lies in the future`);
  }
  for (const item of assessment.evidence) {
    check(EVIDENCE_KINDS.includes(item.kind), `evidence kind ${item.kind}`);
    check(item.message.length <= 1_000, 'evidence message is too long');
    check(
      !UNSAFE_TEXT.test(item.message + item.subject),
      'evidence holds control characters',
    );
    check(
      item.at === undefined || !Number.isNaN(Date.parse(item.at)),
      `evidence at ${item.at}`,
    );
  }
  for (const remedy of assessment.remedies) {
    problems.push(...sentenceProblems('remedy', remedy.text));
  }
  return problems;
}

/** What is wrong with one sentence. */
export function sentenceProblems(what: string, text: string): string[] {
  const problems: string[] = [];
  const shown = text.slice(0, 200);
  if (!/\S\.$/.test(text) || text.length > SENTENCE_MAX) {
    problems.push(`${what} is no sentence with a full stop: ${shown}`);
  }
  if (UNSAFE_TEXT.test(text)) {
    problems.push(`${what} holds control characters: ${JSON.stringify(shown)}`);
  }
  if (/[{}]|":/.test(text)) {
    problems.push(`${what} holds raw data: ${shown}`);
  }
  if (/[.!?]\s+\p{Lu}/u.test(text.replace(/`[^`]*`/g, ''))) {
    problems.push(`${what} is more than one sentence: ${shown}`);
  }
  return problems;
}

/** Links that are not absolute http(s) URLs, or that carry credentials. */
export function unsafeLinks(links: readonly ResourceLink[]): ResourceLink[] {
  return links.filter(({ url }) => {
    try {
      const parsed = new URL(url);
      return (
        !/^https?:$/.test(parsed.protocol) ||
        parsed.username !== '' ||
        parsed.password !== ''
      );
    } catch {
      return true;
    }
  });
}
