/** Two refs to compare. */
export interface DiffQuestion {
  left: string;
  right: string;
  /** three_dot: what right changed since it parted from left. two_dot: how the two differ now. */
  type: DiffType;
}

export type DiffType = 'three_dot' | 'two_dot';

/** What a comparison shows, in a sentence. */
export function diffSentence(
  type: DiffType,
  branch: string,
  other: string,
): string {
  return type === 'three_dot'
    ? `What \`${branch}\` changed since it parted from \`${other}\`: what a merge would bring. What happened on \`${other}\` meanwhile is left out.`
    : `How \`${branch}\` differs from \`${other}\` as both are now. What \`${other}\` gained meanwhile is shown as removed, though \`${branch}\` never had it.`;
}
