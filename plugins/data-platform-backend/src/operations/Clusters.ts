import { NotFoundError } from '@backstage/errors';
import { ClusterConnection } from '../clusters/types';

/** The clusters that operations may write to, by name. */
export class Clusters {
  readonly #connections: () => readonly ClusterConnection[];

  /** @param connections - asked each time: clusters come and go with the configuration */
  constructor(connections: () => readonly ClusterConnection[]) {
    this.#connections = connections;
  }

  names(): string[] {
    return this.#connections().map(({ name }) => name);
  }

  find(name: string): ClusterConnection | undefined {
    return this.#connections().find(each => each.name === name);
  }

  /** @throws NotFoundError that names the clusters there are */
  get(name: string): ClusterConnection {
    const found = this.find(name);
    if (found) return found;
    const names = this.names();
    throw new NotFoundError(
      `There is no cluster "${name}". ${
        names.length > 0
          ? `Known are: ${names.join(', ')}.`
          : 'No cluster is configured.'
      }`,
    );
  }
}
