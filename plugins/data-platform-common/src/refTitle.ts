/** What the portal does by itself is done under refs of this kind. */
const PORTAL = 'portal:default/';

/**
 * The part of an entity ref that a person reads: `user:default/ada` is `ada`. Of a task of the portal, whose ref is in no
 * catalog, `the portal (branch-expiry)`.
 */
export function refTitle(ref: string): string {
  if (ref.startsWith(PORTAL)) return `the portal (${ref.slice(PORTAL.length)})`;
  const [, rest = ref] = /^[^:/]+:(.*)$/.exec(ref) ?? [];
  const [, name = rest] = /^default\/(.*)$/.exec(rest) ?? [];
  return name;
}
