import { operate, says } from './forms';
import { Report } from './Report';
import { as, Lane } from './World';

const TABS = 10;
const USABLE_MS = 30_000;

/** Ten tabs on job pages in one browser: one stream for all, and every tab stays live. */
export async function tenTabs(lane: Lane, report: Report): Promise<void> {
  await report.scenario(
    'keeps ten tabs of one browser live on one stream',
    () =>
      as(lane, 'olga', async visitor => {
        let streams = 0;
        const first = await visitor.page(
          '/catalog/default/component/orders-daily',
        );
        visitor.context.on('request', request => {
          if (request.url().includes('/v1/stream')) streams += 1;
        });
        await says(first, /Orders, daily/);
        const others = await Promise.all(
          Array.from({ length: TABS - 1 }, () =>
            visitor.page('/catalog/default/component/orders-daily'),
          ),
        );
        for (const page of others) {
          await page
            .getByRole('button', { name: 'Run now' })
            .first()
            .waitFor({ timeout: USABLE_MS });
        }
        await operate(others[TABS - 2], 'Run now');
        for (const page of [first, ...others]) {
          await says(page, /Running with \d of \d executors/, USABLE_MS);
        }
        if (streams > 3) {
          throw new Error(`${streams} streams were opened by ${TABS} tabs.`);
        }
      }),
  );
}
