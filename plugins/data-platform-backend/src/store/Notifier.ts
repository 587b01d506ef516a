import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from '../clusters/Clock';
import { IndexChange } from './types';

type Listener = (changes: readonly IndexChange[]) => void;

/** Tells subscribers what changed, in one batch a tick, each object once. */
export class Notifier {
  readonly #listeners = new Set<Listener>();
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  #batch = new Map<string, IndexChange>();
  #scheduled = false;

  constructor(clock: Clock, logger: LoggerService) {
    this.#clock = clock;
    this.#logger = logger;
  }

  subscribe(listener: Listener): () => void {
    // Its own function, so that one listener may subscribe twice.
    const own: Listener = changes => listener(changes);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  add(change: IndexChange): void {
    if (this.#listeners.size === 0) {
      return;
    }
    const earlier = this.#batch.get(change.id);
    this.#batch.delete(change.id);
    this.#batch.set(
      change.id,
      earlier?.before ? { ...change, before: earlier.before } : change,
    );
    if (!this.#scheduled) {
      this.#scheduled = true;
      this.#clock.after(0, () => this.#flush());
    }
  }

  #flush(): void {
    this.#scheduled = false;
    const changes = [...this.#batch.values()];
    this.#batch = new Map();
    for (const listener of [...this.#listeners]) {
      try {
        listener(changes);
      } catch (error) {
        this.#logger.error(
          'A subscriber of the index threw',
          error instanceof Error ? error : undefined,
        );
      }
    }
  }
}
