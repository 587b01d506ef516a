import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Job } from '@millrace/backstage-plugin-data-platform-common';
import { chromium, Page } from 'playwright-core';
import { ScriptSizes, scriptSizes } from '../browser/loadedScripts';
import { ScriptWatch } from '../browser/ScriptWatch';
import { PLAIN_COMPONENT, PLAIN_WORDS } from '../content/catalogEntities';
import { jobNames, peopleNames } from '../content/Layout';
import { APP } from '../paths';
import { Bench } from './Bench';
import { Latencies, LatencySummary } from './Latencies';

const CHROMIUM = '/usr/bin/chromium';
const WAIT_MS = 30_000;
const PLAIN_PAGE = pageOf(PLAIN_COMPONENT);

/** B9 and B10: what a browser loads, and how soon it shows something that matters. */
export interface BrowserFigures {
  /** Scripts of an entity page that has nothing to do with the suite. */
  otherPage: ScriptSizes;
  /** Scripts that the page of a job loads beyond those. */
  card: ScriptSizes;
  /** Scripts that its tab of runs loads beyond those. */
  tab: ScriptSizes;
  /** From the change of route to the verdict on the screen, the first time, with its scripts to load; ms. */
  firstMs: number;
  /** The same afterwards, each time of another job. */
  verdict: LatencySummary;
  /** From the change of route to the page of another component, which shows nothing of ours: no page can be faster. */
  floor: LatencySummary;
}

/** Why it was not tried. */
export interface Skipped {
  skipped: string;
}

/** @throws Error that says what the page showed when something did not come */
export async function measureBrowser(
  bench: Bench,
): Promise<BrowserFigures | Skipped> {
  if (!existsSync(CHROMIUM)) return { skipped: `there is no ${CHROMIUM}` };
  if (!existsSync(join(APP, 'index.html'))) {
    return { skipped: 'the frontend is not built: yarn workspace app build' };
  }
  const browser = await chromium.launch({ executablePath: CHROMIUM });
  try {
    const context = await browser.newContext({
      baseURL: bench.portal.url.replace('127.0.0.1', 'localhost'),
      viewport: { width: 1440, height: 960 },
      reducedMotion: 'reduce',
    });
    await context.addInitScript(person => {
      window.localStorage.setItem('millrace.person', person);
    }, peopleNames(bench.scale)[0]);
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    try {
      return await measurePage(bench, page);
    } catch (error) {
      const shown = await page.innerText('body').catch(() => '');
      throw new Error(
        `${String(error).split('\n')[0]}; ${page.url()} shows "${shown
          .slice(0, 200)
          .replace(/\s+/g, ' ')}"`,
      );
    }
  } finally {
    await browser.close();
  }
}

async function measurePage(bench: Bench, page: Page): Promise<BrowserFigures> {
  const { signal } = bench;
  const scripts = new ScriptWatch(page);
  const jobs = jobNames(bench.places);
  await page.goto(PLAIN_PAGE);
  await page.getByText(PLAIN_WORDS).first().waitFor();
  const plain = await scripts.settled(signal);
  const firstMs = await showJob(bench, page, jobs[0]);
  const withJob = await scripts.settled(signal);
  await navigate(page, `${pageOf(jobs[0])}/runs`, jobs[0]);
  const withRuns = await scripts.settled(signal);
  const verdict = new Latencies();
  const floor = new Latencies();
  for (let n = 1; n <= bench.scale.b10.pages; n += 1) {
    floor.add(await navigate(page, PLAIN_PAGE, PLAIN_WORDS));
    verdict.add(await showJob(bench, page, jobs[n % jobs.length]));
  }
  return {
    otherPage: scriptSizes(plain),
    card: scriptSizes(added(withJob, plain)),
    tab: scriptSizes(added(withRuns, withJob)),
    firstMs,
    verdict: verdict.summary(),
    floor: floor.summary(),
  };
}

function added(
  files: ReadonlySet<string>,
  before: ReadonlySet<string>,
): string[] {
  return [...files].filter(file => !before.has(file));
}

/** @returns how long it took until the verdict was on the screen, ms */
async function showJob(
  { portal, tokens }: Bench,
  page: Page,
  name: string,
): Promise<number> {
  const { text } = await portal.get(
    `/api/data-platform/v1/jobs/default/${name}`,
    tokens[0],
  );
  const { assessment }: Job = JSON.parse(text);
  const words = assessment.message.slice(0, 24);
  return navigate(page, pageOf(name), words);
}

/** Goes to another route within the app, as a link does. */
function navigate(page: Page, path: string, words: string): Promise<number> {
  return page.evaluate(
    ([to, expected, most]) =>
      new Promise<number>((resolve, reject) => {
        const started = performance.now();
        window.history.pushState({}, '', to);
        window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
        const look = () => {
          const elapsed = performance.now() - started;
          if (document.body.innerText.includes(expected)) resolve(elapsed);
          else if (elapsed > most) reject(new Error(`${to}: no "${expected}"`));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [path, words, WAIT_MS] as const,
  );
}

function pageOf(component: string): string {
  return `/catalog/default/component/${component}`;
}
