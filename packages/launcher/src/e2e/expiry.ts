import { signIn } from '../start/readiness';
import { says } from './forms';
import { Report } from './Report';
import { assertAccessible, picture } from './Visitor';
import { as, Lane } from './World';

const LAKE = '/catalog/default/resource/sales-lake/branches';
/** A branch that the portal made from a template. */
const BRANCH = 'from-template';
const OWNER = 'olga';
/** Longer than the shortest life that a branch can have. */
const AHEAD_MS = 25 * 3_600_000;
const TASK = 'data-platform-lakefs-expiry';
const PATIENCE_MS = 120_000;

/**
 * A branch whose time runs out: its owner is warned, it goes, and it comes back. Needs a portal with movable clocks, and
 * leaves it a day ahead.
 */
export async function expiry(lane: Lane, report: Report): Promise<void> {
  await report.scenario('warns the owner of a branch that expires soon', () =>
    as(lane, OWNER, async visitor => {
      const page = await visitor.page(`${LAKE}?branch=${BRANCH}`);
      await page.getByRole('button', { name: 'Purpose and expiry…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /Lives on/ }).click();
      await page.getByRole('option', { name: '1 day', exact: true }).click();
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await dialog.getByRole('button', { name: 'Done', exact: true }).click();
      await says(page, /in (1 d|2[34] h)\b/);
      await picture(page, lane.pictures, 'expiry-set');
      await untilRoundShows(lane, async () => {
        await page.goto('/notifications');
        await says(
          page,
          /Branch from-template of sales-lake expires on/,
          9_000,
        );
      });
      await picture(page, lane.pictures, 'expiry-warned');
    }),
  );

  await report.scenario(
    'deletes what has expired, and restores it',
    async () => {
      lane.portal.tell('clock-ahead', AHEAD_MS);
      await as(lane, OWNER, async visitor => {
        await visitor.context.clock.install({ time: Date.now() + AHEAD_MS });
        const page = await visitor.page();
        const deleted = page.getByRole('listitem').filter({ hasText: BRANCH });
        await untilRoundShows(lane, async () => {
          await page.goto(`${LAKE}?deleted`);
          await deleted.getByText(/branch-expiry/).waitFor({ timeout: 9_000 });
        });
        await picture(page, lane.pictures, 'expiry-deleted');
        await assertAccessible(page, '#root');
        await deleted.getByRole('button', { name: 'Restore…' }).click();
        const dialog = page.getByRole('dialog');
        await dialog
          .getByRole('button', { name: 'Restore', exact: true })
          .click();
        await dialog.getByRole('button', { name: 'Open the branch' }).click();
        await page.getByRole('region', { name: 'Verdict' }).waitFor();
        await picture(page, lane.pictures, 'expiry-restored');
      });
    },
  );
}

/** Has the task come round, again and again until what it does can be seen. */
async function untilRoundShows(
  { portal }: Lane,
  see: () => Promise<void>,
): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    await comeRound(portal.url);
    try {
      await see();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
}

/** Asks the scheduler of the backend to run the task now. One that runs already is as good. */
async function comeRound(url: string): Promise<void> {
  const token = await signIn(url, OWNER);
  const answer = await fetch(
    `${url}/api/data-platform/.backstage/scheduler/v1/tasks/${TASK}/trigger`,
    { method: 'POST', headers: { authorization: `Bearer ${token}` } },
  );
  if (!answer.ok && answer.status !== 409) {
    throw new Error(`The scheduler answered ${answer.status} about ${TASK}.`);
  }
}
