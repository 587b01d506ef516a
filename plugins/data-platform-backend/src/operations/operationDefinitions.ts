import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import { OperationDefinition } from './definition';
import { domainCreate } from './domain/domainCreate';
import { domainDecommission } from './domain/domainDecommission';
import { entityRegister } from './generic/entityRegister';
import { entityUnregister } from './generic/entityUnregister';
import { kubernetesApply } from './generic/kubernetesApply';
import { resourceOperations } from './generic/resourceOperations';
import { sparkJobCreate } from './jobs/sparkJobCreate';
import { sparkJobRun } from './jobs/sparkJobRun';
import { sparkJobUpdate } from './jobs/sparkJobUpdate';
import { productCreate } from './product/productCreate';

/** All operations there are. */
export function operationDefinitions(
  integrations: readonly DataPlatformIntegration[],
): OperationDefinition[] {
  return [
    domainCreate,
    domainDecommission,
    productCreate,
    sparkJobCreate,
    sparkJobUpdate,
    sparkJobRun,
    kubernetesApply,
    entityRegister,
    entityUnregister,
    ...resourceOperations(integrations),
  ];
}
