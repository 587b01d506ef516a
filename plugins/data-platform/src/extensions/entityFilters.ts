import {
  TYPE_DOMAIN,
  TYPE_LAKEFS_REPOSITORY,
  TYPE_NOTEBOOK_SERVER,
  TYPE_PRODUCT,
  TYPE_SPARK_JOB,
} from '@millrace/backstage-plugin-data-platform-common';

/** Which entities a screen is for, as predicates that app-config can replace. */
export const jobFilter = { kind: 'component', 'spec.type': TYPE_SPARK_JOB };
export const productFilter = { kind: 'system', 'spec.type': TYPE_PRODUCT };
export const notebookFilter = {
  kind: 'resource',
  'spec.type': TYPE_NOTEBOOK_SERVER,
};
export const domainFilter = { kind: 'domain', 'spec.type': TYPE_DOMAIN };
export const repositoryFilter = {
  kind: 'resource',
  'spec.type': TYPE_LAKEFS_REPOSITORY,
};
