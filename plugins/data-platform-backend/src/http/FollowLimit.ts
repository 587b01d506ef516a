/** HTTP 429. */
export class TooManyFollowsError extends Error {
  readonly statusCode = 429;

  constructor(max: number) {
    super(
      `You follow ${max} logs already, which is the most at once. Close one, or read this log without following it.`,
    );
    this.name = 'TooManyFollowsError';
  }
}

/** How many log follows one person has open. */
export class FollowLimit {
  readonly #open = new Map<string, number>();
  readonly #max: number;

  constructor(max: number = 6) {
    this.#max = max;
  }

  /**
   * Takes one. Returns how to give it back.
   * @throws TooManyFollowsError (429)
   */
  take(userRef: string): () => void {
    const open = this.#open.get(userRef) ?? 0;
    if (open >= this.#max) throw new TooManyFollowsError(this.#max);
    this.#open.set(userRef, open + 1);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const left = (this.#open.get(userRef) ?? 1) - 1;
      if (left > 0) this.#open.set(userRef, left);
      else this.#open.delete(userRef);
    };
  }
}
