/** The process was killed; nothing of it happens any more. */
export class Killed extends Error {
  constructor() {
    super('killed');
    this.name = 'Killed';
  }
}

/**
 * A process that can be killed at any of its outward calls: before the n-th has an effect, or after it had and before
 * the answer is seen. From then on every call of the process fails.
 */
export class Power {
  #calls = 0;
  #off = false;
  readonly #at: number;
  readonly #when: 'before' | 'after';

  constructor(at = Infinity, when: 'before' | 'after' = 'before') {
    this.#at = at;
    this.#when = when;
  }

  /** How many outward calls were made. */
  get calls(): number {
    return this.#calls;
  }

  get off(): boolean {
    return this.#off;
  }

  /** Now, between two calls. */
  cut(): void {
    this.#off = true;
  }

  async call<T>(effect: () => Promise<T>): Promise<T> {
    this.#assertOn();
    this.#calls += 1;
    const last = this.#calls === this.#at;
    if (last && this.#when === 'before') this.#off = true;
    this.#assertOn();
    const result = await effect();
    if (last) this.#off = true;
    this.#assertOn();
    return result;
  }

  /** The same object, whose named async methods hang on this power. */
  feed<T extends object>(target: T, methods: readonly (keyof T)[]): T {
    return new Proxy(target, {
      get: (object, key) => {
        const value = Reflect.get(object, key, object);
        if (typeof value !== 'function') return value;
        const bound = value.bind(object);
        return methods.includes(key as keyof T)
          ? (...args: unknown[]) => this.call(() => bound(...args))
          : bound;
      },
    });
  }

  #assertOn(): void {
    if (this.#off) throw new Killed();
  }
}
