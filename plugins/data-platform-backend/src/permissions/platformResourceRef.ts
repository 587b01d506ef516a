import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  PLUGIN_ID,
  PlatformResource,
  RESOURCE_TYPE_PLATFORM,
} from '@millrace/backstage-plugin-data-platform-common';

/** What permission rules judge: the fields of a row that say whose it is. */
export type Visible = Pick<
  PlatformResource,
  'ownerRef' | 'domainOwnerRef' | 'domainRef' | 'nature'
>;

/** Decides by these fields alone; every filter of this sort is a filter of rows, of runs and of entities as well. */
export type VisibilityFilter = (resource: Visible) => boolean;

/** A live object, as permission rules know it. Its resource ref is the id of the row. */
export const platformResourceRef = createPermissionResourceRef<
  Visible,
  VisibilityFilter
>().with({ pluginId: PLUGIN_ID, resourceType: RESOURCE_TYPE_PLATFORM });
