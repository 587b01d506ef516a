/** A priority queue: pops what is first by the order it was given. */
export class Heap<T> {
  private readonly items: T[] = [];
  private readonly order: (one: T, other: T) => number;

  constructor(order: (one: T, other: T) => number) {
    this.order = order;
  }

  push(item: T): void {
    const { items } = this;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (this.order(items[at], items[parent]) >= 0) return;
      [items[at], items[parent]] = [items[parent], items[at]];
      at = parent;
    }
  }

  pop(): T | undefined {
    const { items } = this;
    const first = items[0];
    const last = items.pop();
    if (items.length === 0 || last === undefined) return first;
    items[0] = last;
    for (let at = 0; ; ) {
      const least = this.least(at);
      if (least === at) return first;
      [items[at], items[least]] = [items[least], items[at]];
      at = least;
    }
  }

  private least(at: number): number {
    let least = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (
        child < this.items.length &&
        this.order(this.items[child], this.items[least]) < 0
      ) {
        least = child;
      }
    }
    return least;
  }
}
