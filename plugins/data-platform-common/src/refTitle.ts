/** The part of an entity ref that a person reads: `user:default/ada` is `ada`. */
export function refTitle(ref: string): string {
  const [, rest = ref] = /^[^:/]+:(.*)$/.exec(ref) ?? [];
  const [, name = rest] = /^default\/(.*)$/.exec(rest) ?? [];
  return name;
}
