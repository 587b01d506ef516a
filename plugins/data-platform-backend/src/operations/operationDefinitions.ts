import {
  DataPlatformIntegration,
  ResourceSystem,
} from '@millrace/backstage-plugin-data-platform-node';
import { domainAdopt } from './adopt/domainAdopt';
import { sparkJobAdopt } from './adopt/sparkJobAdopt';
import { OperationDefinition } from './definition';
import { domainAddMember } from './domain/domainAddMember';
import { domainCreate } from './domain/domainCreate';
import { domainDecommission } from './domain/domainDecommission';
import { domainRemoveMember } from './domain/domainRemoveMember';
import { domainSetLimits } from './domain/domainSetLimits';
import { domainSetQuota } from './domain/domainSetQuota';
import { entityRegister } from './generic/entityRegister';
import { entityUnregister } from './generic/entityUnregister';
import { kubernetesApply } from './generic/kubernetesApply';
import { resourceOperations } from './generic/resourceOperations';
import { notebookCreate } from './notebooks/notebookCreate';
import { notebookResize } from './notebooks/notebookResize';
import { notebookStopMany } from './notebooks/notebookStopMany';
import { sparkJobCreate } from './jobs/sparkJobCreate';
import { sparkJobClone } from './jobs/sparkJobClone';
import { sparkJobBackfill } from './jobs/sparkJobBackfill';
import { sparkJobRun } from './jobs/sparkJobRun';
import { sparkJobUpdate } from './jobs/sparkJobUpdate';
import { seriesCancel } from './series/seriesCancel';
import { productCreate } from './product/productCreate';
import { systemOperations } from './systems/systemOperations';

/** All operations there are. */
export function operationDefinitions(
  integrations: readonly DataPlatformIntegration[],
  systems: readonly ResourceSystem[] = [],
): OperationDefinition[] {
  return [
    domainCreate,
    domainDecommission,
    domainAddMember,
    domainRemoveMember,
    domainSetLimits,
    domainSetQuota,
    productCreate,
    sparkJobCreate,
    sparkJobUpdate,
    sparkJobRun,
    sparkJobBackfill,
    sparkJobClone,
    domainAdopt,
    sparkJobAdopt,
    kubernetesApply,
    entityRegister,
    entityUnregister,
    seriesCancel,
    notebookCreate,
    notebookResize,
    notebookStopMany,
    ...resourceOperations(integrations),
    ...systemOperations(systems),
  ];
}
