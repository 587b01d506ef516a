import {
  Finding,
  prototypeKeys,
} from '@millrace/backstage-plugin-data-platform-common';
import { z } from 'zod';

/** Either the input, typed, or what is wrong with it, a finding a field. */
export type ValidatedInput<I> =
  | { ok: true; input: I }
  | { ok: false; findings: Finding[] };

/**
 * Checks what came in against an operation's schema. Keys that reach for prototypes are refused at any depth. Fields that
 * a form left empty count as absent.
 */
export function validateInput<I>(
  schema: z.ZodType<I>,
  input: unknown,
): ValidatedInput<I> {
  const unsafe = prototypeKeys(input);
  if (unsafe.length > 0) {
    return {
      ok: false,
      findings: unsafe.map(field => ({
        level: 'error',
        field,
        message: 'This key is not allowed anywhere.',
        remedy: 'Remove it.',
      })),
    };
  }
  const parsed = schema.safeParse(withoutEmpty(input ?? {}));
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, findings: parsed.error.issues.map(toFinding) };
}

function toFinding(issue: z.core.$ZodIssue): Finding {
  const field = issue.path.map(String).join('.');
  return {
    level: 'error',
    ...(field && { field }),
    message:
      issue.code === 'unrecognized_keys'
        ? `There is no field ${issue.keys.map(key => `"${key}"`).join(', ')}.`
        : issue.message,
  };
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
      .filter(([, inner]) => !isEmpty(inner)),
  );
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return (
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.keys(value).length === 0
  );
}
