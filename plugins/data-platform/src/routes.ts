import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The page that shows everything that runs. */
export const overviewRouteRef = createRouteRef();

/** What runs and belongs to nothing yet. */
export const adoptRouteRef = createSubRouteRef({
  parent: overviewRouteRef,
  path: '/adopt',
});

/** Who did what. */
export const activityRouteRef = createSubRouteRef({
  parent: overviewRouteRef,
  path: '/activity',
});
