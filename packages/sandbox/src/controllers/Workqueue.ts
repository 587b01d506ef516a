import type { Clock } from '../types';

/** Reconciles one object, named by `namespace/name` (or `name` in cluster scope). */
export type Reconcile = (key: string) => void;

/** What a controller does with a fault that is none of its business. The key is tried again either way. */
export type FaultHandler = (fault: unknown, key: string) => void;

const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 60_000;

interface Pending {
  dueAt: number;
  cancel: () => void;
}

/**
 * Keys to reconcile, each at most once at a time: the earliest due time wins. A reconcile that throws is tried again with
 * exponential backoff, as the rate-limited queue of client-go does.
 */
export class Workqueue {
  readonly #clock: Clock;
  readonly #reconcile: Reconcile;
  readonly #onFault: FaultHandler;
  readonly #pending = new Map<string, Pending>();
  readonly #failures = new Map<string, number>();
  #stopped = false;

  constructor(
    clock: Clock,
    reconcile: Reconcile,
    onFault: FaultHandler = () => {},
  ) {
    this.#clock = clock;
    this.#reconcile = reconcile;
    this.#onFault = onFault;
  }

  /** Asks for a reconcile in `delayMs`; watch handlers run inside writes, so even 0 means "after this write". */
  enqueue(key: string, delayMs = 0): void {
    if (this.#stopped) return;
    const dueAt = this.#clock.now() + Math.max(0, delayMs);
    const pending = this.#pending.get(key);
    if (pending && pending.dueAt <= dueAt) return;
    pending?.cancel();
    const cancel = this.#clock.after(Math.max(0, delayMs), () =>
      this.#run(key),
    );
    this.#pending.set(key, { dueAt, cancel });
  }

  stop(): void {
    this.#stopped = true;
    for (const { cancel } of this.#pending.values()) cancel();
    this.#pending.clear();
  }

  #run(key: string): void {
    this.#pending.delete(key);
    try {
      this.#reconcile(key);
      this.#failures.delete(key);
    } catch (fault) {
      const failures = this.#failures.get(key) ?? 0;
      this.#failures.set(key, failures + 1);
      this.enqueue(
        key,
        Math.min(FIRST_RETRY_MS * 2 ** failures, LAST_RETRY_MS),
      );
      this.#onFault(fault, key);
    }
  }
}
