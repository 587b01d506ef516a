import { z } from 'zod';
import { memory } from './sparkJobInput';

const pod = z.strictObject({
  cores: z.number().int().min(1, 'At least 1 core.').max(128).optional(),
  memory: memory.optional(),
  memoryOverhead: memory.optional(),
});

/** What one run may have other than the definition; what is left out is as defined. */
export const runValuesShape = {
  arguments: z
    .array(z.string().max(4_000))
    .max(100, 'At most 100 arguments.')
    .optional(),
  driver: pod.optional(),
  executor: pod
    .extend({ instances: z.number().int().min(1).max(1_000).optional() })
    .optional(),
};

/** Pattern of the argument that carries the date: `--date={date}`. */
export const dateArgumentInput = z.string().trim().min(1).max(500).optional();

/** A day, or a moment in RFC 3339. */
export const dateInput = z
  .string({ error: 'Give a date.' })
  .regex(
    /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/,
    'Give a date as 2026-01-02, or a moment as 2026-01-02T03:00:00Z.',
  )
  .refine(isRealDate, 'There is no such date.');

/** 31 February is read as a day of March by every parser; nobody means that. */
function isRealDate(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    !Number.isNaN(Date.parse(text)) &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  );
}
