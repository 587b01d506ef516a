import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';

/** A page that asks for nothing that long has what it needs. */
const QUIET_MS = 1_000;

/** Which scripts a page has loaded, across changes of route, which the browser does not take for a page that loads. */
export class ScriptWatch {
  readonly #loaded = new Set<string>();
  readonly #pending = new Set<Request>();
  readonly #quietMs: number;
  #lastAt = performance.now();

  constructor(page: Pick<Page, 'on'>, quietMs = QUIET_MS) {
    this.#quietMs = quietMs;
    page.on('request', request => {
      if (isScript(request)) this.#pending.add(request);
    });
    const over = (request: Request) => {
      if (!isScript(request)) return;
      this.#pending.delete(request);
      this.#loaded.add(basename(new URL(request.url()).pathname));
      this.#lastAt = performance.now();
    };
    page.on('requestfinished', over);
    page.on('requestfailed', over);
  }

  /**
   * Resolves when no script was asked for in a while.
   * @returns names of the files so far
   */
  async settled(signal: AbortSignal): Promise<ReadonlySet<string>> {
    this.#lastAt = performance.now();
    while (
      this.#pending.size > 0 ||
      performance.now() - this.#lastAt < this.#quietMs
    ) {
      signal.throwIfAborted();
      await sleep(this.#quietMs / 10);
    }
    return new Set(this.#loaded);
  }
}

function isScript(request: Request): boolean {
  return new URL(request.url()).pathname.endsWith('.js');
}
