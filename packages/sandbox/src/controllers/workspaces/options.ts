import type { RedirectStep } from './Workspace';

interface Redirected {
  id: string;
  redirect?: { to: string };
}

/** An option as it was chosen, and as it will be after the next restart. */
export interface ChosenOption<Option> {
  current: Option;
  /** What the redirects of the current one lead to; itself where there are none. */
  desired: Option;
  redirectChain: RedirectStep[];
}

/**
 * Follows the redirects of a chosen option (getImageConfig, getPodConfig of the workspaces controller).
 *
 * @param what - `imageConfig` or `podConfig`
 * @throws Error with the controller's words: the option is not there, or its redirects lead nowhere or round in a circle
 */
export function chooseOption<Option extends Redirected>(
  what: string,
  values: readonly Option[],
  id: string,
): ChosenOption<Option> {
  const find = (wanted: string) => values.find(value => value.id === wanted);
  const current = find(id);
  if (!current) throw new Error(`${what} with id "${id}" not found`);
  const redirectChain: RedirectStep[] = [];
  const visited = new Set([id]);
  let desired = current;
  while (desired.redirect) {
    const { to } = desired.redirect;
    if (visited.has(to)) {
      throw new Error(
        `${what} with id "${desired.id}" has a circular redirect`,
      );
    }
    const next = find(to);
    if (!next) {
      throw new Error(
        `${what} with id "${to}" not found, was redirected from "${desired.id}"`,
      );
    }
    redirectChain.push({ source: desired.id, target: to });
    visited.add(to);
    desired = next;
  }
  return { current, desired, redirectChain };
}
