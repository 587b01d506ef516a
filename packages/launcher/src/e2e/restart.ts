import { says } from './forms';
import { Report } from './Report';
import { as, World } from './World';

/** After a restart of portal and sandbox everything that was made is there again. */
export async function restart(
  world: World,
  report: Report,
  again: () => Promise<void>,
): Promise<void> {
  await report.scenario('survives a restart with all its data', async () => {
    await again();
    await as(world, 'olga', async visitor => {
      const page = await visitor.page('/catalog/default/domain/billing');
      await says(page, /billing on sandbox/);
      await page.goto('/catalog/default/component/invoices-daily/runs');
      await page.getByRole('row').nth(1).waitFor();
    });
  });
}
