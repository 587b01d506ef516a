import { KubeObject } from '../types';

/** One stored version of one object. Frozen; its JSON is made once, when somebody first asks for it. */
export class Entry {
  readonly key: string;
  readonly object: KubeObject;
  readonly version: number;
  private text?: string;

  constructor(key: string, object: KubeObject, version: number) {
    this.key = key;
    this.object = object;
    this.version = version;
  }

  json(): string {
    this.text ??= JSON.stringify(this.object);
    return this.text;
  }
}

/** A change, as watchers see it. Of a deletion `entry` holds the last content with the version of the deletion. */
export interface Change {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  entry: Entry;
  previous?: Entry;
}

/** The key of an object inside its resource: `namespace/name`, or the name alone for cluster-scoped resources. */
export function keyOf(namespace: string | undefined, name: string): string {
  return namespace ? `${namespace}/${name}` : name;
}
