import { badRequest } from '../errors/status';
import { formatQuantity, parseQuantity } from '../quantity/Quantity';

/** Writes all quantities of a map in their canonical form, in place; what is no quantity cannot be decoded (400). */
export function canonical(
  quantities: Record<string, unknown> | undefined,
  kind: string,
): void {
  for (const [name, value] of Object.entries(quantities ?? {})) {
    const parsed = parseQuantity(value);
    if (!parsed) {
      throw badRequest(
        `${kind} in version "v1" cannot be handled as a ${kind}: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'`,
      );
    }
    quantities![name] = formatQuantity(parsed);
  }
}
