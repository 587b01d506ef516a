/** What the owner of a branch was told of its end. Times are epoch milliseconds. */
export interface EndNotice {
  /** The expiry that it was told of. */
  for: number;
  /** When the branch goes. */
  at: number;
  /** Its last commit then. */
  head: string;
  /** That uncommitted data goes with it. */
  dirty: boolean;
  /** It reached somebody. */
  told: boolean;
}

/** What is to be done about a branch that has an end. */
export type ExpiryStep =
  | { do: 'wait' }
  | { do: 'say'; notice: Omit<EndNotice, 'told'> }
  | { do: 'delete' };

/**
 * Before its end the owner is told once. After it, the branch goes when what was told holds: this expiry, this commit, and
 * uncommitted data only where it was said, to somebody, that it goes. Whatever differs is told anew, with the whole grace.
 */
export function expiryStep(
  branch: { expiresAt: number; head: string; dirty: boolean },
  notice: EndNotice | undefined,
  times: { now: number; warnMs: number; graceMs: number },
): ExpiryStep {
  const { expiresAt, head, dirty } = branch;
  const { now, warnMs, graceMs } = times;
  const said = notice?.for === expiresAt ? notice : undefined;
  if (now < expiresAt) {
    if (said || now < expiresAt - warnMs) return { do: 'wait' };
    return {
      do: 'say',
      notice: { for: expiresAt, at: expiresAt, head, dirty: false },
    };
  }
  const holds = said?.head === head && (!dirty || (said.dirty && said.told));
  if (!holds) {
    return {
      do: 'say',
      notice: { for: expiresAt, at: now + graceMs, head, dirty },
    };
  }
  return { do: now >= said.at ? 'delete' : 'wait' };
}
