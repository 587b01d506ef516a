import type { Ending, Exit } from './Process';

/** How long a process takes that says nothing of SIGTERM, and how it ends. */
const PLAIN: Ending = { afterMs: 170, code: 143 };
const KILLED = 137;

/** The containers of one pod that were told to end: when each will have, and how. */
export class Terminations {
  readonly #endings = new Map<string, { at: number; code: number }>();

  /** @param graceMs - after which a container is killed */
  begin(
    container: string,
    ending: Ending | undefined,
    graceMs: number,
    now: number,
  ): void {
    const { afterMs, code } = ending ?? PLAIN;
    this.#endings.set(
      container,
      afterMs > graceMs
        ? { at: now + graceMs, code: KILLED }
        : { at: now + afterMs, code },
    );
  }

  /** In how many ms a container ends; 0 when its time has come. */
  remainingMs(container: string, now: number): number {
    const { at = now } = this.#endings.get(container) ?? {};
    return Math.max(0, at - now);
  }

  exitOf(container: string): Exit {
    return { code: this.#endings.get(container)?.code ?? PLAIN.code };
  }
}
