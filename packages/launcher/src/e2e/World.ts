import { Browser } from 'playwright-core';
import { Portal } from '../start/Portal';
import { Theme, Visitor } from './Visitor';

/** What the scenarios share: a running portal, a browser and a folder for pictures. */
export interface World {
  portal: Portal;
  browser: Browser;
  pictures: string;
}

/** Runs something as a person in a browser of their own. Fails when the page complained meanwhile. */
export async function as<T>(
  world: World,
  person: string,
  run: (visitor: Visitor) => Promise<T>,
  theme: Theme = 'light',
): Promise<T> {
  const visitor = await Visitor.open(
    world.browser,
    world.portal.url,
    person,
    theme,
  );
  try {
    const result = await run(visitor);
    if (visitor.complaints.length > 0) {
      throw new Error(`The page complained:\n${visitor.complaints.join('\n')}`);
    }
    return result;
  } finally {
    await visitor.close();
  }
}
