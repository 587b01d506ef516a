import { randomUUID } from 'node:crypto';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import {
  ClusterConnection,
  ClusterRequest,
  ClusterResponse,
} from '../../clusters/types';
import { answer, status } from './answers';

/** A request, as the fake understands it. */
export interface FakeCall {
  method: NonNullable<ClusterRequest['method']>;
  plural: string;
  namespace?: string;
  name?: string;
  dryRun: boolean;
  request: ClusterRequest;
}

type Refusal = { code: number; reason?: string; message: string };

const PATH =
  /^\/(?:api\/v1|apis\/[^/]+\/[^/]+)(?:\/namespaces\/([^/]+)(?=\/))?\/([^/]+)(?:\/([^/]+))?$/;

/** As much of a Kubernetes API as operations use, in memory. */
export class FakeKubernetes implements ClusterConnection {
  readonly name: string;
  readonly impersonationPrefix = 'backstage:';
  readonly canBootstrap = true;
  readonly objects = new Map<string, KubernetesObject>();
  /** The roles that a cluster admin has applied. */
  readonly clusterRoles = new Set([
    'millrace-owner',
    'millrace-member',
    'millrace-viewer',
    'spark-driver',
  ]);
  /** Every request that came in, in order. */
  readonly calls: FakeCall[] = [];
  /** Refuses what it returns something for; RBAC, quota, webhooks. */
  refuse: (call: FakeCall) => Refusal | undefined = () => undefined;
  /** Texts of Warning headers. */
  warn: (call: FakeCall) => readonly string[] = () => [];
  #version = 1;

  constructor(name = 'eu-1') {
    this.name = name;
  }

  /** Keys of what exists: `sales/resourcequotas/domain`. */
  keys(): string[] {
    return [...this.objects.keys()].sort();
  }

  /** Puts an object there, as someone else. */
  seed(
    plural: string,
    object: Omit<KubernetesObject, 'metadata'> & {
      metadata: Partial<KubernetesObject['metadata']> & { name: string };
    },
  ) {
    const stored = this.#stamp(object as KubernetesObject);
    this.objects.set(
      keyOf(object.metadata.namespace, plural, object.metadata.name),
      stored,
    );
    return stored;
  }

  async request(request: ClusterRequest): Promise<ClusterResponse> {
    const call = parse(request);
    this.calls.push(call);
    const refusal = this.refuse(call);
    if (refusal) return status(refusal);
    return this.#serve(call, this.warn(call));
  }

  async close(): Promise<void> {}

  #serve(call: FakeCall, warnings: readonly string[]): ClusterResponse {
    const { method, plural, namespace, name, request } = call;
    if (method === 'POST') return this.#create(call, warnings);
    if (!name) return answer(200, { items: this.#list(plural, namespace) });
    if (plural === 'clusterroles' && this.clusterRoles.has(name)) {
      return answer(200, { kind: 'ClusterRole', metadata: { name } });
    }
    const key = keyOf(namespace, plural, name);
    const found = this.objects.get(key);
    if (!found) {
      return status({
        code: 404,
        reason: 'NotFound',
        message: `${plural} "${name}" not found`,
      });
    }
    if (method === 'GET') return answer(200, structuredClone(found));
    return method === 'DELETE'
      ? this.#delete(key, found, call)
      : this.#patch(key, found, request, call.dryRun);
  }

  #create(call: FakeCall, warnings: readonly string[]): ClusterResponse {
    const { plural, namespace, request, dryRun } = call;
    const object = structuredClone(request.body) as KubernetesObject;
    const { name } = object.metadata;
    if (
      namespace &&
      !this.objects.has(keyOf(undefined, 'namespaces', namespace))
    ) {
      return status({
        code: 404,
        reason: 'NotFound',
        message: `namespaces "${namespace}" not found`,
      });
    }
    const key = keyOf(namespace, plural, name);
    if (this.objects.has(key)) {
      return status({
        code: 409,
        reason: 'AlreadyExists',
        message: `${plural} "${name}" already exists`,
      });
    }
    const stored = this.#stamp(object);
    if (!dryRun) this.objects.set(key, stored);
    return answer(201, structuredClone(stored), warnings);
  }

  #delete(
    key: string,
    found: KubernetesObject,
    call: FakeCall,
  ): ClusterResponse {
    const body = call.request.body as { preconditions?: { uid?: string } };
    const uid = body?.preconditions?.uid;
    if (uid && uid !== found.metadata.uid) {
      return status({
        code: 409,
        reason: 'Conflict',
        message: 'Precondition failed: UID in precondition differs',
      });
    }
    if (!call.dryRun) {
      this.objects.delete(key);
      if (call.plural === 'namespaces') {
        for (const each of this.objects.keys()) {
          if (each.startsWith(`${call.name}/`)) this.objects.delete(each);
        }
      }
    }
    return answer(200, { kind: 'Status', status: 'Success' });
  }

  #patch(
    key: string,
    found: KubernetesObject,
    request: ClusterRequest,
    dryRun: boolean,
  ): ClusterResponse {
    const patch = request.body as { metadata?: { resourceVersion?: string } };
    const version = patch.metadata?.resourceVersion;
    if (version && version !== found.metadata.resourceVersion) {
      return status({
        code: 409,
        reason: 'Conflict',
        message: 'the object has been modified',
      });
    }
    const changed = merge(found, patch) as KubernetesObject;
    changed.metadata.resourceVersion = String(++this.#version);
    if (!dryRun) this.objects.set(key, changed);
    return answer(200, structuredClone(changed));
  }

  #list(plural: string, namespace: string | undefined): KubernetesObject[] {
    const prefix = `${namespace ?? ''}/${plural}/`;
    return [...this.objects]
      .filter(([key]) => key.startsWith(prefix))
      .map(([, object]) => structuredClone(object));
  }

  #stamp(object: KubernetesObject): KubernetesObject {
    return {
      ...object,
      metadata: {
        ...object.metadata,
        uid: object.metadata.uid ?? randomUUID(),
        resourceVersion: String(++this.#version),
        creationTimestamp: '2026-03-02T09:00:00Z',
      },
    };
  }
}

function parse(request: ClusterRequest): FakeCall {
  const match = PATH.exec(request.path);
  if (!match) throw new Error(`the fake does not know ${request.path}`);
  const [, namespace, plural, name] = match;
  return {
    method: request.method ?? 'GET',
    plural,
    namespace,
    name: name ?? (request.body as KubernetesObject)?.metadata?.name,
    dryRun: request.query?.dryRun === 'All',
    request,
  };
}

function keyOf(namespace: string | undefined, plural: string, name: string) {
  return `${namespace ?? ''}/${plural}/${name}`;
}

function merge(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    return patch;
  }
  const result: Record<string, unknown> = { ...(target as object) };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merge(result[key], value);
  }
  return result;
}
