import { badRequest, LakeFsError } from '../model/LakeFsError';

/** A step from a ref to another commit, or a part of a branch: `~2`, `^1`, `@` (committed), `$` (with what is staged). */
export interface RefModifier {
  type: '~' | '^' | '@' | '$';
  amount: number;
}

export interface ParsedRef {
  base: string;
  modifiers: readonly RefModifier[];
}

export const invalidRef = () =>
  badRequest('ref: invalid value: validation error');

/** Takes a ref apart, as graveler's ParseRef does. @throws LakeFsError 400 */
export function parseRef(ref: string): ParsedRef {
  const parts = ref.match(/(^|[~^@$])[^^~@$]*/g) ?? [];
  const [base, ...rest] = parts;
  if (!base || /^[~^@$]/.test(base)) throw invalidRef();
  return { base, modifiers: rest.map(parseModifier) };
}

function parseModifier(text: string): RefModifier {
  const type = text[0] as RefModifier['type'];
  const amount = text.slice(1);
  if (amount === '') return { type, amount: 1 };
  if (type === '@' || type === '$') throw invalidRef();
  if (!/^[+-]?\d+$/.test(amount)) {
    throw new LakeFsError(
      400,
      `could not parse modifier ${text}: ref: invalid value: validation error`,
    );
  }
  return { type, amount: Number(amount) };
}
