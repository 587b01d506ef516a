import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { freePort } from '../freePort';
import { DATA } from '../paths';
import { say } from '../say';
import { Portal } from '../start/Portal';
import { adoption } from './adoption';
import { approvals } from './approvals';
import { branches } from './branches';
import { branchMended } from './branchMended';
import { branchRun } from './branchRun';
import { dayTwo } from './dayTwo';
import { demoVerdicts } from './demoVerdicts';
import { expiry } from './expiry';
import { keyboard } from './keyboard';
import { looks } from './looks';
import { mainJob } from './mainJob';
import { notebooks } from './notebooks';
import { operatorDown } from './operatorDown';
import { Report } from './Report';
import { restart } from './restart';
import { rights } from './rights';
import { tenTabs } from './tenTabs';
import { sideBySide, World } from './World';

const BROWSERS = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

const MOVABLE_CLOCK = require.resolve('./movableClock.ts');

/** The whole way in a real browser, on a portal and sandbox of its own. */
async function main(): Promise<number> {
  const executablePath = BROWSERS.find(path => path && existsSync(path));
  if (!executablePath) {
    throw new Error(
      'No Chromium here. Install the package chromium, or name the program in CHROMIUM.',
    );
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'millrace-e2e-'));
  const options = {
    port: await freePort(),
    fresh: true,
    contexts: [],
    config: [require.resolve('./app-config.e2e.yaml')],
  };
  const report = new Report();
  const browser = await chromium.launch({ executablePath });
  const world: World = {
    portal: new Portal(options, dataDir, [MOVABLE_CLOCK]),
    browser,
    idle: [],
    pictures: join(DATA, 'screenshots'),
  };
  try {
    await report.scenario('starts and is ready', () => world.portal.start());
    await sideBySide(world, report, [
      [demoVerdicts, rights, dayTwo, looks('dark')],
      [mainJob, keyboard, branches],
      [looks('light'), notebooks],
      [branchRun, approvals, branchMended, adoption],
    ]);
    // Alone: no run may be under way without the operator of Spark, and clocks go ahead while nothing else is going on.
    await sideBySide(world, report, [[operatorDown]]);
    // Alone: how soon the tabs are usable is what it tries.
    await sideBySide(world, report, [[tenTabs]]);
    // Last on these processes: their clocks are a day ahead then.
    await sideBySide(world, report, [[expiry]]);
    const again = async () => {
      await Promise.all(world.idle.splice(0).map(visitor => visitor.close()));
      await world.portal.stop();
      world.portal = new Portal({ ...options, fresh: false }, dataDir);
      await world.portal.start();
    };
    await sideBySide(world, report, [[restart(again)]]);
  } finally {
    await browser.close();
    await world.portal.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return report.close();
}

main().then(
  code => process.exit(code),
  error => {
    say(error instanceof Error ? error.stack ?? error.message : String(error));
    process.exit(1);
  },
);
