import { ClusterAdmin } from './ClusterAdmin';
import { says } from './forms';
import { Report } from './Report';
import { assertAccessible, picture } from './Visitor';
import { as, Lane } from './World';

const OPERATOR = 'spark-operator-controller';
const NAMESPACE = 'spark-operator';
const DOWN = /operator on .* seems to be down/i;

/** An operator that goes away is told on the screens that it concerns, and the banner goes when it is back. */
export async function operatorDown(lane: Lane, report: Report): Promise<void> {
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
          await says(page, DOWN, 90_000);
          await says(job, DOWN);
          await says(page, /Runs that are under way go on/);
          await picture(page, lane.pictures, 'operator-down');
          await assertAccessible(page, 'main, [role=main], #root');
        } finally {
          await admin.scale(NAMESPACE, OPERATOR, 1);
        }
        await page
          .getByText(DOWN)
          .first()
          .waitFor({ state: 'detached', timeout: 90_000 });
      }),
  );
}
