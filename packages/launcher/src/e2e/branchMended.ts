import { RUN_BRANCH } from './branchRun';
import { says } from './forms';
import { ALL_APPROVALS, ask, decide, merge } from './mergeSteps';
import { Report } from './Report';
import { assertAccessible, go, picture } from './Visitor';
import { as, Lane } from './World';

const LAKE = '/catalog/default/resource/sales-lake/branches';
const PAGE = `${LAKE}?branch=${RUN_BRANCH}`;
const JOB = '/catalog/default/component/orders-daily';
const MESSAGE = 'Orders of today, the price a decimal again';

/** What becomes of data that a check refused and that main has run away from: settled, written once more, merged. */
export async function branchMended(lane: Lane, report: Report): Promise<void> {
  await report.scenario('settles a conflict on the branch, main winning', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page(`${PAGE}&view=conflicts`);
      const conflicts = page.getByRole('list', { name: 'Conflicts' });
      await conflicts
        .getByText(/tables\/orders\/metadata/)
        .first()
        .waitFor();
      await says(page, /Neither is right as it is/);
      await picture(page, lane.pictures, 'branch-run-conflict');
      await go(page, `${LAKE}?branch=main`);
      await page.getByRole('heading', { name: 'main', exact: true }).waitFor();
      await page
        .getByRole('button', { name: /^Merge/ })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: /^Into/ }).fill(RUN_BRANCH);
      await page.getByRole('option', { name: RUN_BRANCH }).click();
      await dialog.getByText('main wins', { exact: true }).click();
      await dialog.getByText('Checked: this can be done.').waitFor();
      await assertAccessible(page, '[role=dialog]');
      await picture(page, lane.pictures, 'branch-run-settle');
      await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
      await says(page, new RegExp(`main is merged into ${RUN_BRANCH}`));
    }),
  );

  await report.scenario('mends the data by a run with other arguments', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page(JOB);
      await page.getByRole('button', { name: 'Run with…' }).first().click();
      const dialog = page.getByRole('dialog');
      const branch = dialog.getByRole('combobox', { name: /Data branch/ });
      await branch.fill(RUN_BRANCH);
      await page.getByRole('option', { name: RUN_BRANCH }).click();
      const argument = (index: number) =>
        dialog.getByRole('textbox', { name: `Argument ${index}` });
      await argument(1).fill('{{branch.uri}}/tables/orders');
      await argument(2).fill('--duration=6s');
      await dialog.getByText(/Checked: this can be done/).waitFor();
      await picture(page, lane.pictures, 'branch-run-again');
      await dialog.getByRole('button', { name: 'Start the run' }).click();
      await dialog.getByRole('button', { name: 'Done', exact: true }).click();
      await go(page, `${PAGE}&view=runs`);
      // Newest first, below the head; the run of the template is the other.
      await page.getByRole('row').nth(2).waitFor();
      await page
        .getByRole('row')
        .nth(1)
        .getByText('Succeeded', { exact: true })
        .waitFor({ timeout: 180_000 });
    }),
  );

  await report.scenario('commits what was mended, and asks once more', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page(PAGE);
      await page.getByRole('button', { name: 'Commit…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: /^Message/ }).fill(MESSAGE);
      await dialog.getByText('Checked: this can be done.').waitFor();
      await dialog.getByRole('button', { name: 'Commit', exact: true }).click();
      await dialog.getByRole('button', { name: 'Done', exact: true }).click();
      await ask(
        page,
        'The price is a decimal again, as the contract wants it.',
        'What was asked for has changed since: ask again.',
      );
    }),
  );

  await report.scenario('merges it, and main tells who did what', async () => {
    await as(lane, 'ada', async visitor => {
      const page = await visitor.page(ALL_APPROVALS);
      // The page that stays open shows the request before for a moment.
      await page.reload();
      await decide(page, RUN_BRANCH, 'ada');
    });
    await as(lane, 'olga', async visitor => {
      const page = await visitor.page(PAGE);
      await merge(page);
      await says(page, new RegExp(`${RUN_BRANCH} is merged into main`));
      await picture(page, lane.pictures, 'branch-run-merged');
      await page.keyboard.press('Escape');
      await go(page, `${LAKE}?branch=main&view=commits`);
      const merged = page
        .getByRole('listitem')
        .filter({ hasText: `Merge ${RUN_BRANCH} into main` });
      await merged.getByText('olga', { exact: true }).waitFor();
      await picture(page, lane.pictures, 'main-commits');
    });
  });
}
