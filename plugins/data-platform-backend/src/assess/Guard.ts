import { LoggerService } from '@backstage/backend-plugin-api';

/**
 * Calls into integrations. None of them may throw, and none that does may hurt anything else: failures are counted, and
 * told once per function.
 */
export class Guard {
  #failures = 0;
  readonly #told = new Set<string>();
  readonly #logger: LoggerService;

  constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  /** How often an integration threw. */
  get failures(): number {
    return this.#failures;
  }

  /** What `call` returns, or else what `instead` makes of the error. */
  run<T>(what: string, call: () => T, instead: (error: Error) => T): T {
    try {
      return call();
    } catch (caught) {
      const error =
        caught instanceof Error ? caught : new Error(String(caught));
      this.#failures += 1;
      if (!this.#told.has(what)) {
        this.#told.add(what);
        this.#logger.error(
          `The integration's ${what} threw; it is not reported again`,
          error,
        );
      }
      return instead(error);
    }
  }
}
