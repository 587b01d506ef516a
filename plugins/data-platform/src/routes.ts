import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page that shows everything that runs. */
export const overviewRouteRef = createRouteRef();
