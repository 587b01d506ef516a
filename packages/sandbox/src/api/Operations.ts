import { Admission } from '../admission/Admission';
import { AdmissionHook, AdmissionRequest } from '../admission/AdmissionRequest';
import { FieldError, invalidValue } from '../errors/FieldError';
import {
  alreadyExists,
  badRequest,
  conflict,
  internal,
  invalid,
  notFound,
  STALE,
  Subject,
} from '../errors/status';
import { sameJson } from '../json/sameJson';
import { validateMeta, validateMetaUpdate } from '../meta/validateMeta';
import { SYSTEM } from '../rbac/Attributes';
import { Authorizer } from '../rbac/Authorizer';
import { checkEscalation } from '../rbac/escalation';
import { Registry } from '../resources/Registry';
import { ResourceType, storeOf } from '../resources/ResourceType';
import { validateSchema } from '../schema/validateSchema';
import { Database } from '../store/Database';
import { Entry, keyOf } from '../store/Entry';
import { Clock, KubeObject, Principal } from '../types';
import { DeleteOptions, Deletion } from './Deletion';
import { changedMetadata, newMetadata, specChanged } from './metadata';
import { isReleased } from './release';

export interface WriteOptions {
  as?: Principal;
  dryRun?: boolean;
  /** Told what becomes a Warning header. */
  warn?: (text: string) => void;
}

export interface UpdateOptions extends WriteOptions {
  subresource?: 'status' | 'finalize';
}

/** The writes of the API server on decoded objects: defaults, admission, validation, quota, storage. Authorisation is the caller's. */
export class Operations {
  readonly database: Database;
  readonly registry: Registry;
  readonly clock: Clock;
  private readonly authorizer: Authorizer;
  private readonly admission: Admission;
  private readonly deletion: Deletion;

  constructor(options: {
    database: Database;
    registry: Registry;
    clock: Clock;
    authorizer: Authorizer;
    hooks?: readonly AdmissionHook[];
  }) {
    this.database = options.database;
    this.registry = options.registry;
    this.clock = options.clock;
    this.authorizer = options.authorizer;
    this.admission = new Admission(options.database, options.hooks ?? []);
    this.deletion = new Deletion(options.database, options.clock);
  }

  entry(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): Entry | undefined {
    return this.database.store(storeOf(type)).get(keyOf(namespace, name));
  }

  /** @throws 404 */
  mustFind(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): Entry {
    const entry = this.entry(type, namespace, name);
    if (!entry) throw notFound(subjectOf(type, name));
    return entry;
  }

  create(
    type: ResourceType,
    namespace: string | undefined,
    given: KubeObject,
    options: WriteOptions = {},
  ): KubeObject {
    const { as = SYSTEM, dryRun = false } = options;
    checkNamespace(type, given, namespace);
    if (given.metadata.resourceVersion) {
      throw internal(
        'resourceVersion should not be set on objects to be created',
      );
    }
    const object: KubeObject = {
      ...given,
      metadata: newMetadata(type, given.metadata, namespace, this.clock.now()),
    };
    if (type.hasStatus) delete object.status;
    type.rules.prepare?.(object);
    const { name } = object.metadata;
    const request = this.request('CREATE', type, name, namespace, {
      object,
      options,
    });
    this.admission.mutate(request);
    checkEscalation(this.authorizer, as, resourceOf(type), object);
    this.check(type, object, this.faults(type, object));
    const charge = this.admission.validate(request);
    const existing = this.entry(type, namespace, name);
    if (existing) {
      const dying = existing.object.metadata.deletionTimestamp !== undefined;
      throw alreadyExists(subjectOf(type, name), dying);
    }
    if (dryRun) return withoutVersion(object);
    charge();
    return this.store(type, object);
  }

  /** Replaces an object, or its status; what is not the caller's to change is kept as it is stored. */
  update(
    type: ResourceType,
    given: KubeObject,
    options: UpdateOptions = {},
  ): KubeObject {
    const { as = SYSTEM, dryRun = false, subresource } = options;
    const { name, resourceVersion, uid } = given.metadata;
    const namespace = type.namespaced ? given.metadata.namespace : undefined;
    const { object: old } = this.mustFind(type, namespace, name);
    const subject = subjectOf(type, name);
    if (uid && uid !== old.metadata.uid) {
      throw conflict(
        subject,
        `StorageError: invalid object, Code: 4, Key: /registry/${
          type.group ? `${type.group}/` : ''
        }${type.plural}/${keyOf(
          namespace,
          name,
        )}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${uid}, UID in object meta: ${
          old.metadata.uid
        }`,
      );
    }
    if (resourceVersion && resourceVersion !== old.metadata.resourceVersion) {
      throw conflict(subject, STALE);
    }
    const object = this.merged(type, given, old, subresource);
    const request = this.request('UPDATE', type, name, namespace, {
      object,
      oldObject: old,
      options,
      subresource,
    });
    this.admission.mutate(request);
    if (!sameJson(object, old)) {
      checkEscalation(this.authorizer, as, resourceOf(type), object);
    }
    this.check(type, object, this.faults(type, object, old, subresource));
    this.admission.validate(request);
    if (sameJson(object, old)) return old;
    if (dryRun) return object;
    if (isReleased(type, object)) {
      this.database.remove(storeOf(type), keyOf(namespace, name));
      return object;
    }
    return this.store(type, object);
  }

  /** Deletes. Answers with the object while something (grace, finalizers) still holds it, else with undefined. */
  remove(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions & WriteOptions = {},
  ): KubeObject | undefined {
    const { object: oldObject } = this.mustFind(type, namespace, name);
    const request = this.request('DELETE', type, name, namespace, {
      oldObject,
      options,
    });
    this.admission.mutate(request);
    this.admission.validate(request);
    return this.deletion.remove(type, oldObject, options);
  }

  private merged(
    type: ResourceType,
    given: KubeObject,
    old: KubeObject,
    subresource?: 'status' | 'finalize',
  ): KubeObject {
    if (subresource === 'status') {
      const { status, ...rest } = old;
      return given.status === undefined
        ? { ...rest, metadata: { ...old.metadata } }
        : { ...rest, metadata: { ...old.metadata }, status: given.status };
    }
    if (subresource === 'finalize') {
      return {
        ...old,
        metadata: { ...old.metadata },
        spec: { ...old.spec, finalizers: given.spec?.finalizers },
      } as KubeObject;
    }
    const object: KubeObject = {
      ...given,
      metadata: changedMetadata(given.metadata, old.metadata),
    };
    if (type.hasStatus) {
      delete object.status;
      if (old.status !== undefined) object.status = old.status;
    }
    type.rules.prepare?.(object, old);
    if (type.hasGeneration && specChanged(object, old, type.hasStatus)) {
      object.metadata.generation = (old.metadata.generation ?? 0) + 1;
    }
    return object;
  }

  private faults(
    type: ResourceType,
    object: KubeObject,
    old?: KubeObject,
    subresource?: string,
  ): FieldError[] {
    if (type.custom && type.schema && subresource === 'status') {
      // The status of a custom resource is validated alone; the texts name its fields without `status` in front.
      const schema = type.schema.properties?.status;
      return schema && object.status !== undefined
        ? validateSchema(object.status, schema, 'status', '')
        : [];
    }
    return [
      ...validateMeta(object, type.nameRule),
      ...(old ? validateMetaUpdate(object, old) : []),
      ...(type.custom && type.schema
        ? validateSchema(object, type.schema)
        : []),
      ...(type.rules.validate?.(object, old) ?? []),
    ];
  }

  private check(
    type: ResourceType,
    object: KubeObject,
    errors: readonly FieldError[],
  ): void {
    if (errors.length === 0) return;
    const { name } = object.metadata;
    throw invalid({ group: type.group, kind: type.kind, name }, errors);
  }

  private request(
    operation: AdmissionRequest['operation'],
    type: ResourceType,
    name: string,
    namespace: string | undefined,
    rest: {
      object?: KubeObject;
      oldObject?: KubeObject;
      subresource?: string;
      options: WriteOptions;
    },
  ): AdmissionRequest {
    const { options, ...objects } = rest;
    return {
      operation,
      resource: type,
      name,
      namespace,
      ...objects,
      namespaceObject:
        namespace === undefined
          ? undefined
          : this.database.store('/namespaces').get(namespace)?.object,
      principal: options.as ?? SYSTEM,
      dryRun: options.dryRun ?? false,
      find: (resource, found) =>
        this.database.store(resource).get(found)?.object,
      warn: options.warn ?? (() => {}),
    };
  }

  private store(type: ResourceType, object: KubeObject): KubeObject {
    const { namespace, name } = object.metadata;
    return this.database.put(storeOf(type), keyOf(namespace, name), object);
  }
}

export function subjectOf(type: ResourceType, name?: string): Subject {
  return { group: type.group, kind: type.plural, name };
}

function resourceOf(type: ResourceType): string {
  return type.group === 'rbac.authorization.k8s.io' ? type.plural : '';
}

function checkNamespace(
  type: ResourceType,
  object: KubeObject,
  namespace: string | undefined,
): void {
  const stated = object.metadata.namespace;
  if (type.namespaced && stated && stated !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
}

/** What a dry run answers: the object as it would be, without a version, since it has none. */
function withoutVersion(object: KubeObject): KubeObject {
  const { resourceVersion, ...metadata } = object.metadata;
  return { ...object, metadata } as KubeObject;
}

/** A custom resource cannot be replaced blindly: without a version its PUT is invalid. */
export function checkVersionGiven(
  type: ResourceType,
  object: KubeObject,
): void {
  if (!type.custom || object.metadata.resourceVersion) return;
  throw invalid(subjectOf(type, object.metadata.name), [
    invalidValue(
      'metadata.resourceVersion',
      0,
      'must be specified for an update',
    ),
  ]);
}
