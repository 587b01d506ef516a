/** One line of a stream: its text, or only its beginning when it is longer than the cap. */
export type Line = { text: string } | { tooLong: true; head: string };

/** How much of a line that is too long is kept, to tell which object it was: annotations alone may be 256 KiB. */
const HEAD_BYTES = 512 * 1024;
const NEWLINE = 0x0a;

/**
 * Splits bytes into lines. Decodes whole lines only, so a character cut between two chunks stays whole;
 * a line beyond the cap is skipped, not collected.
 */
export class LineDecoder {
  readonly #maxBytes: number;
  #parts: Uint8Array[] = [];
  #size = 0;
  #skipping = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The lines that this chunk completes; empty lines are left out. */
  *push(chunk: Uint8Array): Generator<Line, void, undefined> {
    let start = 0;
    for (
      let end = chunk.indexOf(NEWLINE);
      end >= 0;
      end = chunk.indexOf(NEWLINE, start)
    ) {
      this.#add(chunk.subarray(start, end));
      start = end + 1;
      const line = this.#take();
      if (line) {
        yield line;
      }
    }
    this.#add(chunk.subarray(start));
  }

  #add(part: Uint8Array): void {
    if (part.byteLength === 0) {
      return;
    }
    if (!this.#skipping && this.#size + part.byteLength > this.#maxBytes) {
      const head = Buffer.concat([...this.#parts, part]).subarray(
        0,
        HEAD_BYTES,
      );
      this.#parts = [Buffer.from(head)];
      this.#skipping = true;
    }
    this.#size += part.byteLength;
    if (!this.#skipping) {
      this.#parts.push(part);
    }
  }

  #take(): Line | undefined {
    const text = Buffer.concat(this.#parts).toString('utf8');
    const tooLong = this.#skipping;
    this.#parts = [];
    this.#size = 0;
    this.#skipping = false;
    if (tooLong) {
      return { tooLong, head: text };
    }
    return text.trim() === '' ? undefined : { text };
  }
}
