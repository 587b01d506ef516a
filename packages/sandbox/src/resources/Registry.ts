import { ResourceRef } from '../types';
import { apiVersionOf, ResourceType } from './ResourceType';

/** The resources that are served now, in all their versions. */
export class Registry {
  /** Raised with each change, so that what is derived from the registry knows when to be made again. */
  revision = 0;
  private readonly types = new Map<string, ResourceType>();

  constructor(types: readonly ResourceType[] = []) {
    for (const type of types) this.add(type);
  }

  add(type: ResourceType): void {
    this.types.set(`${apiVersionOf(type)}/${type.plural}`, type);
    this.revision++;
  }

  /** Ends the serving of a resource in all its versions. */
  remove(group: string, plural: string): void {
    for (const [key, type] of this.types) {
      if (type.group === group && type.plural === plural) {
        this.types.delete(key);
      }
    }
    this.revision++;
  }

  find(ref: ResourceRef): ResourceType | undefined {
    return this.types.get(`${apiVersionOf(ref)}/${ref.plural}`);
  }

  /** The storage version of a resource, whatever version is asked for. */
  findResource(group: string, plural: string): ResourceType | undefined {
    return this.all().find(
      type =>
        type.group === group &&
        type.plural === plural &&
        type.version === type.storageVersion,
    );
  }

  findKind(apiVersion: string, kind: string): ResourceType | undefined {
    return this.all().find(
      type => type.kind === kind && apiVersionOf(type) === apiVersion,
    );
  }

  all(): ResourceType[] {
    return [...this.types.values()];
  }
}
