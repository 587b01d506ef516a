import {
  DataPlatformIntegration,
  DataPlatformIntegrationsExtensionPoint,
} from '@millrace/backstage-plugin-data-platform-node';

/** The integrations that modules add. Closed once the plugin starts. */
export class IntegrationRegistry
  implements DataPlatformIntegrationsExtensionPoint
{
  readonly #integrations = new Map<string, DataPlatformIntegration>();
  readonly #kinds = new Map<string, string>();

  /** @throws Error that names both, where an id or a kind is taken */
  addIntegration(integration: DataPlatformIntegration): void {
    if (this.#integrations.has(integration.id)) {
      throw new Error(
        `Two integrations of the data platform have the id ${integration.id}`,
      );
    }
    for (const { kind, match } of integration.resources) {
      const name = `${kind}.${match.group}`;
      const owner = this.#kinds.get(name);
      if (owner) {
        throw new Error(
          `The integrations ${owner} and ${integration.id} of the data platform both claim ${name}`,
        );
      }
      this.#kinds.set(name, integration.id);
    }
    this.#integrations.set(integration.id, integration);
  }

  all(): readonly DataPlatformIntegration[] {
    return [...this.#integrations.values()];
  }
}
