import { Source } from '@millrace/backstage-plugin-data-platform-common';

/** What sources told of themselves last. */
export class SourceStates {
  readonly #states = new Map<string, { state: Source; warming: boolean }>();
  readonly #listeners = new Set<() => void>();

  set(state: Source, warming: boolean): void {
    this.#states.set(state.name, { state, warming });
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }

  /** By name. */
  list(): readonly Source[] {
    return [...this.#states.values()]
      .map(({ state }) => state)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** A source has not yet listed, or failed to list, each of its kinds once. */
  get warming(): boolean {
    return [...this.#states.values()].some(({ warming }) => warming);
  }

  /** Called whenever a source tells of its state. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }
}
