/** A stored object; tests write whatever they need into it. */
export interface FakeObject {
  apiVersion?: string;
  kind?: string;
  metadata: {
    name: string;
    namespace?: string;
    uid: string;
    resourceVersion: string;
    creationTimestamp: string;
    labels?: Record<string, string>;
    [field: string]: unknown;
  };
  [field: string]: unknown;
}

export interface FakeChange {
  at: number;
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resource: string;
  object: FakeObject;
}

/** Objects by resource (`sparkoperator.k8s.io/sparkapplications`) with the history that watches are served from. */
export class FakeStore {
  readonly #objects = new Map<string, FakeObject>();
  #history: FakeChange[] = [];
  #compacted = 0;
  #uids = 0;
  #clock: number;
  readonly #name: string;
  onChange: (change: FakeChange) => void = () => {};

  /** @param start - where versions begin; another server has another name, so that its uids differ */
  constructor(name = 'a', start = 1) {
    this.#name = name;
    this.#clock = start;
  }

  get version(): number {
    return this.#clock;
  }

  get name(): string {
    return this.#name;
  }

  put(
    resource: string,
    namespace: string | undefined,
    name: string,
    fields: Record<string, unknown> = {},
    metadata: Record<string, unknown> = {},
  ): FakeObject {
    const key = keyOf(resource, namespace, name);
    const before = this.#objects.get(key);
    this.#clock += 1;
    this.#uids += before ? 0 : 1;
    const object: FakeObject = {
      ...fields,
      metadata: {
        name,
        ...(namespace === undefined ? {} : { namespace }),
        uid: before?.metadata.uid ?? `${this.#name}-${this.#uids}`,
        creationTimestamp: '2026-11-22T09:00:00Z',
        ...metadata,
        resourceVersion: versionText(this.#clock),
      },
    };
    this.#objects.set(key, object);
    this.#record(before ? 'MODIFIED' : 'ADDED', resource, object);
    return object;
  }

  delete(resource: string, namespace: string | undefined, name: string): void {
    const key = keyOf(resource, namespace, name);
    const object = this.#objects.get(key);
    if (!object) {
      return;
    }
    this.#objects.delete(key);
    this.#clock += 1;
    this.#record('DELETED', resource, {
      ...object,
      metadata: {
        ...object.metadata,
        resourceVersion: versionText(this.#clock),
      },
    });
  }

  list(resource: string, namespace?: string): FakeObject[] {
    const prefix = keyOf(resource, namespace, '');
    return [...this.#objects]
      .filter(([key]) =>
        namespace === undefined
          ? key.startsWith(`${resource}|`)
          : key.startsWith(prefix),
      )
      .map(([, object]) => object)
      .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  }

  /** Forgets what happened: watches and lists from before are refused. */
  compact(): void {
    this.#compacted = this.#clock;
    this.#history = [];
  }

  get compacted(): number {
    return this.#compacted;
  }

  /** @returns undefined when the version is too old */
  since(version: number): FakeChange[] | undefined {
    return version < this.#compacted
      ? undefined
      : this.#history.filter(change => change.at > version);
  }

  #record(type: FakeChange['type'], resource: string, object: FakeObject) {
    const change = { at: this.#clock, type, resource, object };
    this.#history.push(change);
    this.onChange(change);
  }
}

/** Versions are opaque to clients; this server's are not even numbers. */
export function versionText(version: number): string {
  return `v${version}`;
}

export function versionNumber(text: string): number {
  return Number(text.slice(1));
}

function keyOf(resource: string, namespace: string | undefined, name: string) {
  return `${resource}|${namespace ?? ''}|${name}`;
}

function nameOf({ metadata }: FakeObject): string {
  return `${metadata.namespace}/${metadata.name}`;
}
