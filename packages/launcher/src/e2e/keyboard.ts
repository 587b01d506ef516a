import { Page } from 'playwright-core';
import { says } from './forms';
import { JOB } from './mainJob';
import { Report } from './Report';
import { assertAccessible } from './Visitor';
import { as, Lane } from './World';

/** As many stops as a page of a job has, and some more. */
const MOST_STOPS = 60;
const PAGE = `/catalog/default/component/${JOB}`;

/** Name of what has the focus, as far as a person hears it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { labels } = element as HTMLInputElement;
    return (
      element.getAttribute('aria-label') ??
      labels?.[0]?.textContent ??
      element.textContent ??
      ''
    );
  });
}

/** Goes on with a key until something of this name has the focus. */
async function reach(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now.slice(0, 40));
  }
  throw new Error(
    `${key} did not come to ${name}; it passed ${passed.join(' | ')}`,
  );
}

/** Finds a job, runs it with other arguments and reads a run, without a mouse. */
export async function keyboard(lane: Lane, report: Report): Promise<void> {
  await report.scenario('finds and runs a job with the keyboard alone', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page('/data-platform');
      await page.getByRole('row').nth(1).waitFor();
      await reach(page, /^Search by name/);
      await page.keyboard.type(JOB);
      await page.getByRole('row').nth(1).getByText(JOB).first().waitFor();
      await reach(page, new RegExp(`${JOB}-.*Spark`));
      await reach(page, new RegExp(`^${JOB}$`), 'ArrowRight');
      await page.keyboard.press('Enter');
      await page.waitForURL(url => url.pathname === PAGE);
      await page.getByRole('button', { name: 'Run with…' }).first().waitFor();

      await reach(page, /^Run with…$/);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/Checked: this can be done/).waitFor();
      await reach(page, /^Add an argument$/);
      await page.keyboard.press('Enter');
      await reach(page, /^Argument \d$/, 'Shift+Tab');
      await page.keyboard.type('7');
      await dialog.getByText(/Checked: this can be done/).waitFor();
      await assertAccessible(page, '[role=dialog]');
      await reach(page, /^Start the run$/);
      await page.keyboard.press('Enter');
      await dialog.getByRole('button', { name: 'Done', exact: true }).waitFor();
      await reach(page, /^Done$/);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });

      await reach(page, /^Runs$/);
      await page.keyboard.press('Enter');
      await says(page, /with other arguments/);
      await reach(page, /with other arguments/);
      await page.keyboard.press('Enter');
      await dialog.getByText('What happened').waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      // Back where it was, so that the next run is one key away.
      const now = await focused(page);
      if (!/with other arguments/.test(now)) {
        throw new Error(`The focus is not on the run again: ${now}`);
      }
    }),
  );
}
