import { wildcard } from './wildcard';

/**
 * Whether a rule of branch protection names a branch. lakeFS takes fnmatch patterns; a branch has letters, digits, `_`
 * and `-` alone, so `*` and `?` are what matters. A pattern with brackets is taken for one that may match: the portal
 * would rather call a branch protected than let it be changed.
 */
export function protects(pattern: string, branch: string): boolean {
  if (/[[\]{}\\]/.test(pattern)) {
    const [head] = pattern.split(/[*?[\]{}\\]/);
    return branch.startsWith(head);
  }
  if (!pattern.includes('?')) return wildcard(pattern, branch);
  return questionMarks(pattern, branch);
}

/** `*` any characters, `?` exactly one; greedy with one step back, so linear in practice and quadratic at worst. */
function questionMarks(pattern: string, name: string): boolean {
  let p = 0;
  let n = 0;
  let star = -1;
  let mark = 0;
  while (n < name.length) {
    if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n])) {
      p += 1;
      n += 1;
    } else if (pattern[p] === '*') {
      star = p;
      mark = n;
      p += 1;
    } else if (star >= 0) {
      mark += 1;
      n = mark;
      p = star + 1;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}
