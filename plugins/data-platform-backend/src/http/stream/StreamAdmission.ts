/** HTTP 429. Browsers then poll, and try again at growing, jittered distance. */
export class TooManyStreamsError extends Error {
  readonly statusCode = 429;

  constructor(message: string) {
    super(message);
    this.name = 'TooManyStreamsError';
  }
}

/** One stream serves all tabs of a browser; this many are browsers that somebody forgot, or a script. */
const OF_ONE_PERSON = 64;
const OF_ALL = 10_000;

/** How many streams are open: one person cannot take the places of all others. */
export class StreamAdmission {
  readonly #open = new Map<string, number>();
  readonly #ofOne: number;
  readonly #ofAll: number;
  #all = 0;

  constructor(ofOne: number = OF_ONE_PERSON, ofAll: number = OF_ALL) {
    this.#ofOne = ofOne;
    this.#ofAll = ofAll;
  }

  /**
   * Takes a place. Returns how to give it back.
   * @throws TooManyStreamsError (429)
   */
  take(userRef: string): () => void {
    const open = this.#open.get(userRef) ?? 0;
    if (open >= this.#ofOne) {
      throw new TooManyStreamsError(
        `You have ${open} live streams open, which is the most at once. Close some browsers; until then pages ask for news from time to time.`,
      );
    }
    if (this.#all >= this.#ofAll) {
      throw new TooManyStreamsError(
        'The portal serves as many live streams as it can. Pages ask for news from time to time until a place is free.',
      );
    }
    this.#open.set(userRef, open + 1);
    this.#all += 1;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#all -= 1;
      const left = (this.#open.get(userRef) ?? 1) - 1;
      if (left > 0) this.#open.set(userRef, left);
      else this.#open.delete(userRef);
    };
  }
}
