import { join, resolve } from 'node:path';

/** Root of the checkout. */
export const ROOT = resolve(__dirname, '../../..');

/** The demo backend, as `npm start` runs it. */
export const BACKEND = join(ROOT, 'packages/backend/src/index.ts');

/** Lets Node run TypeScript from the workspace. */
export const NODE_TRANSFORM = require.resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);
