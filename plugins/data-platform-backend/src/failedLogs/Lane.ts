/** What waits its turn on one cluster. */
export interface LaneOptions<T> {
  atOnce: number;
  maxWaiting: number;
  /** Must not reject. */
  work(item: T): Promise<void>;
  /** There is no room for it; it is the one that has waited longest, whose moment has most likely passed. */
  drop(item: T): void;
}

/** Works through items in their order, a few at a time. */
export class Lane<T> {
  readonly #options: LaneOptions<T>;
  readonly #waiting: T[] = [];
  #running = 0;

  constructor(options: LaneOptions<T>) {
    this.#options = options;
  }

  add(item: T): void {
    const { maxWaiting, drop } = this.#options;
    this.#waiting.push(item);
    if (this.#waiting.length > maxWaiting) {
      drop(this.#waiting.shift()!);
    }
    void this.#run();
  }

  async #run(): Promise<void> {
    const { atOnce, work } = this.#options;
    if (this.#running >= atOnce) {
      return;
    }
    this.#running += 1;
    try {
      for (
        let item = this.#waiting.shift();
        item !== undefined;
        item = this.#waiting.shift()
      ) {
        await work(item);
      }
    } finally {
      this.#running -= 1;
    }
  }
}
