import { Locator, Page } from 'playwright-core';
import { assertAccessible } from './Visitor';

/** The page of what others ask leave for. */
export const APPROVALS = '/data-platform/approvals';
/** With those that an administrator may decide although others were asked. */
export const ALL_APPROVALS = `${APPROVALS}?role=all`;

/**
 * Opens the form of the merge and asks for leave, as the rule that protects main wants it.
 *
 * @param told - what the form says about leave before
 */
export async function ask(
  page: Page,
  why: string,
  told = 'This needs the approval of somebody else.',
): Promise<void> {
  await page
    .getByRole('button', { name: /^Merge/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(told).waitFor();
  await assertAccessible(page, '[role=dialog]');
  await dialog
    .getByRole('textbox', { name: 'What the approvers should know' })
    .fill(why);
  await dialog.getByRole('button', { name: 'Ask for approval' }).click();
  await dialog.getByText(/: asked\.$/).waitFor();
}

/** The request about the merge of a branch into main that waits, in the list of them. */
export function requestOf(page: Page, branch: string): Locator {
  return page
    .getByRole('row')
    .filter({ hasText: 'Waiting' })
    .getByText(new RegExp(`^Merge ${branch} into main`));
}

/** Approves the request about a branch, with a word. */
export async function decide(
  page: Page,
  branch: string,
  person: string,
): Promise<void> {
  await requestOf(page, branch).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: 'Your comment' })
    .fill('Looked at the difference.');
  await assertAccessible(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await dialog.getByText(new RegExp(`^Approved by ${person}`)).waitFor();
}

/** Merges what is approved. */
export async function merge(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Merge/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Approved: it can be done now.').waitFor();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
}
