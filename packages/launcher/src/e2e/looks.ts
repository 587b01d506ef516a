import { says } from './forms';
import { Report } from './Report';
import { assertAccessible, picture, Theme } from './Visitor';
import { as, World } from './World';

/** Pages that are shown, what they say when they are complete, and the part that is ours. */
const PAGES: readonly { name: string; path: string; says: RegExp }[] = [
  { name: 'overview', path: '/data-platform', says: /Connected to Kubernetes/ },
  {
    name: 'job-healthy',
    path: '/catalog/default/component/orders-daily',
    says: /95th percentile/,
  },
  {
    name: 'job-failed',
    path: '/catalog/default/component/customers-dedup',
    says: /OOMKilled/,
  },
  {
    name: 'job-runs',
    path: '/catalog/default/component/orders-daily/runs',
    says: /95th percentile/,
  },
  {
    name: 'job-scheduled',
    path: '/catalog/default/component/shipments-track/runs',
    says: /Schedule/,
  },
  {
    name: 'product',
    path: '/catalog/default/system/customers-product',
    says: /Health of this/,
  },
  {
    name: 'domain',
    path: '/catalog/default/domain/sales',
    says: /Quota and roles/,
  },
];

/** Every page, in both themes: a picture, and no violation that axe finds. */
export async function looks(world: World, report: Report): Promise<void> {
  for (const theme of ['light', 'dark'] as const satisfies readonly Theme[]) {
    for (const shown of PAGES) {
      await report.scenario(`${shown.name} is accessible, ${theme}`, () =>
        as(
          world,
          'olga',
          async visitor => {
            const page = await visitor.page(shown.path);
            await says(page, shown.says);
            // Cards of the catalog itself load on their own; a spinner is not the page.
            await page.waitForFunction(
              () => !document.querySelector('[role=progressbar]'),
            );
            await picture(page, world.pictures, `${shown.name}-${theme}`);
            await assertAccessible(page, 'main, [role=main], #root');
          },
          theme,
        ),
      );
    }
    await report.scenario(`run drawer is accessible, ${theme}`, () =>
      as(
        world,
        'olga',
        async visitor => {
          const page = await visitor.page(
            '/catalog/default/component/orders-enrich/runs',
          );
          await page.getByRole('row').nth(1).click();
          const drawer = page.getByRole('dialog');
          await drawer.getByText('What happened').waitFor();
          await picture(page, world.pictures, `run-drawer-${theme}`);
          await drawer.getByRole('tab', { name: 'Logs' }).click();
          await drawer
            .getByText(/lines?\./)
            .first()
            .waitFor();
          await picture(page, world.pictures, `run-logs-${theme}`);
          await assertAccessible(page, '[role=dialog]');
        },
        theme,
      ),
    );
  }
}
