/**
 * The JSON merge patch (RFC 7386) that turns one value into another: what lacks in the second is null, what is equal is
 * left out.
 */
export function mergePatch(from: unknown, to: unknown): unknown {
  if (!isObject(from) || !isObject(to)) return to;
  const patch: Record<string, unknown> = {};
  for (const key of Object.keys(from)) {
    if (!(key in to) || to[key] === undefined) patch[key] = null;
  }
  for (const [key, value] of Object.entries(to)) {
    const before = from[key];
    if (
      value === undefined ||
      JSON.stringify(before) === JSON.stringify(value)
    ) {
      continue;
    }
    patch[key] = mergePatch(before, value);
  }
  return patch;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
