import { Browser } from 'playwright-core';
import { Theme, Visitor } from './Visitor';

/** The people of one lane, each in a browser of their own that stays open from one scenario to the next. */
export class Visitors {
  readonly #browser: Browser;
  readonly #idle: Visitor[];
  readonly #here = new Set<Visitor>();

  /** @param idle - those that no lane has at the moment; taken from, and given back to */
  constructor(browser: Browser, idle: Visitor[]) {
    this.#browser = browser;
    this.#idle = idle;
  }

  async get(baseUrl: string, person: string, theme: Theme): Promise<Visitor> {
    const wanted = (visitor: Visitor) =>
      visitor.person === person && visitor.theme === theme;
    const visitor =
      [...this.#here].find(wanted) ??
      this.#takeIdle(wanted) ??
      (await Visitor.open(this.#browser, baseUrl, person, theme));
    this.#here.add(visitor);
    return visitor;
  }

  #takeIdle(wanted: (visitor: Visitor) => boolean): Visitor | undefined {
    const index = this.#idle.findIndex(wanted);
    return index < 0 ? undefined : this.#idle.splice(index, 1)[0];
  }

  /** Closes the browser of one of them: nobody knows in which state it is. */
  async drop(visitor: Visitor): Promise<void> {
    this.#here.delete(visitor);
    await visitor.close();
  }

  /** The lane ends. */
  leave(): void {
    this.#idle.push(...this.#here);
    this.#here.clear();
  }
}
