import { dirname, join, resolve } from 'node:path';

/** Root of the checkout. */
export const ROOT = resolve(
  dirname(require.resolve('../package.json')),
  '../..',
);

/** Everything that the portal and the sandbox keep; absolute, mode 0700. */
export const DATA = process.env.MILLRACE_DATA
  ? resolve(process.env.MILLRACE_DATA)
  : join(ROOT, '.data');

/** Lets Node run TypeScript from the workspace. */
export const NODE_TRANSFORM = require.resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);
