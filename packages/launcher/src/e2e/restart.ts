import { says } from './forms';
import { go } from './Visitor';
import { as, Scenarios } from './World';

/**
 * After a restart of portal and sandbox everything that was made is there again.
 *
 * @param again - restarts both
 */
export function restart(again: () => Promise<void>): Scenarios {
  return (lane, report) =>
    report
      .scenario('survives a restart with all its data', async () => {
        await again();
        await as(lane, 'olga', async visitor => {
          const page = await visitor.page('/catalog/default/domain/billing');
          await says(page, /billing on sandbox/);
          await go(page, '/catalog/default/component/invoices-daily/runs');
          await page.getByRole('row').nth(1).waitFor();
        });
      })
      .then(() => undefined);
}
