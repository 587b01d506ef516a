import axe from 'axe-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, BrowserContext, Page } from 'playwright-core';

export type Theme = 'light' | 'dark';

/** Scenarios share the machine with each other; how fast something is, is tried where it says so. */
const PATIENCE_MS = 60_000;

/** Console messages that are the browser's own and say nothing about us. */
const HARMLESS = [/favicon/i, /Download the React DevTools/];

/** One person in a browser of their own. */
export class Visitor {
  readonly context: BrowserContext;
  /** Errors of the page's console and uncaught exceptions, in order. */
  readonly complaints: string[] = [];
  readonly #forgiven: RegExp[] = [];
  readonly #baseUrl: string;

  private constructor(context: BrowserContext, baseUrl: string) {
    this.context = context;
    this.#baseUrl = baseUrl;
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
    return new Visitor(context, baseUrl);
  }

  /** Opens a page and listens to its complaints. */
  async page(path?: string): Promise<Page> {
    const page = await this.context.newPage();
    page.on('console', message => {
      if (message.type() === 'error') {
        this.#complain(`${message.text()} (${message.location().url})`, page);
      }
    });
    page.on('pageerror', error => this.#complain(String(error), page));
    if (path) await page.goto(new URL(path, this.#baseUrl).href);
    return page;
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

  close(): Promise<void> {
    return this.context.close();
  }
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
  await page.evaluate(axe.source);
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
    const result = await run.run(within, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
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
