import { Page } from 'playwright-core';
import { says } from './forms';
import { Report } from './Report';
import { assertAccessible, picture } from './Visitor';
import { as, World } from './World';

const LAKE = '/catalog/default/resource/sales-lake/branches';
/** A branch of the demo that would merge well, and one whose data a check refuses. */
const GOOD = 'orders-late-arrivals';
const REFUSED = 'price-as-text';

/** A merge into a protected branch: asked for, decided by somebody else, done; and one that a check refuses even so. */
export async function approvals(world: World, report: Report): Promise<void> {
  // First: what is merged below changes the same table of main, and would be in the way of this one.
  await report.scenario(
    'understands the check that refuses a merge',
    async () => {
      await as(world, 'ada', async visitor => {
        const page = await visitor.page(`${LAKE}?branch=${REFUSED}`);
        await ask(page, 'The shop sends it so.');
      });
      await as(world, 'olga', async visitor =>
        decide(await visitor.page('/data-platform/approvals'), REFUSED),
      );
      await as(world, 'ada', async visitor => {
        const page = await visitor.page(`${LAKE}?branch=${REFUSED}`);
        await merge(page);
        await says(page, new RegExp(`${REFUSED} was not merged`));
        await says(page, /What the check said/);
        await says(page, /contract violation/);
        await assertAccessible(page, '[role=dialog]');
        await picture(page, world.pictures, 'merge-refused');
      });
    },
  );

  await report.scenario('asks for the approval of a merge', () =>
    as(world, 'ada', async visitor => {
      const page = await visitor.page(`${LAKE}?branch=${GOOD}&view=diff`);
      await says(page, /what a merge would bring/);
      await says(page, /\d+ objects/);
      await picture(page, world.pictures, 'branch-diff');
      await ask(page, 'The late orders of November; the totals are right.');
      await picture(page, world.pictures, 'merge-asked');
    }),
  );

  await report.scenario('approves the merge of somebody else', () =>
    as(world, 'olga', async visitor => {
      const page = await visitor.page('/data-platform/approvals');
      await picture(page, world.pictures, 'approvals');
      await decide(page, GOOD);
      await picture(page, world.pictures, 'approval-given');
    }),
  );

  await report.scenario('merges what was approved', () =>
    as(world, 'ada', async visitor => {
      const page = await visitor.page(`${LAKE}?branch=${GOOD}`);
      await merge(page);
      await says(page, new RegExp(`${GOOD} is merged into main`));
    }),
  );
}

/** Opens the form of the merge and asks for leave, as the rule that protects main wants it. */
async function ask(page: Page, why: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Merge/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('This needs the approval of somebody else.').waitFor();
  await assertAccessible(page, '[role=dialog]');
  await dialog
    .getByRole('textbox', { name: 'What the approvers should know' })
    .fill(why);
  await dialog.getByRole('button', { name: 'Ask for approval' }).click();
  await dialog.getByRole('link', { name: 'Open the request' }).waitFor();
}

/** Approves the request about a branch, with a word. */
async function decide(page: Page, branch: string): Promise<void> {
  await page
    .getByText(new RegExp(`^Merge ${branch} into main`))
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: 'Your comment' })
    .fill('Looked at the difference.');
  await assertAccessible(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await dialog.getByText(/^Approved by olga/).waitFor();
}

/** Merges what is approved. */
async function merge(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Merge/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Approved: it can be done now.').waitFor();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
}
