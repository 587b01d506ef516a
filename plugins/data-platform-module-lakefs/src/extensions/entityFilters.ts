import {
  TYPE_LAKEFS_REPOSITORY,
  TYPE_PRODUCT,
} from '@millrace/backstage-plugin-data-platform-common';

/** Which entities a screen is for, as predicates that app-config can replace. */
export const repositoryFilter = {
  kind: 'resource',
  'spec.type': TYPE_LAKEFS_REPOSITORY,
};
export const productFilter = { kind: 'system', 'spec.type': TYPE_PRODUCT };
