/** Tells that the state of some source changed; the state itself is with the sources. */
export class SourceNews {
  readonly #listeners = new Set<() => void>();

  tell(): void {
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }

  /** Returns how to stop. */
  subscribe(listener: () => void): () => void {
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }
}
