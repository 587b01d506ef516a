import { Page } from 'playwright-core';
import { says } from './forms';
import { ALL_APPROVALS, decide, merge } from './mergeSteps';
import { Report } from './Report';
import { assertAccessible, picture } from './Visitor';
import { as, Lane } from './World';

const LAKE = '/catalog/default/resource/sales-lake/branches';
const TEMPLATE = '/create/templates/default/branch-run-merge';
/** What the job is told: to write the price as the shop sends it, which the contract of the table does not allow. */
const ARGUMENTS = [
  '{{branch.uri}}/tables/orders',
  '--cast=price=string',
  '--duration=6s',
];

/** Made by the template, changed by a job, refused by a check; later in conflict with main, mended, and merged. */
export const RUN_BRANCH = 'prices-of-today';

/** A Spark job on a branch of its own: from one template to the check that does not let its data into main. */
export async function branchRun(lane: Lane, report: Report): Promise<void> {
  await report.scenario(
    'makes a branch, runs a job on it and asks for its merge, by one template',
    () =>
      as(lane, 'olga', async visitor => {
        const page = await visitor.page(TEMPLATE);
        await fillIn(page);
        await page.getByText(ARGUMENTS[1]).first().waitFor();
        await picture(page, lane.pictures, 'branch-run-review');
        await page.getByRole('button', { name: 'Create', exact: true }).click();
        await page
          .getByRole('link', { name: 'Open the difference' })
          .waitFor({ timeout: 180_000 });
        await says(page, /needs approval/);
        await picture(page, lane.pictures, 'branch-run-done');
      }),
  );

  await report.scenario(
    'leads from the branch to the run, and from the run to the branch',
    () =>
      as(lane, 'olga', async visitor => {
        const page = await visitor.page(
          `${LAKE}?branch=${RUN_BRANCH}&view=runs`,
        );
        await page.getByText('Succeeded').first().waitFor();
        await picture(page, lane.pictures, 'branch-run-runs');
        await page.getByRole('link', { name: 'orders-daily' }).first().click();
        const drawer = page.getByRole('dialog');
        const back = drawer.getByRole('link', {
          name: `${RUN_BRANCH} of sales-lake`,
        });
        await back.waitFor();
        await picture(page, lane.pictures, 'branch-run-drawer');
        await back.click();
        await page.waitForURL(/branch=prices-of-today/);
      }),
  );

  await report.scenario('finds what the run wrote in the diff', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page(`${LAKE}?branch=${RUN_BRANCH}&view=diff`);
      await says(page, /what a merge would bring/);
      await page
        .getByText(/order_date=.*\.parquet/)
        .first()
        .waitFor();
      await picture(page, lane.pictures, 'branch-run-diff');
    }),
  );

  await report.scenario(
    'is told why the data of the run may not in',
    async () => {
      await as(lane, 'ada', async visitor =>
        decide(await visitor.page(ALL_APPROVALS), RUN_BRANCH, 'ada'),
      );
      await as(lane, 'olga', async visitor => {
        const page = await visitor.page(`${LAKE}?branch=${RUN_BRANCH}`);
        await merge(page);
        await says(page, new RegExp(`Merging ${RUN_BRANCH} into main failed`));
        await says(page, /What the check said/);
        await says(page, /expected decimal\(10,2\), found string/);
        await picture(page, lane.pictures, 'branch-run-refused');
      });
    },
  );
}

/** The three steps of the template, each with what it asks for. */
async function fillIn(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await page.getByRole('textbox', { name: /^Name/ }).fill(RUN_BRANCH);
  await page
    .getByRole('textbox', { name: /^Purpose/ })
    .fill('the prices as the shop sends them');
  await says(page, /Checked: this can be done/);
  await next.click();
  await page.getByLabel(/^Job/).first().click();
  await page.keyboard.type('orders');
  await page.getByRole('option', { name: 'Orders, daily' }).click();
  for (const [index, argument] of ARGUMENTS.entries()) {
    await page.getByRole('button', { name: 'Add Item' }).click();
    await page
      .getByRole('textbox', { name: `arguments-${index}` })
      .fill(argument);
  }
  await assertAccessible(page, 'form');
  await next.click();
  await page.getByRole('radio', { name: /^Merge it/ }).check();
  await page
    .getByRole('textbox', { name: /^What the commit says/ })
    .fill('Orders of today, with the prices of the shop');
  await page.getByRole('button', { name: /^Review/ }).click();
}
