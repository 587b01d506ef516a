import { InputError } from '@backstage/errors';
import { Request } from 'express';
import { z, ZodType } from 'zod';

/** One value of a query; given twice is a mistake, not a list. */
export function queryOf<T>(schema: ZodType<T>, req: Request): T {
  const parsed = schema.safeParse(req.query);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue.path.join('.');
  throw new InputError(
    issue.code === 'unrecognized_keys'
      ? `There is no parameter ${issue.keys.join(', ')}.`
      : `${field}: ${issue.message}`,
  );
}

/** A whole number within bounds. */
export function numberParameter(options: {
  min: number;
  max: number;
  otherwise: number;
}) {
  const { min, max, otherwise } = options;
  return z.coerce.number().int().min(min).max(max).default(otherwise);
}

/** Values separated by commas; empty ones are left out. */
export function listParameter(longest: number) {
  return z
    .string()
    .max(longest)
    .transform(text => text.split(',').filter(each => each !== ''));
}

/** Path of objects; part of it is a prefix. */
export const pathParameter = z.string().max(1_024);
