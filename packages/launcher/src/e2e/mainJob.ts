import { createDomain, createJob, createProduct, operate, says } from './forms';
import { go, picture } from './Visitor';
import { as, Lane } from './World';
import { Report } from './Report';

const DOMAIN = 'billing';
const PRODUCT = 'invoices';
export const JOB = 'invoices-daily';
const BROKEN = 'invoices-broken';
const BAD_IMAGE = 'docker.io/apache/spark:no-such-tag';

/** From a template to a verdict, as the owner of a domain: create, run, break, read, repair. */
export async function mainJob(lane: Lane, report: Report): Promise<void> {
  const step = (name: string, run: Parameters<typeof as>[2]) =>
    report.scenario(name, () => as(lane, 'olga', run).then(() => undefined));

  await step('creates a data domain from its template', async visitor => {
    const page = await visitor.page();
    await createDomain(page, { name: DOMAIN, owner: 'Sales data team' });
    await page.getByRole('link', { name: 'Open the domain' }).click();
    await says(page, /Quota and roles/);
    await says(page, new RegExp(`${DOMAIN} on sandbox`));
    await picture(page, lane.pictures, 'domain-new');
  });

  await step('creates a data product in it', async visitor => {
    const page = await visitor.page();
    await createProduct(page, { name: PRODUCT, domain: DOMAIN, port: 'daily' });
    await page.getByRole('link', { name: 'Open the data product' }).click();
    await says(page, /Health of this data product|Health of this product/);
  });

  await step('creates a Spark job and watches its first run', async visitor => {
    const page = await visitor.page();
    await createJob(page, { name: JOB, product: PRODUCT });
    await says(page, /has never run/);
    await operate(page, 'Run now');
    await says(page, /Running with \d of \d executors/);
    await picture(page, lane.pictures, 'job-running');
    await says(page, /Succeeded in/, 180_000);
    await picture(page, lane.pictures, 'job-succeeded');
  });

  await step('breaks it on purpose and reads why', async visitor => {
    const page = await visitor.page();
    await createJob(page, {
      name: BROKEN,
      product: PRODUCT,
      image: BAD_IMAGE,
    });
    await operate(page, 'Run now');
    await says(
      page,
      /The driver cannot start: image .*no-such-tag.* was not found/,
    );
    await says(page, /Check the tag/);
    await picture(page, lane.pictures, 'job-bad-image');
  });

  await step('stops the broken run; the history keeps it', async visitor => {
    const page = await visitor.page(`/catalog/default/component/${BROKEN}`);
    await operate(page, 'Stop');
    await says(page, /stopped/i);
    await go(page, `/catalog/default/component/${BROKEN}/runs`);
    await page.getByRole('row').nth(1).waitFor();
  });

  await step('runs the good job again', async visitor => {
    const page = await visitor.page(`/catalog/default/component/${JOB}`);
    await operate(page, 'Re-run');
    await says(page, /Running with|just started|In progress/);
  });
}
