import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { DataPlatformIntegration } from './integration';
import { ResourceSystem } from './resourceSystem';

/** Where modules add integrations. Two with one id, or two that claim one kind, are refused by name. */
export interface DataPlatformIntegrationsExtensionPoint {
  addIntegration(integration: DataPlatformIntegration): void;
}

export const dataPlatformIntegrationsExtensionPoint =
  createExtensionPoint<DataPlatformIntegrationsExtensionPoint>({
    id: 'data-platform.integrations',
  });

/** Where modules add systems that are not CRDs. Names of sources, kinds and ids that are taken are refused by name. */
export interface DataPlatformSystemsExtensionPoint {
  addSystem(system: ResourceSystem): void;
}

export const dataPlatformSystemsExtensionPoint =
  createExtensionPoint<DataPlatformSystemsExtensionPoint>({
    id: 'data-platform.systems',
  });
