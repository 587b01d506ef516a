const MAX_BYTES = 16 * 2 ** 20;

/**
 * Bodies of answers that depend on the index, on the query and on what the viewer may see, and on nothing else: made once
 * for all who may see the same, and kept until the index changes.
 */
export class KeptPages {
  readonly #bodies = new Map<string, Buffer>();
  readonly #maxBytes: number;
  #edition = '';
  #bytes = 0;

  constructor(maxBytes: number = MAX_BYTES) {
    this.#maxBytes = maxBytes;
  }

  /**
   * @param edition - of the index; another one makes all that is kept void
   * @param key - tells queries and viewers apart
   */
  of(edition: string, key: string, make: () => unknown): Buffer {
    if (edition !== this.#edition) {
      this.#clear();
      this.#edition = edition;
    }
    let body = this.#bodies.get(key);
    if (!body) {
      body = Buffer.from(JSON.stringify(make()));
      if (this.#bytes + body.length > this.#maxBytes) this.#clear();
      this.#bodies.set(key, body);
      this.#bytes += body.length;
    }
    return body;
  }

  #clear(): void {
    this.#bodies.clear();
    this.#bytes = 0;
  }
}
