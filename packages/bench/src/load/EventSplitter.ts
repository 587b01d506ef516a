const END = Buffer.from('\n\n');

/** Cuts a stream of bytes into server-sent events, each without its end. */
export class EventSplitter {
  readonly #onEvent: (event: Buffer) => void;
  #rest: Buffer[] = [];

  constructor(onEvent: (event: Buffer) => void) {
    this.#onEvent = onEvent;
  }

  push(chunk: Buffer): void {
    // The end of an event may itself be cut in two.
    const last = this.#rest.at(-1);
    const cutEnd = last?.at(-1) === END[0] && chunk[0] === END[0];
    let from = 0;
    if (cutEnd) {
      this.#emit(chunk.subarray(0, 0), 1);
      from = 1;
    }
    for (;;) {
      const end = chunk.indexOf(END, from);
      if (end < 0) break;
      this.#emit(chunk.subarray(from, end), 0);
      from = end + END.length;
    }
    if (from < chunk.length) this.#rest.push(chunk.subarray(from));
  }

  #emit(tail: Buffer, drop: number): void {
    const event =
      this.#rest.length === 0 ? tail : Buffer.concat([...this.#rest, tail]);
    this.#rest = [];
    this.#onEvent(event.subarray(0, event.length - drop));
  }
}
