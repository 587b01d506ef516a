import {
  DataPlatformSystemsExtensionPoint,
  ResourceSystem,
} from '@millrace/backstage-plugin-data-platform-node';

/** The systems that modules add. */
export class SystemRegistry implements DataPlatformSystemsExtensionPoint {
  readonly #systems = new Map<string, ResourceSystem>();

  /** @throws Error that names both, where an id, a source or a kind is taken */
  addSystem(system: ResourceSystem): void {
    if (this.#systems.has(system.id)) {
      throw new Error(
        `Two systems of the data platform have the id ${system.id}`,
      );
    }
    const sources = new Set<string>();
    for (const { name } of system.sources) {
      const owner = sources.has(name) ? system : this.#ownerOf(name);
      if (owner) {
        throw new Error(
          `Two sources of the data platform are named ${name}: of ${owner.title} and of ${system.title}. Rename one in the configuration.`,
        );
      }
      sources.add(name);
    }
    this.#systems.set(system.id, system);
  }

  /**
   * All systems, once it is known how the clusters are named.
   * @throws Error - a source and a cluster share a name
   */
  all(clusters: readonly string[]): readonly ResourceSystem[] {
    for (const cluster of clusters) {
      const owner = this.#ownerOf(cluster);
      if (owner) {
        throw new Error(
          `A cluster and a ${owner.title} server are both named ${cluster}. Rename one in the configuration.`,
        );
      }
    }
    return [...this.#systems.values()];
  }

  #ownerOf(source: string): ResourceSystem | undefined {
    return [...this.#systems.values()].find(({ sources }) =>
      sources.some(({ name }) => name === source),
    );
  }
}
