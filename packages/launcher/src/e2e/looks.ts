import { Page } from 'playwright-core';
import { says } from './forms';
import { assertAccessible, picture, Theme } from './Visitor';
import { as, Scenarios } from './World';

const ENRICH_RUNS = '/catalog/default/component/orders-enrich/runs';

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
  {
    name: 'notebooks',
    path: '/data-platform/notebooks',
    says: /GPUs held/,
  },
  {
    name: 'notebooks-domain',
    path: '/catalog/default/domain/research/notebooks',
    says: /market-basket/,
  },
  {
    name: 'notebook-server',
    path: '/catalog/default/resource/research-market-basket',
    says: /Running, and ready/,
  },
  {
    name: 'lakefs-repository',
    path: '/catalog/default/resource/sales-lake',
    says: /this portal is the access control/,
  },
  {
    name: 'branches',
    path: '/catalog/default/resource/sales-lake/branches',
    says: /refused its merge/,
  },
  ...['overview', 'diff', 'checks', 'commits', 'objects', 'runs'].map(view => ({
    name: `branch-${view}`,
    path: `/catalog/default/resource/sales-lake/branches?branch=price-as-text&view=${view}`,
    says: /take the price as it comes from the shop/,
  })),
  {
    name: 'branch-conflicts',
    path: '/catalog/default/resource/sales-lake/branches?branch=customers-dedup-trial&view=conflicts',
    says: /tables\/customers\//,
  },
];

/** Every page in a theme: a picture, and no violation that axe finds. */
export function looks(theme: Theme): Scenarios {
  return async (lane, report) => {
    const take = (page: Page, name: string) =>
      picture(page, lane.pictures, `${name}-${theme}`);
    const look = (
      name: string,
      path: string,
      see: (page: Page) => Promise<void>,
    ) =>
      report.scenario(`${name} is accessible, ${theme}`, () =>
        as(lane, 'olga', async visitor => see(await visitor.page(path)), theme),
      );
    for (const shown of PAGES) {
      await look(shown.name, shown.path, async page => {
        await says(page, shown.says);
        await settled(page);
        await take(page, shown.name);
        await assertAccessible(page, 'main, [role=main], #root');
      });
    }
    await look('run drawer', ENRICH_RUNS, async page => {
      await page.getByRole('row').nth(1).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByText('What happened').waitFor();
      await take(page, 'run-drawer');
      await drawer.getByRole('tab', { name: 'Logs' }).click();
      await drawer
        .getByText(/lines?\./)
        .first()
        .waitFor();
      await take(page, 'run-logs');
      await assertAccessible(page, '[role=dialog]');
    });
  };
}

/** What stands where something is still loaded, or drawn. */
const UNFINISHED =
  '[role=progressbar], [aria-busy=true], [role=status][aria-label^=Loading]';

/** Cards of the catalog itself load one after another; a spinner is not the page, nor is the moment between two. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    unfinished => {
      const seen = window as { quietSince?: number };
      const loading = document.querySelector(unfinished) !== null;
      seen.quietSince = loading
        ? undefined
        : seen.quietSince ?? performance.now();
      return performance.now() - (seen.quietSince ?? Infinity) > 1_000;
    },
    UNFINISHED,
    { polling: 100 },
  );
}
