import { ClusterAdmin } from './ClusterAdmin';
import { createProduct, says } from './forms';
import { Report } from './Report';
import { assertAccessible, go, goToNew, picture } from './Visitor';
import { as, Lane } from './World';

const NAMESPACE = 'marketing';
const PRODUCT = 'campaigns';
const ADOPT = '/data-platform/adopt';

/** A namespace and its jobs, which were there before the portal, become a domain with jobs. */
export async function adoption(lane: Lane, report: Report): Promise<void> {
  await report.scenario('says what a cluster admin has to do first', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page(ADOPT);
      await says(page, /kubectl label namespace marketing/);
      await says(page, /Airflow/);
      await picture(page, lane.pictures, 'adopt');
      await assertAccessible(page, 'main, [role=main], #root');
      const admin = new ClusterAdmin(lane.portal.sandboxKubeconfig);
      await admin.labelNamespace(NAMESPACE, {
        'millrace.dev/domain': `default.${NAMESPACE}`,
      });
      await page
        .getByRole('button', { name: 'Adopt as a domain…' })
        .waitFor({ timeout: 30_000 });
    }),
  );

  await report.scenario('adopts the namespace as a domain', () =>
    as(lane, 'ada', async visitor => {
      const page = await visitor.page(ADOPT);
      await page.getByRole('button', { name: 'Adopt as a domain…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /Owner/ }).click();
      await page.getByRole('option', { name: 'Sales data team' }).click();
      await dialog.getByText('Checked: this can be done.').waitFor();
      await picture(page, lane.pictures, 'adopt-domain');
      await assertAccessible(page, '[role=dialog]');
      await dialog.getByRole('button', { name: 'Adopt the namespace' }).click();
      await dialog.getByRole('button', { name: 'Open the domain' }).click();
      await says(page, /Quota and roles/);
    }),
  );

  await report.scenario('adopts its jobs into a data product', () =>
    as(lane, 'olga', async visitor => {
      const page = await visitor.page();
      await createProduct(page, {
        name: PRODUCT,
        domain: NAMESPACE,
        port: 'daily',
      });
      await go(page, `${ADOPT}?q=${NAMESPACE}`);
      const rows = page.getByRole('row').filter({ hasText: NAMESPACE });
      for (const index of [0, 1]) {
        // A press anywhere in a row chooses it.
        await rows.nth(index).click();
      }
      await page.getByRole('button', { name: 'Adopt the chosen…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /Data product/ }).click();
      await page.getByRole('option', { name: PRODUCT }).click();
      const name = dialog.getByRole('group').getByRole('textbox').first();
      await name.fill('adopted-one');
      await dialog.getByText('Checked: this can be done.').waitFor();
      await picture(page, lane.pictures, 'adopt-jobs');
      await dialog.getByRole('button', { name: 'Adopt the jobs' }).click();
      await dialog.getByRole('button', { name: 'Done', exact: true }).click();
      // The browser itself reports that the catalog did not know it yet.
      visitor.forgive(/status of 404 .*\/by-name\/component\/default\//);
      await goToNew(
        page,
        '/catalog/default/component/adopted-one',
        /Last runs/,
      );
      await says(page, /Succeeded|Failed|In progress|Running/);
    }),
  );
}
