import { Locator, Page } from 'playwright-core';
import { says } from './forms';
import { Report } from './Report';
import { assertAccessible, go, picture } from './Visitor';
import { as, Lane } from './World';

const JOB = '/catalog/default/component/orders-daily';
const COPY = 'orders-copy';

/** Chooses what is behind the button More on the page of a job. */
async function more(page: Page, item: string): Promise<Locator> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
  return page.getByRole('dialog');
}

/** What an owner does with a job that runs already: once with other values, for past dates, as another job. */
export async function dayTwo(lane: Lane, report: Report): Promise<void> {
  await report.scenario('runs a job once with other values', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page(JOB);
      await page.getByRole('button', { name: 'Run with…' }).first().click();
      const dialog = page.getByRole('dialog');
      const executor = dialog.getByRole('group', { name: 'Each executor' });
      const memory = executor.getByLabel('Memory', { exact: true });
      // More than the quota has: the plan says so beside the fields, before anything starts.
      await memory.fill('900g');
      await dialog.getByText(/quota/).first().waitFor();
      await picture(page, lane.pictures, 'run-with-warning');
      await memory.fill('1g');
      await dialog.getByRole('button', { name: 'Add an argument' }).click();
      await dialog
        .getByRole('textbox', { name: 'Argument 3' })
        .fill('--verbose');
      await assertAccessible(page, '[role=dialog]');
      await dialog.getByRole('button', { name: 'Start the run' }).click();
      await dialog.getByRole('button', { name: 'Done', exact: true }).click();
      await go(page, `${JOB}/runs`);
      await says(page, /with other arguments, executor memory/);
    }),
  );

  await report.scenario('back-fills three dates as one series', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page(JOB);
      const dialog = await more(page, 'Back-fill…');
      await dialog.getByLabel('From').fill('2026-02-27');
      await dialog.getByLabel('To, inclusive').fill('2026-03-01');
      await dialog
        .getByLabel('Argument that carries the date')
        .fill('--date={date}');
      await dialog.getByText('2026-02-28').waitFor();
      await assertAccessible(page, '[role=dialog]');
      await dialog.getByRole('button', { name: 'Start 3 runs' }).click();
      await dialog.getByRole('progressbar').waitFor();
      await dialog.getByRole('button', { name: 'Close, it goes on' }).click();
      const panel = page.getByRole('region', { name: 'Series that goes on' });
      await panel.getByText(/of 3 runs/).waitFor();
      await picture(page, lane.pictures, 'series-goes-on');
      // A date leads to its run.
      await panel.getByRole('button', { name: '2026-02-27' }).click();
      await page.getByRole('dialog').getByText('What happened').waitFor();
      await page.keyboard.press('Escape');
      await says(page, /back-fill of 2026-02-27/);
    }),
  );

  await report.scenario('cancels a series', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page(JOB);
      const panel = page.getByRole('region', { name: 'Series that goes on' });
      await panel.getByRole('button', { name: 'Cancel the series' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Checked: this can be done.').waitFor();
      await dialog.getByRole('button', { name: 'Cancel the series' }).click();
      await dialog.getByRole('button', { name: 'Done', exact: true }).click();
    }),
  );

  await report.scenario('clones a job, changes it and unregisters it', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page(JOB);
      const dialog = await more(page, 'Clone…');
      await dialog.getByRole('textbox', { name: /^Name/ }).fill(COPY);
      await dialog.getByText('Checked: this can be done.').waitFor();
      await dialog.getByRole('button', { name: 'Create the job' }).click();
      await dialog.getByRole('button', { name: 'Open the job' }).click();
      await says(page, /has never run/);
      const edit = await more(page, 'Edit definition…');
      const text = edit.getByRole('textbox', { name: /Manifest/ });
      const manifest = await text.inputValue();
      await text.fill(`${manifest.trimEnd()}\n# changed by hand\n`);
      await edit.getByRole('button', { name: 'Save the definition' }).click();
      await edit.getByRole('button', { name: 'Done', exact: true }).click();
      const leave = await more(page, 'Unregister');
      await leave.getByRole('button', { name: 'Unregister' }).click();
      await leave.getByRole('button', { name: 'Done', exact: true }).click();
      // The page asks once more for the job that is gone, and the browser reports the 404.
      visitor.complaints.length = 0;
    }),
  );

  await report.scenario('tells who did what, with the steps', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page('/data-platform/activity');
      await page.getByRole('searchbox').fill('olga');
      await page.getByRole('row', { name: /Clone/ }).first().click();
      const drawer = page.getByRole('dialog');
      await drawer.getByText(/^Done/).first().waitFor();
      await picture(page, lane.pictures, 'activity');
      await assertAccessible(page, '[role=dialog]');
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });
      await assertAccessible(page, 'main, [role=main], #root');
    }),
  );
}
