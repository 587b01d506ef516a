import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createDomainAdoptAction } from './actions/domainAdopt';
import { createDomainCreateAction } from './actions/domainCreate';
import { createKubernetesApplyAction } from './actions/kubernetesApply';
import { createLakefsBranchCreateAction } from './actions/lakefsBranchCreate';
import { createLakefsCommitAction } from './actions/lakefsCommit';
import { createLakefsDiffAction } from './actions/lakefsDiff';
import { createLakefsMergeAction } from './actions/lakefsMerge';
import { createLakefsRegisterAction } from './actions/lakefsRegister';
import { createNotebookCreateAction } from './actions/notebookCreate';
import { createProductCreateAction } from './actions/productCreate';
import { createRegisterAction } from './actions/register';
import { createSparkJobAdoptAction } from './actions/sparkJobAdopt';
import { createSparkJobCloneAction } from './actions/sparkJobClone';
import { createSparkJobCreateAction } from './actions/sparkJobCreate';
import { createSparkJobRunAction } from './actions/sparkJobRun';
import { PlatformServices } from './PlatformCalls';

/** The template actions of the data platform: thin callers of its operations. */
export const scaffolderModuleDataPlatform = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'data-platform',
  register(env) {
    env.registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
      },
      async init({ scaffolder, config, ...services }) {
        const portalUrl = config.getOptionalString('app.baseUrl');
        scaffolder.addActions(...createActions({ ...services, portalUrl }));
      },
    });
  },
});

/** All actions. */
export function createActions(services: PlatformServices) {
  return [
    createDomainCreateAction(services),
    createProductCreateAction(services),
    createSparkJobCreateAction(services),
    createSparkJobRunAction(services),
    createSparkJobCloneAction(services),
    createSparkJobAdoptAction(services),
    createDomainAdoptAction(services),
    createRegisterAction(services),
    createKubernetesApplyAction(services),
    createNotebookCreateAction(services),
    createLakefsBranchCreateAction(services),
    createLakefsCommitAction(services),
    createLakefsDiffAction(services),
    createLakefsMergeAction(services),
    createLakefsRegisterAction(services),
  ];
}
