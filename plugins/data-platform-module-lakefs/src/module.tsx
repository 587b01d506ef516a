import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { PLUGIN_ID } from '@millrace/backstage-plugin-data-platform-common';
import { entityCards } from './extensions/entityCards';
import { entityContents } from './extensions/entityContents';
import { formFields } from './extensions/formFields';

/** Adds lakeFS repositories to the portal: their branches, diffs and merges. All of it is loaded when it is opened. */
export const lakefsModule = createFrontendModule({
  pluginId: PLUGIN_ID,
  extensions: [...entityContents, ...entityCards, ...formFields],
});
