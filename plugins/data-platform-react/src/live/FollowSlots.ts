import { BrowserPorts } from './BrowserPorts';

/** A browser opens six connections per host; logs may take two of them. */
const SLOTS = 2;

/**
 * The right to follow a log, at most two at a time per browser. Without Web
 * Locks it counts within the tab.
 */
export class FollowSlots {
  private readonly locks: BrowserPorts['locks'];
  private readonly taken = new Set<number>();

  constructor(ports: Pick<BrowserPorts, 'locks'>) {
    this.locks = ports.locks;
  }

  /** Gives back a function that frees the slot, or undefined when none is free. */
  async acquire(): Promise<(() => void) | undefined> {
    for (let slot = 1; slot <= SLOTS; slot++) {
      const release = await this.acquireSlot(slot);
      if (release) {
        return release;
      }
    }
    return undefined;
  }

  private acquireSlot(slot: number): Promise<(() => void) | undefined> {
    if (!this.locks) {
      if (this.taken.has(slot)) {
        return Promise.resolve(undefined);
      }
      this.taken.add(slot);
      return Promise.resolve(() => this.taken.delete(slot));
    }
    const { locks } = this;
    return new Promise(resolve => {
      locks
        .request(
          `data-platform:log-follow:${slot}`,
          { ifAvailable: true },
          lock =>
            lock
              ? new Promise<void>(free => resolve(() => free()))
              : resolve(undefined),
        )
        .catch(() => resolve(undefined));
    });
  }
}
