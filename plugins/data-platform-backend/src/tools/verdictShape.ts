import { AssessmentSummary } from '@millrace/backstage-plugin-data-platform-common';
import { Zod } from './Tool';

/** A verdict as tools tell it. */
export function verdictShape(z: Zod) {
  return {
    health: z
      .enum([
        'healthy',
        'suspended',
        'progressing',
        'unknown',
        'degraded',
        'failed',
      ])
      .describe('How it is now, in order of severity.'),
    outcome: z
      .enum(['succeeded', 'failed', 'cancelled'])
      .optional()
      .describe('How a run ended.'),
    reason: z.string().describe('Short and stable.'),
    sentence: z.string().describe('What is the matter, and why.'),
    nextStep: z.string().optional().describe('What a person can do about it.'),
    since: z.string().optional(),
  };
}

export function verdictOf(assessment: AssessmentSummary) {
  const { health, outcome, reason, message, nextStep, since } = assessment;
  return { health, outcome, reason, sentence: message, nextStep, since };
}
