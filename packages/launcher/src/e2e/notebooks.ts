import { Page } from 'playwright-core';
import { operate, says } from './forms';
import { Report } from './Report';
import { assertAccessible, go, picture } from './Visitor';
import { as, Lane } from './World';

/** Where the analyst may have notebook servers. */
const DOMAIN = 'research';
const NAME = 'first-look';
const PAGE = `/catalog/default/resource/${DOMAIN}-${NAME}`;
/** Idle for hours, with a GPU, in the domain of olga. */
const IDLE = 'churn-model';

/** Servers of the demo that do not start: what their page says, and what it says to do. */
const BROKEN: readonly { name: string; why: RegExp; remedy: RegExp }[] = [
  {
    name: 'demand-forecast',
    why: /cannot start: the quota .* allows .* CPU in all/,
    remedy: /Ask for more quota/,
  },
  {
    name: 'geo-clusters',
    why: /ended with an error \(exit code 1\)/,
    remedy: /./,
  },
  {
    name: 'image-labels',
    why: /volume claim .*image-labels-home.* has no volume/,
    remedy: /storage class/i,
  },
];

/** A notebook server from its form to its end: make, open, stop, start; why others do not start; what an owner finds idle. */
export async function notebooks(lane: Lane, report: Report): Promise<void> {
  await report.scenario('makes a notebook server as the analyst', () =>
    as(lane, 'nils', async visitor => {
      const page = await visitor.page(
        `/catalog/default/domain/${DOMAIN}/notebooks`,
      );
      await page
        .getByRole('link', { name: 'New notebook server' })
        .first()
        .click();
      await page.getByRole('textbox', { name: /^Name/ }).fill(NAME);
      await page.getByRole('radio', { name: /^JupyterLab Python/ }).check();
      await tooLarge(page);
      await picture(page, lane.pictures, 'notebook-form-too-large');
      await page.getByRole('textbox', { name: /^CPU/ }).fill('0.5');
      await says(page, /After this: [\d.]+ of 8 cores/);
      await says(page, /Checked: this can be done/);
      await assertAccessible(page, 'form');
      await picture(page, lane.pictures, 'notebook-form');
      await page.getByRole('button', { name: /^Review/ }).click();
      await page.getByRole('button', { name: 'Create', exact: true }).click();
      const link = page.getByRole('link', { name: 'Open its page' });
      await link.waitFor({ timeout: 60_000 });
      await link.click();
      await says(page, /Running, and ready/, 90_000);
      await picture(page, lane.pictures, 'notebook-running');
    }),
  );

  await report.scenario('opens it, in a tab of its own', () =>
    as(lane, 'nils', async visitor => {
      const page = await visitor.page(PAGE);
      const [opened] = await Promise.all([
        visitor.context.waitForEvent('page'),
        page.getByRole('link', { name: 'Open', exact: true }).click(),
      ]);
      await says(opened, /sandbox/i);
      if (await opened.evaluate(() => window.opener !== null)) {
        throw new Error('What was opened can reach the portal.');
      }
      await picture(opened, lane.pictures, 'notebook-opened');
    }),
  );

  await report.scenario('stops and starts it', () =>
    as(lane, 'nils', async visitor => {
      const page = await visitor.page(PAGE);
      await operate(page, 'Stop');
      await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
      await says(page, /Stopped/);
      await picture(page, lane.pictures, 'notebook-stopped');
      // From home, at one press.
      await go(page, '/data-platform');
      await page.getByRole('button', { name: `Start ${NAME}` }).click();
      await page
        .getByRole('link', { name: `Open ${NAME} in a new tab` })
        .waitFor({ timeout: 90_000 });
      await picture(page, lane.pictures, 'my-notebooks');
    }),
  );

  await report.scenario('says why the broken ones do not start', () =>
    as(lane, 'nils', async visitor => {
      const page = await visitor.page();
      for (const { name, why, remedy } of BROKEN) {
        await go(page, `/catalog/default/resource/${DOMAIN}-${name}`);
        const verdict = page.getByRole('region', { name: 'Verdict' });
        await verdict.getByText(why).first().waitFor({ timeout: 60_000 });
        await verdict.getByText(remedy).first().waitFor();
        await picture(page, lane.pictures, `notebook-${name}`);
      }
    }),
  );

  await report.scenario('finds the idle GPU as its owner, and stops it', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page('/data-platform/notebooks');
      // Longest idle first: it is on top.
      const first = page.getByRole('row').nth(1);
      await first.getByRole('link', { name: IDLE, exact: true }).waitFor();
      await first.getByText(/GPU/).first().waitFor();
      await picture(page, lane.pictures, 'notebooks-idle');
      await first.getByRole('checkbox').check({ force: true });
      await page.getByRole('button', { name: 'Stop 1 …' }).click();
      const dialog = page.getByRole('dialog');
      await dialog
        .getByRole('list', { name: 'Will be stopped' })
        .getByText(/frees 1 GPU/)
        .waitFor();
      await assertAccessible(page, '[role=dialog]');
      await picture(page, lane.pictures, 'notebooks-stop-many');
      await dialog.getByRole('button', { name: 'Stop 1 server' }).click();
      await dialog.getByRole('button', { name: 'Done', exact: true }).click();
      await page
        .getByRole('row', { name: new RegExp(IDLE) })
        .getByText('Stopped', { exact: true })
        .waitFor({ timeout: 60_000 });
      await page.getByLabel('Totals').getByText('0').first().waitFor();
    }),
  );

  await report.scenario('deletes a server with its volume', () =>
    as(lane, 'nils', async visitor => {
      const page = await visitor.page(PAGE);
      await page.getByRole('button', { name: 'Delete…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: /^Delete them/ }).check();
      await dialog.getByText(/is deleted with all/).waitFor();
      await assertAccessible(page, '[role=dialog]');
      await picture(page, lane.pictures, 'notebook-delete');
      await dialog.getByRole('button', { name: 'Delete the server' }).click();
      await dialog.getByRole('button', { name: 'Done', exact: true }).click();
      await says(page, /There is no such notebook server/);
      // The browser itself reports on the console that the page asked for what is gone.
      visitor.complaints.length = 0;
      await go(page, `/catalog/default/domain/${DOMAIN}/notebooks`);
      await page
        .getByRole('link', { name: 'market-basket', exact: true })
        .waitFor();
      await page
        .getByRole('link', { name: NAME, exact: true })
        .waitFor({ state: 'detached' });
    }),
  );
}

/** More than the quota has is told at the field, before anything is made. */
async function tooLarge(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^CPU/ }).fill('7.9');
  await says(page, /is left in the quota of the domain/);
}
