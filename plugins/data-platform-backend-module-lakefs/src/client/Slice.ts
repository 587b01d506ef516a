/** Every call takes a signal. */
export type Way = { signal: AbortSignal };

/** One page: what comes after a name, and how much of it. */
export type Slice = Way & { after?: string; amount?: number };

/** Of a diff or a list of objects: below a prefix, and folded at a delimiter. */
export type DiffSlice = Slice & { prefix?: string; delimiter?: string };

/** Of the options of a call what every request takes. */
export function way({ signal }: Way): Way {
  return { signal };
}
