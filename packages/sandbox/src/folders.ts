import { dirname, join } from 'node:path';

/** The folder of this package. The sandbox runs from its sources, in a checkout of the repository. */
const PACKAGE = dirname(require.resolve('../package.json'));
const REPOSITORY = join(PACKAGE, '..', '..');

/** CustomResourceDefinitions that the sandbox serves. */
export const CRDS_FOLDER = join(PACKAGE, 'crds');
/** Manifests that adopters apply to their clusters, and the content of the demo. */
export const EXAMPLES_FOLDER = join(REPOSITORY, 'examples');
/** Specifications and recordings of real servers, kept beside the repository; absent in most checkouts. */
export const SHARED_FOLDER = join(REPOSITORY, '..', 'shared');
