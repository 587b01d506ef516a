import { notFound } from '../errors/status';
import { copyJson } from '../json/copyJson';
import { LogStore } from '../logs/LogStore';
import { SYSTEM } from '../rbac/Attributes';
import { Authorizer } from '../rbac/Authorizer';
import { refuse } from '../rbac/forbiddenText';
import { ResourceType, storeOf } from '../resources/ResourceType';
import { keyOf } from '../store/Entry';
import {
  KubeObject,
  PortAnswer,
  PortHandler,
  PortRequest,
  Principal,
  ResourceRef,
  SandboxApi,
  WatchEvent,
} from '../types';
import { decode } from './decode';
import { EventRecorder } from './EventRecorder';
import { Operations } from './Operations';
import { PodPorts } from './PodPorts';

/** {@link SandboxApi}: the API server for those who live in its process. */
export class LocalApi implements SandboxApi {
  private readonly operations: Operations;
  private readonly authorizer: Authorizer;
  private readonly events: EventRecorder;
  private readonly logs: LogStore;
  private readonly ports: PodPorts;

  constructor(options: {
    operations: Operations;
    authorizer: Authorizer;
    events: EventRecorder;
    logs: LogStore;
    ports: PodPorts;
  }) {
    this.operations = options.operations;
    this.authorizer = options.authorizer;
    this.events = options.events;
    this.logs = options.logs;
    this.ports = options.ports;
  }

  get(
    ref: ResourceRef,
    namespace: string | undefined,
    name: string,
  ): KubeObject | undefined {
    const entry = this.operations.entry(this.type(ref), namespace, name);
    return entry && copyJson(entry.object);
  }

  list(
    ref: ResourceRef,
    namespace?: string,
    labels: Record<string, string> = {},
  ): KubeObject[] {
    const wanted = Object.entries(labels);
    return this.operations.database
      .store(storeOf(this.type(ref)))
      .list(namespace)
      .map(entry => entry.object)
      .filter(object =>
        wanted.every(([key, value]) => object.metadata.labels?.[key] === value),
      );
  }

  create(
    ref: ResourceRef,
    namespace: string | undefined,
    body: unknown,
    as?: Principal,
  ): KubeObject {
    const type = this.type(ref);
    const { object } = decode(type, withKind(type, body));
    this.authorize(as, 'create', type, namespace);
    return copyJson(this.operations.create(type, namespace, object, { as }));
  }

  update(ref: ResourceRef, body: KubeObject, as?: Principal): KubeObject {
    const type = this.type(ref);
    const { object } = decode(type, body);
    const { namespace, name } = object.metadata;
    this.authorize(as, 'update', type, namespace, name);
    const options = finalizes(type, object, this.get(ref, namespace, name))
      ? { as, subresource: 'finalize' as const }
      : { as };
    return copyJson(this.operations.update(type, object, options));
  }

  updateStatus(ref: ResourceRef, body: KubeObject, as?: Principal): KubeObject {
    const type = this.type(ref);
    const { object } = decode(type, body);
    const { namespace, name } = object.metadata;
    this.authorize(as, 'update', type, namespace, name, 'status');
    return copyJson(
      this.operations.update(type, object, { as, subresource: 'status' }),
    );
  }

  delete(
    ref: ResourceRef,
    namespace: string | undefined,
    name: string,
    options: Parameters<SandboxApi['delete']>[3] = {},
    as?: Principal,
  ): void {
    const type = this.type(ref);
    this.authorize(as, 'delete', type, namespace, name);
    this.operations.remove(type, namespace, name, { ...options, as });
  }

  watch(ref: ResourceRef, handler: (event: WatchEvent) => void): () => void {
    const resource = storeOf(this.type(ref));
    const { database } = this.operations;
    const present = database.store(resource).list();
    let stopped = false;
    const unlisten = database.listen(resource, ({ type, entry }) => {
      if (!stopped) handler({ type, object: entry.object });
    });
    for (const { object } of present) {
      if (!stopped) handler({ type: 'ADDED', object });
    }
    return () => {
      stopped = true;
      unlisten();
    };
  }

  recordEvent(event: Parameters<SandboxApi['recordEvent']>[0]): void {
    this.events.record(event);
  }

  appendLog(pod: KubeObject, container: string, text: string): void {
    if (this.lives(pod)) this.logs.append(pod, container, text);
  }

  endLog(pod: KubeObject, container: string): void {
    if (this.lives(pod)) this.logs.end(pod, container);
  }

  readLog(pod: KubeObject, container: string): readonly string[] {
    const log = this.logs.get(pod.metadata.uid, container);
    return (log?.lines ?? []).map(({ text }) => text);
  }

  rotateLog(pod: KubeObject, container: string): void {
    if (this.lives(pod)) this.logs.rotate(pod, container);
  }

  listen(pod: KubeObject, port: number, handler: PortHandler): () => void {
    return this.ports.listen(pod.metadata.uid, port, handler);
  }

  request(
    pod: KubeObject,
    port: number,
    request: PortRequest,
  ): PortAnswer | undefined {
    return this.ports.find(pod.metadata.uid, port)?.(request);
  }

  /** Logs of pods that are gone are not kept; what comes late must not bring them back. */
  private lives(pod: KubeObject): boolean {
    const { namespace, name, uid } = pod.metadata;
    const stored = this.operations.database
      .store('/pods')
      .get(keyOf(namespace, name));
    return stored?.object.metadata.uid === uid;
  }

  private type(ref: ResourceRef): ResourceType {
    const type = this.operations.registry.find(ref);
    if (!type) {
      throw notFound({ group: ref.group, kind: ref.plural, name: ref.version });
    }
    return type;
  }

  private authorize(
    principal: Principal = SYSTEM,
    verb: string,
    type: ResourceType,
    namespace?: string,
    name?: string,
    subresource?: string,
  ): void {
    const { group, version, plural: resource } = type;
    const isNamespace = group === '' && resource === 'namespaces';
    const asked = {
      verb,
      group,
      version,
      resource,
      subresource,
      name,
      // A namespace is asked for in itself, so that a role inside of it can grant its deletion.
      namespace: isNamespace ? name : namespace,
    };
    if (!this.authorizer.authorize(principal, asked).allowed) {
      throw refuse(principal.user, asked);
    }
  }
}

/** Callers inside the process may leave kind and version to the resource that they name. */
function withKind(type: ResourceType, body: unknown): unknown {
  const apiVersion = type.group
    ? `${type.group}/${type.version}`
    : type.version;
  return { apiVersion, kind: type.kind, ...(body as object) };
}

/** The namespace controller lets a namespace go by writing its finalizers, which over HTTP is the subresource `finalize`. */
function finalizes(
  type: ResourceType,
  object: KubeObject,
  stored: KubeObject | undefined,
): boolean {
  return (
    type.group === '' &&
    type.plural === 'namespaces' &&
    stored?.metadata.deletionTimestamp !== undefined &&
    stored.spec?.finalizers?.length > 0 &&
    !object.spec?.finalizers?.length
  );
}
