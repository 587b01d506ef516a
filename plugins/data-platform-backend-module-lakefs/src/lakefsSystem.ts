import { TYPE_LAKEFS_REPOSITORY } from '@millrace/backstage-plugin-data-platform-common';
import { ResourceSystem } from '@millrace/backstage-plugin-data-platform-node';
import { branchDefinition } from './assess/branchDefinition';
import { repositoryDefinition } from './assess/repositoryDefinition';
import { LakefsSource } from './LakefsSource';
import { KIND_REPOSITORY } from './model/objects';
import { expiryTask } from './expiry/expiryTask';
import { lakefsOperations } from './operations/lakefsOperations';
import { BranchRecords } from './records/BranchRecords';
import { forgetTask } from './records/forgetTask';
import { createRoutes } from './routes/createRoutes';
import { lakefsBranches } from './spark/runTarget';

export const SYSTEM_ID = 'lakefs';

/**
 * lakeFS, as the data platform knows systems.
 * @param deletedKeptMs - how long a deleted branch can be restored
 */
export function lakefsSystem(
  sources: readonly LakefsSource[],
  records: BranchRecords,
  deletedKeptMs: number,
): ResourceSystem {
  return {
    id: SYSTEM_ID,
    title: 'lakeFS',
    resources: [repositoryDefinition, branchDefinition],
    sources,
    scopeEntities: {
      type: TYPE_LAKEFS_REPOSITORY,
      kind: KIND_REPOSITORY,
      noun: 'repository',
    },
    operations: lakefsOperations(sources, records),
    dataBranches: lakefsBranches(sources, records),
    tasks: host => [
      ...expiryTask({ host, sources, records }),
      forgetTask({ records, keptMs: deletedKeptMs }),
    ],
    routes: host => createRoutes(host, sources, records),
  };
}
