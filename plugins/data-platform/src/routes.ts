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

/** Notebook servers: who holds what, and since when unused. */
export const notebooksRouteRef = createSubRouteRef({
  parent: overviewRouteRef,
  path: '/notebooks',
});

/** What others ask leave for, and what the person has asked for. */
export const approvalsRouteRef = createSubRouteRef({
  parent: overviewRouteRef,
  path: '/approvals',
});

/** Who did what. */
export const activityRouteRef = createSubRouteRef({
  parent: overviewRouteRef,
  path: '/activity',
});
