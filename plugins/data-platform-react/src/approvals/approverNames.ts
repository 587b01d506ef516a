import { refTitle } from '../format/refTitle';

/** Who may decide, in words: `sales-team or olga`; where nobody is named, administrators do. */
export function approverNames(refs: readonly string[]): string {
  if (refs.length === 0) return 'an administrator of the platform';
  const names = refs.map(ref =>
    // A bare name would read like a person's.
    ref.toLowerCase().startsWith('group:')
      ? `a member of ${refTitle(ref)}`
      : refTitle(ref),
  );
  return names.length === 1
    ? names[0]
    : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
