import { says } from './forms';
import { Report } from './Report';
import { Visitor } from './Visitor';
import { onPage, World } from './World';

/** What the pages of the demo's jobs must say. */
const VERDICTS: readonly [job: string, sentence: RegExp][] = [
  ['orders-daily', /Succeeded in \d+ min/],
  ['orders-enrich', /Running with 3 of 3 executors/],
  ['customers-dedup', /executors went over .* and were killed \(OOMKilled\)/],
  ['customers-export', /The driver cannot start: image .* was not found/],
  ['shipments-forecast', /[Ss]uspended/],
];

/** Every demo job's page tells the truth; the overview and the roll-ups agree. */
export async function demoVerdicts(
  world: World,
  report: Report,
): Promise<void> {
  const visitor = await Visitor.open(world.browser, world.portal.url, 'nils');
  try {
    for (const [job, sentence] of VERDICTS) {
      await report.scenario(`says of ${job} what is true`, () =>
        onPage(visitor, `/catalog/default/component/${job}`, page =>
          says(page, sentence, 120_000),
        ),
      );
    }
    await report.scenario('rolls up to the product and the domain', () =>
      onPage(visitor, '/catalog/default/domain/sales', async page => {
        await says(page, /Customers, export/);
        await says(page, /was not found/);
        await page.goto('/catalog/default/system/orders-product');
        await says(page, /Health of this/);
      }),
    );
    await report.scenario('lists everything, worst first', () =>
      onPage(visitor, '/data-platform', async page => {
        const first = page.getByRole('row').nth(1);
        await first.getByText('Failed').waitFor();
        await says(page, /Connected to Kubernetes/);
      }),
    );
  } finally {
    await visitor.close();
  }
}
