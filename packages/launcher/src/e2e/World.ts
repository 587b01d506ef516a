import { Browser } from 'playwright-core';
import { Portal } from '../start/Portal';
import { Report } from './Report';
import { Theme, Visitor } from './Visitor';
import { Visitors } from './Visitors';

/** What all scenarios share: a running portal, a browser and a folder for pictures. */
export interface World {
  portal: Portal;
  browser: Browser;
  /** People whose browsers are open and who are in no lane. */
  idle: Visitor[];
  pictures: string;
}

/** What the scenarios of a lane share. */
export interface Lane extends World {
  visitors: Visitors;
}

/** Some scenarios that belong together, one after another. */
export type Scenarios = (lane: Lane, report: Report) => Promise<void>;

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
    lanes.map(async scenarios => {
      const visitors = new Visitors(world.browser, world.idle);
      try {
        for (const each of scenarios)
          await each({ ...world, visitors }, report);
      } finally {
        visitors.leave();
      }
    }),
  );
}

/**
 * Runs something as a person in a browser of their own. Fails when the page complained meanwhile; what was on the page
 * then is in the folder of pictures, by the person and the time.
 */
export async function as<T>(
  { visitors, portal, pictures }: Lane,
  person: string,
  run: (visitor: Visitor) => Promise<T>,
  theme: Theme = 'light',
): Promise<T> {
  const visitor = await visitors.get(portal.url, person, theme);
  try {
    const result = await unworried(visitor, () => run(visitor));
    await visitor.rest();
    return result;
  } catch (error) {
    await visitor.testify(pictures);
    await visitors.drop(visitor);
    throw error;
  }
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
