import {
  KubernetesManifest,
  KubernetesObject,
  ObjectTarget,
} from '@millrace/backstage-plugin-data-platform-node';
import {
  ClusterConnection,
  ClusterRequest,
  ClusterResponse,
  ImpersonatedUser,
} from '../clusters/types';
import { Attempt, toRefusal } from './ClusterRefusal';
import { KindTable } from './KindTable';

/** Who writes: the person, or the identity that makes domains. */
export type WriteIdentity = 'user' | 'bootstrap';

export interface WriteOptions {
  identity: WriteIdentity;
  signal: AbortSignal;
  /** Check on the server without storing anything. */
  dryRun?: boolean;
}

/** What a write brought. */
export interface Written {
  object: KubernetesObject;
  /** Texts of the server's Warning headers. */
  warnings: readonly string[];
}

/** Names an object without saying which incarnation of it. */
export type ObjectName = Pick<
  ObjectTarget,
  'apiVersion' | 'kind' | 'namespace' | 'name'
>;

/**
 * Writes of one person to one cluster. Refusals are thrown as {@link ClusterRefusal}; what brings no HTTP answer as
 * ClusterError: then it is not known whether the write happened, and the object must be read before the next try.
 */
export class ClusterWriter {
  readonly #cluster: ClusterConnection;
  readonly #person: ImpersonatedUser;
  readonly #kinds: KindTable;
  readonly #now: () => number;

  constructor(options: {
    cluster: ClusterConnection;
    person: ImpersonatedUser;
    kinds: KindTable;
    now: () => number;
  }) {
    this.#cluster = options.cluster;
    this.#person = options.person;
    this.#kinds = options.kinds;
    this.#now = options.now;
  }

  /** The object, or undefined where there is none. */
  async read(
    name: ObjectName,
    options: WriteOptions,
  ): Promise<KubernetesObject | undefined> {
    const response = await this.#send(options, {
      path: this.#path(name),
    });
    if (response.status === 404) {
      await response.text();
      return undefined;
    }
    return (await this.#result('read', name, options, response)).object;
  }

  /** POST: never takes over what exists. */
  async create(
    manifest: KubernetesManifest,
    options: WriteOptions,
  ): Promise<Written> {
    const name = nameOf(manifest);
    const response = await this.#send(options, {
      method: 'POST',
      path: this.#path(name, true),
      query: { ...strict(options), fieldManager: 'millrace' },
      body: manifest,
    });
    return this.#result('create', name, options, response);
  }

  async patch(
    target: ObjectName,
    patch: Record<string, unknown>,
    options: WriteOptions,
  ): Promise<Written> {
    const response = await this.#send(options, {
      method: 'PATCH',
      path: this.#path(target),
      query: { ...strict(options), fieldManager: 'millrace' },
      contentType: 'application/merge-patch+json',
      body: patch,
    });
    return this.#result('patch', target, options, response);
  }

  /** Deletes exactly the object with this uid, and what it owns. False where it is gone already. */
  async delete(
    target: ObjectName & { uid?: string },
    options: WriteOptions,
  ): Promise<boolean> {
    const response = await this.#send(options, {
      method: 'DELETE',
      path: this.#path(target),
      query: options.dryRun ? { dryRun: 'All' } : undefined,
      body: {
        kind: 'DeleteOptions',
        apiVersion: 'v1',
        propagationPolicy: 'Background',
        ...(target.uid && { preconditions: { uid: target.uid } }),
        ...(options.dryRun && { dryRun: ['All'] }),
      },
    });
    if (response.status === 404) {
      await response.text();
      return false;
    }
    await this.#result('delete', target, options, response);
    return true;
  }

  #send(
    options: WriteOptions,
    request: Omit<ClusterRequest, 'signal'>,
  ): Promise<ClusterResponse> {
    return this.#cluster.request({
      ...request,
      ...(options.identity === 'bootstrap'
        ? { identity: 'bootstrap' as const }
        : { as: this.#person }),
      signal: options.signal,
    });
  }

  async #result(
    verb: Attempt['verb'],
    name: ObjectName,
    options: WriteOptions,
    response: ClusterResponse,
  ): Promise<Written> {
    if (response.status >= 200 && response.status < 300) {
      const object = (await response.json()) as KubernetesObject;
      return { object, warnings: response.warnings };
    }
    const attempt: Attempt = {
      cluster: this.#cluster.name,
      verb,
      kind: name.kind,
      namespace: name.namespace,
      name: name.name,
      as: options.identity === 'user' ? this.#person : undefined,
    };
    throw await toRefusal(attempt, response, this.#now());
  }

  #path(name: ObjectName, collection = false): string {
    const entry = this.#kinds.find(name.apiVersion, name.kind);
    if (!entry) {
      throw new Error(`${name.kind} (${name.apiVersion}) is no kind of ours`);
    }
    const root = entry.group
      ? `/apis/${name.apiVersion}`
      : `/api/${name.apiVersion}`;
    const scope =
      entry.namespaced && name.namespace
        ? `/namespaces/${encodeURIComponent(name.namespace)}`
        : '';
    const item = collection ? '' : `/${encodeURIComponent(name.name)}`;
    return `${root}${scope}/${entry.plural}${item}`;
  }
}

/** Names the object that a manifest makes. */
export function nameOf(manifest: KubernetesManifest): ObjectName {
  return {
    apiVersion: manifest.apiVersion,
    kind: manifest.kind,
    namespace: manifest.metadata.namespace,
    name: manifest.metadata.name,
  };
}

function strict(options: WriteOptions): Record<string, string> {
  return {
    fieldValidation: 'Strict',
    ...(options.dryRun && { dryRun: 'All' }),
  };
}
