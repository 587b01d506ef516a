import userEvent from '@testing-library/user-event';

/**
 * Puts a text in place of what a field holds, at once, as from the clipboard. Where it does not matter that somebody
 * types: a screen is drawn again for every letter.
 */
export async function fillIn(field: Element, text: string): Promise<void> {
  await userEvent.clear(field);
  await userEvent.paste(text);
}
