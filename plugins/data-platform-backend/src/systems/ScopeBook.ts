import {
  KubernetesObject,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';
import { projectObject } from '../sources/projectObject';
import { KindScope, ObjectSink } from '../sources/types';

/** More than this many changes of one kind go in as a whole list, which the index judges in slices. */
const ONE_BY_ONE = 200;

/** What is remembered of an object: enough to tell whether it changed. */
interface Seen {
  version: string | undefined;
  object: KubernetesObject;
}

/**
 * Tells the index what differs between one listing of a scope and the next. Of ten thousand branches that did not change
 * none is judged again.
 */
export class ScopeBook {
  readonly #source: string;
  readonly #definitions: readonly ResourceDefinition<any>[];
  readonly #sink: ObjectSink;
  readonly #onFault: (error: unknown) => void;
  readonly #scopes = new Map<string, Map<string, Map<string, Seen>>>();

  constructor(options: {
    source: string;
    definitions: readonly ResourceDefinition<any>[];
    sink: ObjectSink;
    /** Told when a projection throws. */
    onFault(error: unknown): void;
  }) {
    this.#source = options.source;
    this.#definitions = options.definitions;
    this.#sink = options.sink;
    this.#onFault = options.onFault;
  }

  /** How many objects there are. */
  get size(): number {
    let size = 0;
    for (const kinds of this.#scopes.values()) {
      for (const seen of kinds.values()) size += seen.size;
    }
    return size;
  }

  /** A complete listing of a scope. */
  apply(scope: string, objects: readonly KubernetesObject[]): void {
    const before = this.#scopes.get(scope);
    const now = new Map<string, Map<string, Seen>>();
    for (const definition of this.#definitions) {
      const seen = this.#read(definition, objects);
      now.set(definition.kind, seen);
      this.#tell(scope, definition, before?.get(definition.kind), seen);
    }
    this.#scopes.set(scope, now);
  }

  /** Scopes that are no longer named: what they held is gone. */
  retain(names: ReadonlySet<string>): void {
    for (const scope of [...this.#scopes.keys()]) {
      if (!names.has(scope)) {
        this.apply(scope, []);
        this.#scopes.delete(scope);
      }
    }
  }

  #read(
    definition: ResourceDefinition<any>,
    objects: readonly KubernetesObject[],
  ): Map<string, Seen> {
    const seen = new Map<string, Seen>();
    const [version] = definition.match.versions;
    for (const raw of objects) {
      if (raw.kind !== definition.kind) continue;
      const object = projectObject(raw, definition, version, this.#onFault);
      if (object) {
        const { uid, resourceVersion } = object.metadata;
        seen.set(uid, { version: resourceVersion, object });
      }
    }
    return seen;
  }

  #tell(
    namespace: string,
    definition: ResourceDefinition<any>,
    before: ReadonlyMap<string, Seen> | undefined,
    now: ReadonlyMap<string, Seen>,
  ): void {
    const [version] = definition.match.versions;
    const scope: KindScope = {
      source: this.#source,
      definition,
      version,
      namespace,
    };
    const changed = [...now].filter(([uid, { version: own }]) => {
      const known = before?.get(uid);
      return !known || own === undefined || known.version !== own;
    });
    const gone = [...(before ?? [])].filter(([uid]) => !now.has(uid));
    if (!before || changed.length + gone.length > ONE_BY_ONE) {
      this.#sink.replace(
        scope,
        [...now.values()].map(({ object }) => object),
      );
      return;
    }
    for (const [, { object }] of gone) this.#sink.remove(scope, object);
    for (const [, { object }] of changed) this.#sink.upsert(scope, object);
  }
}
