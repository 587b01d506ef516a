/**
 * Order of paths and names as lakeFS keeps them: by the bytes of UTF-8. JavaScript compares UTF-16 units, which differs where a
 * surrogate pair meets a character of U+E000 to U+FFFF.
 */
export function comparePaths(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const one = left.charCodeAt(at);
    const other = right.charCodeAt(at);
    if (one !== other) return byteRank(one) - byteRank(other);
  }
  return left.length - right.length;
}

/** Surrogates stand for characters above all others. */
function byteRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
