import { dirname, join } from 'node:path';

const PACKAGE = dirname(require.resolve('@millrace/bench/package.json'));

/** Root of the checkout. */
export const ROOT = dirname(dirname(PACKAGE));

export const SERVERS = join(PACKAGE, 'src/servers/main.ts');
export const PROBE = join(PACKAGE, 'src/backend/probe.ts');

/** The plugin in a process of its own. */
export const ALONE = join(PACKAGE, 'src/backend/alone.ts');
/** A lakeFS server, and the plugin with its module for lakeFS, each in a process of its own. */
export const LAKE_SERVER = join(PACKAGE, 'src/lakefs/lakeServer.ts');
export const LAKE_PORTAL = join(PACKAGE, 'src/lakefs/portal.ts');
/** The built frontend that the demo backend serves. */
export const APP = join(ROOT, 'packages/app/dist');

/** The demo backend, as `npm start` runs it. */
export const BACKEND = join(ROOT, 'packages/backend/src/index.ts');

/** Lets Node run TypeScript from the workspace. */
export const NODE_TRANSFORM = require.resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);
