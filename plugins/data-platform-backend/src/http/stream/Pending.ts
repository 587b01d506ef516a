import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { IndexChange } from '../../store/types';

/** The newest change of one row, and how the row looked before, where that decides who must be told. */
export interface PendingChange extends IndexChange {
  /** Older faces of the row: who could see one of them must learn that it is gone from their view. */
  readonly befores: readonly PlatformResource[];
}

/** Changes that wait for the next frame: one a row, the newest. */
export class Pending {
  readonly #changes = new Map<string, PendingChange>();

  add(changes: readonly IndexChange[]): void {
    for (const change of changes) {
      const befores = this.#changes.get(change.id)?.befores ?? [];
      // Taken out first, so that the map stays in the order of versions.
      this.#changes.delete(change.id);
      this.#changes.set(change.id, {
        ...change,
        befores: change.before ? [...befores, change.before] : befores,
      });
    }
  }

  get empty(): boolean {
    return this.#changes.size === 0;
  }

  /** All that waits, oldest first; then nothing waits. */
  take(): readonly PendingChange[] {
    const taken = [...this.#changes.values()];
    this.#changes.clear();
    return taken;
  }
}
