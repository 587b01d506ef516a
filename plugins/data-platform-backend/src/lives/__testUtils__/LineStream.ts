const encoder = new TextEncoder();

/** The body of a watch that a test writes line by line. */
export class LineStream implements AsyncIterable<Uint8Array> {
  readonly #lines: Uint8Array[] = [];
  #wake: () => void = () => {};
  #ended = false;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.end());
  }

  get ended(): boolean {
    return this.#ended;
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  push(line: unknown): void {
    this.#lines.push(encoder.encode(`${JSON.stringify(line)}\n`));
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    while (!this.#ended) {
      const line = this.#lines.shift();
      if (line) {
        yield line;
      } else {
        await new Promise<void>(resolve => {
          this.#wake = resolve;
        });
      }
    }
  }
}
