import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { PLUGIN_ID } from '@millrace/backstage-plugin-data-platform-common';

/** Adds the branches of lakeFS repositories to the portal. */
export const lakefsModule = createFrontendModule({
  pluginId: PLUGIN_ID,
  extensions: [],
});
