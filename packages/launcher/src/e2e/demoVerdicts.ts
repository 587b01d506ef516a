import { Page } from 'playwright-core';
import { says } from './forms';
import { Report } from './Report';
import { go } from './Visitor';
import { as, Lane } from './World';

/** What the pages of the demo's jobs must say. */
const VERDICTS: readonly [job: string, sentence: RegExp][] = [
  ['orders-daily', /Succeeded in \d+ min/],
  ['orders-enrich', /Running with 3 of 3 executors/],
  ['customers-dedup', /executors went over .* and were killed \(OOMKilled\)/],
  ['customers-export', /The driver cannot start: image .* was not found/],
  ['shipments-forecast', /[Ss]uspended/],
];

/** Every demo job's page tells the truth; the overview and the roll-ups agree. */
export async function demoVerdicts(lane: Lane, report: Report): Promise<void> {
  const look = (
    name: string,
    path: string,
    see: (page: Page) => Promise<void>,
  ) =>
    report.scenario(name, () =>
      as(lane, 'nils', async visitor => see(await visitor.page(path))),
    );
  for (const [job, sentence] of VERDICTS) {
    await look(
      `says of ${job} what is true`,
      `/catalog/default/component/${job}`,
      page => says(page, sentence, 120_000),
    );
  }
  await look(
    'rolls up to the product and the domain',
    '/catalog/default/domain/sales',
    async page => {
      await says(page, /Customers, export/);
      await says(page, /was not found/);
      await go(page, '/catalog/default/system/orders-product');
      await says(page, /Health of this/);
    },
  );
  await look('lists everything, worst first', '/data-platform', async page => {
    const first = page.getByRole('row').nth(1);
    await first.getByText('Failed').waitFor();
    await says(page, /Connected to Kubernetes/);
  });
}
