import { says } from './forms';
import { APPROVALS, ask, decide, merge, requestOf } from './mergeSteps';
import { Report } from './Report';
import { assertAccessible, picture } from './Visitor';
import { as, Lane } from './World';

const LAKE = '/catalog/default/resource/sales-lake/branches';
/** A branch of the demo that would merge well, and one whose data a check refuses. */
const GOOD = 'orders-late-arrivals';
const REFUSED = 'price-as-text';

/** A merge into a protected branch: asked for, decided by somebody else, done; and one that a check refuses even so. */
export async function approvals(lane: Lane, report: Report): Promise<void> {
  // First: what is merged below changes the same table of main, and would be in the way of this one.
  await report.scenario(
    'understands the check that refuses a merge',
    async () => {
      await as(lane, 'ada', async visitor => {
        const page = await visitor.page(`${LAKE}?branch=${REFUSED}`);
        await ask(page, 'The shop sends it so.');
      });
      await as(lane, 'olga', async visitor =>
        decide(await visitor.page(APPROVALS), REFUSED, 'olga'),
      );
      await as(lane, 'ada', async visitor => {
        const page = await visitor.page(`${LAKE}?branch=${REFUSED}`);
        await merge(page);
        await says(page, new RegExp(`Merging ${REFUSED} into main failed`));
        await says(page, /What the check said/);
        await says(page, /contract violation/);
        await assertAccessible(page, '[role=dialog]');
        await picture(page, lane.pictures, 'merge-refused');
      });
    },
  );

  await report.scenario('asks for the approval of a merge', () =>
    as(lane, 'ada', async visitor => {
      const page = await visitor.page(`${LAKE}?branch=${GOOD}&view=diff`);
      await says(page, /what a merge would bring/);
      await says(page, /\d+ objects/);
      await picture(page, lane.pictures, 'branch-diff');
      await ask(page, 'The late orders of November; the totals are right.');
      await picture(page, lane.pictures, 'merge-asked');
    }),
  );

  await report.scenario('approves the merge of somebody else', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page(APPROVALS);
      await requestOf(page, GOOD).waitFor();
      await picture(page, lane.pictures, 'approvals');
      await decide(page, GOOD, 'olga');
      await picture(page, lane.pictures, 'approval-given');
    }),
  );

  await report.scenario('merges what was approved', () =>
    as(lane, 'ada', async visitor => {
      const page = await visitor.page(`${LAKE}?branch=${GOOD}`);
      await merge(page);
      await says(page, new RegExp(`${GOOD} is merged into main`));
    }),
  );
}
