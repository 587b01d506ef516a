import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { DataPlatformIntegration } from './integration';

/** Where modules add integrations. Two with one id, or two that claim one kind, are refused by name. */
export interface DataPlatformIntegrationsExtensionPoint {
  addIntegration(integration: DataPlatformIntegration): void;
}

export const dataPlatformIntegrationsExtensionPoint =
  createExtensionPoint<DataPlatformIntegrationsExtensionPoint>({
    id: 'data-platform.integrations',
  });
