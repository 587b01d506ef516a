import axe from 'axe-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, BrowserContext, Page } from 'playwright-core';

export type Theme = 'light' | 'dark';

/** Scenarios share the machine with each other; how fast something is, is tried where it says so. */
const PATIENCE_MS = 60_000;

/** Console messages that are the browser's own and say nothing about us. */
const HARMLESS = [/favicon/i, /Download the React DevTools/];

/** A page of the portal with nothing on it that is live. */
const NOWHERE = '/nobody-is-here';

/**
 * One person in a browser of their own. A page stays from one visit to the next, as people leave it open: to load the
 * portal anew costs five times what it costs to go from page to page in it.
 */
export class Visitor {
  readonly context: BrowserContext;
  readonly person: string;
  readonly theme: Theme;
  /** Errors of the page's console and uncaught exceptions, in order. */
  readonly complaints: string[] = [];
  readonly #forgiven: RegExp[] = [];
  #kept: Page | undefined;
  #keptIsFree = false;

  private constructor(context: BrowserContext, person: string, theme: Theme) {
    this.context = context;
    this.person = person;
    this.theme = theme;
  }

  static async open(
    browser: Browser,
    baseUrl: string,
    person: string,
    theme: Theme = 'light',
  ): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: baseUrl,
      colorScheme: theme,
      viewport: { width: 1440, height: 960 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.addInitScript(
      ([name, mode]) => {
        window.localStorage.setItem('millrace.person', name);
        window.localStorage.setItem('theme', mode);
      },
      [person, theme],
    );
    return new Visitor(context, person, theme);
  }

  /** The page that was left open, or one more while a visit is on it; what it complains of is heard. */
  async page(path?: string): Promise<Page> {
    const page = this.#takeKept() ?? (await this.#newPage());
    if (path) await go(page, path);
    return page;
  }

  #takeKept(): Page | undefined {
    if (!this.#keptIsFree) return undefined;
    this.#keptIsFree = false;
    return this.#kept;
  }

  async #newPage(): Promise<Page> {
    const page = await this.context.newPage();
    page.on('console', message => {
      if (message.type() === 'error') {
        this.#complain(`${message.text()} (${message.location().url})`, page);
      }
    });
    page.on('pageerror', error => this.#complain(String(error), page));
    this.#kept ??= page;
    return page;
  }

  /** Ends a visit: one page stays, with nothing open on it; complaints and what was forgiven are forgotten. */
  async rest(): Promise<void> {
    const kept = this.#kept;
    const others = this.context.pages().filter(page => page !== kept);
    await Promise.all(others.map(page => page.close()));
    if (kept && !(await isLeft(kept))) {
      this.#kept = undefined;
      await kept.close();
    }
    this.#keptIsFree = this.#kept !== undefined;
    this.complaints.length = 0;
    this.#forgiven.length = 0;
  }

  /** From here on such a complaint is none: what the browser reports of an answer that is as it should be. */
  forgive(pattern: RegExp): void {
    this.#forgiven.push(pattern);
  }

  #complain(text: string, page: Page): void {
    if (![...HARMLESS, ...this.#forgiven].some(pattern => pattern.test(text))) {
      this.complaints.push(`${page.url()}: ${text}`);
    }
  }

  /** Takes a picture of every page as a scenario has left it that failed. */
  async testify(folder: string): Promise<void> {
    const time = new Date().toISOString().slice(11, 19).replaceAll(':', '');
    for (const [index, page] of this.context.pages().entries()) {
      const name = `failed-${this.person}-${time}-${index + 1}`;
      await picture(page, folder, name).catch(() => {});
    }
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Goes to a path as a link of the portal does: without loading the portal again. */
export async function go(page: Page, path: string): Promise<void> {
  if (page.url() === 'about:blank') {
    await page.goto(path);
    return;
  }
  await page.evaluate(to => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);
}

/**
 * Goes to the page of an entity that was registered a moment ago, until it shows a text of it: a page that asked the
 * catalog too early does not ask again.
 */
export async function goToNew(
  page: Page,
  path: string,
  text: RegExp,
): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    await go(page, path);
    try {
      await page.getByText(text).first().waitFor({ timeout: 6_000 });
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await go(page, NOWHERE);
    }
  }
}

/** Leaves what is on a page. False where something would not go: a dialog that holds on to what was typed, say. */
async function isLeft(page: Page): Promise<boolean> {
  if (page.isClosed() || page.url() === 'about:blank') return false;
  await page.keyboard.press('Escape');
  await go(page, NOWHERE);
  await page.getByText(/dropped the mic/).waitFor();
  return (await page.getByRole('dialog').count()) === 0;
}

/** Takes a picture of the whole page. */
export async function picture(
  page: Page,
  folder: string,
  name: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/**
 * Looks for accessibility violations (WCAG 2 A and AA) in a part of the page.
 * @throws Error that lists rule, element and help of each
 */
export async function assertAccessible(
  page: Page,
  selector: string,
): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe.source);
  }
  const violations = await page.evaluate(async within => {
    const run = (
      window as unknown as {
        axe: {
          run(
            context: string,
            options: object,
          ): Promise<{
            violations: {
              id: string;
              help: string;
              nodes: { target: string[] }[];
            }[];
          }>;
        };
      }
    ).axe;
    // A colour on its way to another is neither. What is not drawn does not get on, and is not waited for.
    const settled = document
      .getAnimations()
      .filter(each => each.effect?.getComputedTiming().endTime !== Infinity)
      .map(each => each.finished.catch(() => undefined));
    await Promise.race([
      Promise.all(settled),
      new Promise(resolve => setTimeout(resolve, 1_000)),
    ]);
    const result = await run.run(within, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      // Where nothing is wrong, nobody reads which elements were looked at.
      resultTypes: ['violations'],
    });
    return result.violations.map(
      each =>
        `${each.id}: ${each.help} (${each.nodes
          .slice(0, 3)
          .map(node => node.target.join(' '))
          .join('; ')})`,
    );
  }, selector);
  if (violations.length > 0) {
    throw new Error(`axe on ${page.url()}:\n${violations.join('\n')}`);
  }
}
