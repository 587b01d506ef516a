import { Page } from 'playwright-core';
import { go } from './Visitor';

const next = (page: Page) =>
  page.getByRole('button', { name: 'Next', exact: true }).click();

/** Goes on to the review, creates, and waits for the link that the template ends with. */
async function create(page: Page, link: string): Promise<void> {
  await page.getByRole('button', { name: /^Review/ }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.getByRole('link', { name: link }).waitFor({ timeout: 60_000 });
}

async function openTemplate(page: Page, name: string): Promise<void> {
  await go(page, `/create/templates/default/${name}`);
  await page.getByRole('textbox', { name: /^Name/ }).waitFor();
}

/** Creates a data domain from its template; ends on the task's page. */
export async function createDomain(
  page: Page,
  domain: { name: string; owner: string },
): Promise<void> {
  await openTemplate(page, 'data-domain');
  await page.getByRole('textbox', { name: /^Name/ }).fill(domain.name);
  await page
    .getByLabel(/^Owner/)
    .first()
    .click();
  await page.getByRole('option', { name: domain.owner }).first().click();
  await next(page);
  await page.getByText('What all jobs of the domain may use').waitFor();
  await next(page);
  await page.getByText('What will be made').waitFor();
  await create(page, 'Open the domain');
}

/** Creates a data product in a domain, with a first output port. */
export async function createProduct(
  page: Page,
  product: { name: string; domain: string; port: string },
): Promise<void> {
  await openTemplate(page, 'data-product');
  await page.getByRole('button', { name: /Domain/ }).click();
  await page.getByRole('option', { name: product.domain }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(product.name);
  await next(page);
  await page.getByText('Where others read the product').waitFor();
  await page.getByRole('textbox', { name: /^Name/ }).fill(product.port);
  await create(page, 'Open the data product');
}

export interface NewJob {
  name: string;
  product: string;
  /** Where set, an application of one's own with this image; otherwise the example. */
  image?: string;
}

/** Creates a Spark job in a product and opens its page. */
export async function createJob(page: Page, job: NewJob): Promise<void> {
  await openTemplate(page, 'spark-job');
  await page
    .getByLabel(/^Data product/)
    .first()
    .click();
  await page.getByRole('option', { name: job.product }).first().click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(job.name);
  await next(page);
  await page.getByRole('radio', { name: 'An example' }).waitFor();
  if (job.image) {
    await page.getByRole('radio', { name: 'My application' }).check();
    await page
      .getByRole('textbox', { name: /^Application file/ })
      .fill('local:///opt/spark/examples/src/main/python/pi.py');
    await page.getByRole('textbox', { name: /^Image/ }).fill(job.image);
  }
  await next(page);
  await page.getByText('Each executor').first().waitFor();
  await next(page);
  await page
    .getByText('Keep finished runs on the cluster for')
    .first()
    .waitFor();
  await next(page);
  await page.getByText('What will be created').waitFor();
  await page
    .getByText(/kind: SparkApplication/)
    .first()
    .waitFor();
  await create(page, 'Open the job');
  await page.getByRole('link', { name: 'Open the job' }).click();
  await page.getByRole('button', { name: 'Run now' }).first().waitFor();
}

/** Presses an operation's button, confirms its plan and closes the dialog when it is done. */
export async function operate(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: title, exact: true });
  await confirm.click();
  await dialog.getByRole('button', { name: 'Done', exact: true }).click();
}

/** Waits until the page says a sentence that matches. */
export async function says(
  page: Page,
  pattern: RegExp,
  timeout = 60_000,
): Promise<void> {
  await page.getByText(pattern).first().waitFor({ timeout });
}
