import { Clock } from '../clusters/Clock';
import { Entry } from './Entry';

const TICK_MS = 1000;
const SLOTS = 60;
const YOUNG_EVERY = 10;
const YOUNG_MS = 15 * 60_000;

/**
 * Verdicts change with time alone (nobody picked it up for a minute, the next run is overdue). What has not ended is
 * judged again every 10 s while it is younger than 15 minutes and every 60 s then, spread evenly over the seconds. What has
 * ended is looked through once a minute for what is due.
 */
export class AgeWheel {
  readonly #slots = Array.from({ length: SLOTS }, () => new Set<Entry>());
  readonly #slotOf = new Map<Entry, number>();
  readonly #clock: Clock;
  readonly #due: (entry: Entry) => void;
  readonly #eachMinute: () => void;
  #next = 0;
  #tick = 0;
  #cancel: (() => void) | undefined;

  /** @param eachMinute - called once a minute */
  constructor(
    clock: Clock,
    due: (entry: Entry) => void,
    eachMinute: () => void,
  ) {
    this.#clock = clock;
    this.#due = due;
    this.#eachMinute = eachMinute;
    this.#schedule();
  }

  add(entry: Entry): void {
    if (!this.#slotOf.has(entry)) {
      this.#next = (this.#next + 1) % SLOTS;
      this.#slotOf.set(entry, this.#next);
      this.#slots[this.#next].add(entry);
    }
  }

  delete(entry: Entry): void {
    const slot = this.#slotOf.get(entry);
    if (slot !== undefined) {
      this.#slotOf.delete(entry);
      this.#slots[slot].delete(entry);
    }
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #schedule(): void {
    this.#cancel = this.#clock.after(TICK_MS, () => {
      this.#schedule();
      this.#turn();
    });
  }

  #turn(): void {
    this.#tick = (this.#tick + 1) % SLOTS;
    if (this.#tick === 0) this.#eachMinute();
    const now = this.#clock.now();
    for (
      let slot = this.#tick % YOUNG_EVERY;
      slot < SLOTS;
      slot += YOUNG_EVERY
    ) {
      for (const entry of this.#slots[slot]) {
        if (slot === this.#tick || now - bornAt(entry) < YOUNG_MS) {
          this.#due(entry);
        }
      }
    }
  }
}

/** A suspended application that is resumed, or a service that changes, is young again: its last change counts. */
function bornAt(entry: Entry): number {
  const created = Date.parse(entry.object.metadata.creationTimestamp ?? '');
  const changed = Date.parse(entry.assessment?.since ?? '');
  return Math.max(
    Number.isNaN(created) ? entry.firstSeen : created,
    Number.isNaN(changed) ? 0 : changed,
  );
}
