import {
  EnvironmentConfig,
  EnvironmentContext,
  lastingEnvironment,
} from './lastingEnvironment';
import { QuickStylesEnvironment } from './QuickStylesEnvironment';

/**
 * Timers shorter than this, in milliseconds, end by themselves. React's scheduler would wait for ever for one of its own
 * that is taken away.
 */
const SHORT = 1_000;

class PageEnvironment extends QuickStylesEnvironment {
  readonly #endTimers: () => void;

  constructor(...args: ConstructorParameters<typeof QuickStylesEnvironment>) {
    super(...args);
    this.#endTimers = notingTimers(this.dom.window);
  }

  /** As a browser does when somebody goes to another page. */
  clear(): void {
    const { document, history, localStorage, sessionStorage } = this.dom.window;
    this.#endTimers();
    document.body.replaceChildren();
    for (const { attributes } of [document.documentElement, document.body]) {
      for (const { name } of [...attributes]) attributes.removeNamedItem(name);
    }
    document.title = '';
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, '', '/');
  }
}

/** The environment of tests with a page; one for all test files of a process. */
export default class LastingPageEnvironment {
  constructor(config: EnvironmentConfig, context: EnvironmentContext) {
    return lastingEnvironment(PageEnvironment, config, context, page =>
      page.clear(),
    );
  }
}

/** @returns what ends the timers that would still run in the tests of the next file */
function notingTimers(window: Window): () => void {
  const { setInterval, setTimeout } = window;
  const running = new Set<number>();
  const noted = (id: number): number => {
    running.add(id);
    return id;
  };
  window.setInterval = (...asked: Parameters<typeof setInterval>) =>
    noted(setInterval.apply(window, asked));
  window.setTimeout = (...asked: Parameters<typeof setTimeout>) => {
    const id = setTimeout.apply(window, asked);
    return (asked[1] ?? 0) < SHORT ? id : noted(id);
  };
  return () => {
    running.forEach(id => window.clearTimeout(id));
    running.clear();
  };
}
