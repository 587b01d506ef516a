import { Browser, Page } from 'playwright-core';
import { Portal } from '../start/Portal';
import { Report } from './Report';
import { Theme, Visitor } from './Visitor';

/** What the scenarios share: a running portal, a browser and a folder for pictures. */
export interface World {
  portal: Portal;
  browser: Browser;
  pictures: string;
}

/** Some scenarios that belong together, one after another. */
export type Scenarios = (world: World, report: Report) => Promise<void>;

/**
 * Lanes at the same time; the scenarios of a lane in order. What is in two lanes may not change what the other reads: a
 * cluster that is told to do without its operator, say.
 */
export async function sideBySide(
  world: World,
  report: Report,
  lanes: readonly (readonly Scenarios[])[],
): Promise<void> {
  await Promise.all(
    lanes.map(async lane => {
      for (const scenarios of lane) await scenarios(world, report);
    }),
  );
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
    return await unworried(visitor, () => run(visitor));
  } finally {
    await visitor.close();
  }
}

/**
 * Opens a page of a person who is signed in already, and closes it again. Fails when the page complained meanwhile;
 * what pages before it complained of is told of there.
 */
export async function onPage(
  visitor: Visitor,
  path: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  visitor.complaints.length = 0;
  await unworried(visitor, async () => {
    const page = await visitor.page(path);
    try {
      await look(page);
    } finally {
      await page.close();
    }
  });
}

async function unworried<T>(
  { complaints }: Visitor,
  run: () => Promise<T>,
): Promise<T> {
  const result = await run();
  if (complaints.length > 0) {
    throw new Error(`The page complained:\n${complaints.join('\n')}`);
  }
  return result;
}
