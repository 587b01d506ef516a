import { Clock } from '../../clusters/Clock';

/** A clock on which waiting takes no time: each wait moves it on at once, in the order of the waits. */
export class FastClock implements Clock {
  #now = Date.parse('2026-03-02T09:00:00Z');

  now = (): number => this.#now;

  after(ms: number, run: () => void): () => void {
    const due = this.#now + ms;
    const handle = setImmediate(() => {
      this.#now = Math.max(this.#now, due);
      run();
    });
    return () => clearImmediate(handle);
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}
