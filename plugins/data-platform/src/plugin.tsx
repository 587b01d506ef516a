import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { PLUGIN_ID } from '@millrace/backstage-plugin-data-platform-common';
import { templateRouteRef } from '@millrace/backstage-plugin-data-platform-react';
import { apis } from './extensions/apis';
import { contextMenuItems } from './extensions/contextMenuItems';
import { entityCards } from './extensions/entityCards';
import { entityContents } from './extensions/entityContents';
import { formFields } from './extensions/formFields';
import { pages } from './extensions/pages';
import {
  activityRouteRef,
  adoptRouteRef,
  approvalsRouteRef,
  notebooksRouteRef,
  overviewRouteRef,
} from './routes';

/** Makes Backstage the portal of a Kubernetes-native data platform. */
export const dataPlatformPlugin = createFrontendPlugin({
  pluginId: PLUGIN_ID,
  title: 'Data platform',
  icon: <RiStackLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: overviewRouteRef,
    adopt: adoptRouteRef,
    activity: activityRouteRef,
    approvals: approvalsRouteRef,
    notebooks: notebooksRouteRef,
  },
  externalRoutes: { template: templateRouteRef },
  extensions: [
    ...apis,
    ...pages,
    ...entityContents,
    ...entityCards,
    ...contextMenuItems,
    ...formFields,
  ],
});
