import { LoggerService } from '@backstage/backend-plugin-api';
import { ClusterConnection, UnsupportedCluster } from './types';

/** All configured clusters. */
export interface Clusters {
  connections: readonly ClusterConnection[];
  unsupported: readonly UnsupportedCluster[];
}

/** Collects clusters from all places and keeps their names unique, for a name is the `source` of every row. */
export class ClusterTable {
  readonly #logger: LoggerService;
  readonly #names = new Set<string>();
  readonly #connections: ClusterConnection[] = [];
  readonly #unsupported: UnsupportedCluster[] = [];

  constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  /** @param origin - where it is configured, for the message about a second cluster of that name */
  connect(connection: ClusterConnection, origin: string): void {
    if (this.#names.has(connection.name)) {
      this.refuse({
        name: connection.name,
        title: connection.title,
        state: 'unsupported',
        message: `A cluster named ${connection.name} is configured twice: the one of ${origin} is left out. Rename one of them.`,
      });
      return;
    }
    this.#names.add(connection.name);
    this.#connections.push(connection);
  }

  refuse(cluster: UnsupportedCluster): void {
    let name = cluster.name;
    for (let n = 2; this.#names.has(name); n += 1) {
      name = `${cluster.name} (${n})`;
    }
    this.#names.add(name);
    this.#unsupported.push({ ...cluster, name });
    this.#logger.warn(`Cluster ${name} is not used. ${cluster.message}`);
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  result(): Clusters {
    return { connections: this.#connections, unsupported: this.#unsupported };
  }
}
