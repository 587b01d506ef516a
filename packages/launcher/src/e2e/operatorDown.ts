import { ClusterAdmin } from './ClusterAdmin';
import { says } from './forms';
import { Report } from './Report';
import { assertAccessible, picture } from './Visitor';
import { as, Lane } from './World';

const OPERATOR = 'spark-operator-controller';
const NAMESPACE = 'spark-operator';
const DOWN = /operator on .* seems to be down/i;
/** Longer than an operator has to be away, or back, until that is said. */
const SETTLED_MS = 35_000;
/** Operators are judged every five seconds. */
const JUDGED_MS = 8_000;
const ROUNDS = 8;

/**
 * An operator that goes away is told on the screens that it concerns, and the banner goes when it is back. Needs a portal
 * with movable clocks, and leaves it minutes ahead.
 */
export async function operatorDown(lane: Lane, report: Report): Promise<void> {
  let aheadMs = 0;
  /** Lets time pass until something is seen: how soon the portal hears of the change is not known here. */
  const untilSeen = async (see: (timeout: number) => Promise<void>) => {
    for (let round = 1; ; round += 1) {
      try {
        await see(JUDGED_MS);
        return;
      } catch (error) {
        if (round === ROUNDS) throw error;
      }
      aheadMs += SETTLED_MS;
      lane.portal.tell('clock-ahead', aheadMs);
    }
  };
  await report.scenario(
    'tells that an operator is down, and that it is back',
    () =>
      as(lane, 'olga', async visitor => {
        const page = await visitor.page('/data-platform');
        const job = await visitor.page(
          '/catalog/default/component/orders-daily',
        );
        await says(page, /at work/);
        const admin = new ClusterAdmin(lane.portal.sandboxKubeconfig);
        await admin.scale(NAMESPACE, OPERATOR, 0);
        try {
          await untilSeen(timeout => says(page, DOWN, timeout));
          await says(job, DOWN);
          await says(page, /Runs that are under way go on/);
          await picture(page, lane.pictures, 'operator-down');
          await assertAccessible(page, 'main, [role=main], #root');
        } finally {
          await admin.scale(NAMESPACE, OPERATOR, 1);
        }
        await untilSeen(timeout =>
          page.getByText(DOWN).first().waitFor({ state: 'detached', timeout }),
        );
      }),
  );
}
