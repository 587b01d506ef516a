import { Page } from 'playwright-core';
import { says } from './forms';
import { Report } from './Report';
import { assertAccessible, go, picture } from './Visitor';
import { as, Lane } from './World';

const TAB = '/catalog/default/resource/sales-lake/branches';
/** Branches of the demo: with changes that are not committed, with a conflict, refused by a check, forgotten. */
const UNCOMMITTED = 'returns-wip';
const CONFLICTING = 'customers-dedup-trial';
const REFUSED = 'price-as-text';
const FORGOTTEN = 'abandoned-experiment';

/** Data branches of a lakeFS repository: made, found, understood, committed to, deleted and restored. */
export async function branches(lane: Lane, report: Report): Promise<void> {
  await report.scenario('makes a data branch with the keyboard alone', () =>
    as(lane, 'ada', async visitor => {
      const page = await visitor.page(TAB);
      await page.getByRole('button', { name: 'New data branch…' }).focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: /^Name/ }).focus();
      await page.keyboard.type('fix/prices');
      await dialog.getByText(/"fix-prices" would do/).waitFor();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('fix-prices');
      await page.keyboard.press('Tab');
      await page.keyboard.type('orders-2026');
      await page.getByRole('option', { name: /orders-2026-q3/ }).waitFor();
      await picture(page, lane.pictures, 'branch-new-refs');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await dialog.getByText('Checked: this can be done.').waitFor();
      await assertAccessible(page, '[role=dialog]');
      await picture(page, lane.pictures, 'branch-new');
      await dialog
        .getByRole('button', { name: 'Create', exact: true })
        .press('Enter');
      await dialog
        .getByRole('button', { name: 'Open the branch' })
        .press('Enter');
      await page.waitForURL(/branch=fix-prices/);
      await page.getByRole('heading', { name: 'fix-prices' }).waitFor();
      await says(page, /Made by/);
      await picture(page, lane.pictures, 'branch-made');
    }),
  );

  await report.scenario('makes a data branch from its template', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page('/create/templates/default/data-branch');
      await page.getByRole('textbox', { name: /^Name/ }).fill('from-template');
      await page.getByRole('textbox', { name: /^Purpose/ }).fill('to try it');
      await says(page, /Checked: this can be done/);
      await assertAccessible(page, 'form');
      await picture(page, lane.pictures, 'branch-template');
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await page.getByRole('button', { name: /^Review/ }).click();
      await page.getByRole('button', { name: 'Create', exact: true }).click();
      const link = page.getByRole('link', { name: /branch/i }).last();
      await link.waitFor({ timeout: 60_000 });
      await go(page, `${TAB}?branch=from-template`);
      await says(page, /to try it/);
    }),
  );

  await report.scenario('finds branches by verdict, owner and text', () =>
    as(lane, 'ada', async visitor => {
      const page = await visitor.page(TAB);
      await row(page, REFUSED).waitFor();
      await picture(page, lane.pictures, 'branches');
      await page.getByRole('button', { name: /Degraded/ }).click();
      await row(page, REFUSED).waitFor({ state: 'detached' });
      await row(page, CONFLICTING).waitFor();
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await choose(page, 'Owner', 'Mine');
      await row(page, UNCOMMITTED).waitFor();
      await row(page, FORGOTTEN).waitFor({ state: 'detached' });
      await page.getByRole('searchbox').fill('returns');
      await row(page, CONFLICTING).waitFor({ state: 'detached' });
      await page.waitForURL(/owner=mine.*q=returns/);
    }),
  );

  await report.scenario('commits what lies about, and the log tells who', () =>
    as(lane, 'ada', async visitor => {
      const page = await visitor.page(`${TAB}?branch=${UNCOMMITTED}`);
      await page.getByRole('button', { name: 'Commit…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog
        .getByRole('textbox', { name: /^Message/ })
        .fill('Returns of two days');
      await dialog.getByText('Checked: this can be done.').waitFor();
      await assertAccessible(page, '[role=dialog]');
      await dialog.getByRole('button', { name: 'Commit', exact: true }).click();
      await dialog.getByRole('button', { name: 'Done', exact: true }).click();
      // The verdict follows by itself, pushed.
      await says(page, /2 commits ahead of main/);
      await page.getByRole('tab', { name: 'Commits' }).click();
      const made = page
        .getByRole('listitem')
        .filter({ hasText: 'Returns of two days' });
      await made.getByText('ada', { exact: true }).waitFor();
      await picture(page, lane.pictures, 'branch-commits');
      await made.getByRole('link', { name: 'How it was done' }).click();
      await says(page, /Commit to returns-wip/);
    }),
  );

  await report.scenario('understands a conflict before it is merged', () =>
    as(lane, 'ada', async visitor => {
      const page = await visitor.page(`${TAB}?branch=${CONFLICTING}`);
      await page
        .getByRole('region', { name: 'Verdict' })
        .getByText(/would conflict in/)
        .waitFor();
      await page.getByRole('link', { name: 'What each side did' }).click();
      const conflicts = page.getByRole('list', { name: 'Conflicts' });
      await conflicts
        .getByText(/tables\/customers\//)
        .first()
        .waitFor();
      await conflicts.getByText('main', { exact: true }).first().waitFor();
      await picture(page, lane.pictures, 'branch-conflicts');
    }),
  );

  await report.scenario('reads what the check said', () =>
    as(lane, 'ada', async visitor => {
      const page = await visitor.page(`${TAB}?branch=${REFUSED}`);
      await page.getByRole('link', { name: 'Read its output' }).click();
      await says(page, /price_is_decimal/);
      await picture(page, lane.pictures, 'branch-checks');
    }),
  );

  await report.scenario('deletes a branch, and restores it', () =>
    as(lane, 'ada', async visitor => {
      const page = await visitor.page(`${TAB}?branch=${FORGOTTEN}`);
      await page.getByRole('button', { name: 'Delete…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/not merged/).waitFor();
      await assertAccessible(page, '[role=dialog]');
      await picture(page, lane.pictures, 'branch-delete');
      // The page asks once more for what is gone, which the browser itself reports on the console.
      visitor.forgive(/status of 404 .*\/v1\/(resources|lakefs\/branches)\//);
      await dialog.getByRole('button', { name: 'Delete the branch' }).click();
      await dialog.getByRole('button', { name: 'Done', exact: true }).click();
      await page
        .getByRole('link', { name: /All branches/ })
        .first()
        .click();
      await page.getByRole('link', { name: 'Deleted branches' }).click();
      const deleted = page.getByRole('listitem').filter({ hasText: FORGOTTEN });
      await deleted.getByText(/deleted by ada/).waitFor();
      await picture(page, lane.pictures, 'branches-deleted');
      await deleted.getByRole('button', { name: 'Restore…' }).click();
      await dialog
        .getByRole('button', { name: 'Restore', exact: true })
        .click();
      await dialog.getByRole('button', { name: 'Open the branch' }).click();
      await page
        .getByRole('region', { name: 'Verdict' })
        .waitFor({ timeout: 60_000 });
    }),
  );

  await report.scenario(
    'tells the analyst that branches are to be looked at',
    () =>
      as(lane, 'nils', async visitor => {
        const page = await visitor.page(`${TAB}?branch=${UNCOMMITTED}`);
        await says(page, /You may look at this branch/);
        const commit = page.getByRole('button', { name: 'Commit…' });
        if ((await commit.count()) > 0) {
          const off = await commit.getAttribute('aria-disabled');
          if (off !== 'true') throw new Error('Commit is offered to nils.');
        }
      }),
  );
}

function row(page: Page, branch: string) {
  return page.getByRole('link', { name: branch, exact: true });
}

async function choose(page: Page, label: string, option: string) {
  await page.getByRole('button', { name: new RegExp(label) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
