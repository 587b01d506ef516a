import { timestamp } from '../clock/timestamps';
import { conflict } from '../errors/status';
import { ResourceType, storeOf } from '../resources/ResourceType';
import { Database } from '../store/Database';
import { keyOf } from '../store/Entry';
import { Clock, KubeObject } from '../types';
import { isReleased } from './release';

export type Propagation = 'Background' | 'Foreground' | 'Orphan';

export interface DeleteOptions {
  uid?: string;
  resourceVersion?: string;
  gracePeriodSeconds?: number;
  propagation?: Propagation;
  dryRun?: boolean;
}

const FINALIZERS: Partial<Record<Propagation, string>> = {
  Foreground: 'foregroundDeletion',
  Orphan: 'orphan',
};

/** What a DELETE does to an object: gone at once, or marked as dying while finalizers or a grace period hold it. */
export class Deletion {
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Answers with the dying object, or undefined when it is gone (or would be, in a dry run). */
  remove(
    type: ResourceType,
    old: KubeObject,
    options: DeleteOptions,
  ): KubeObject | undefined {
    checkPreconditions(type, old, options);
    const dying = this.marked(type, old, options);
    const { namespace, name } = old.metadata;
    if (isReleased(type, dying)) {
      if (!options.dryRun) {
        this.database.remove(storeOf(type), keyOf(namespace, name));
      }
      return undefined;
    }
    if (options.dryRun || dying === old) return dying;
    return this.database.put(storeOf(type), keyOf(namespace, name), dying);
  }

  private marked(
    type: ResourceType,
    old: KubeObject,
    options: DeleteOptions,
  ): KubeObject {
    const grace = gracePeriod(type, old, options);
    const finalizer = options.propagation && FINALIZERS[options.propagation];
    const finalizers = [...(old.metadata.finalizers ?? [])];
    const already = old.metadata.deletionTimestamp !== undefined;
    if (finalizer && !already && !finalizers.includes(finalizer)) {
      finalizers.push(finalizer);
    }
    const isNamespace = type.group === '' && type.plural === 'namespaces';
    const shorter =
      already && grace < (old.metadata.deletionGracePeriodSeconds ?? 0);
    if (already && !shorter) return old;
    const object: KubeObject = {
      ...old,
      metadata: {
        ...old.metadata,
        deletionTimestamp: timestamp(this.clock.now() + grace * 1000),
        ...(isNamespace ? {} : { deletionGracePeriodSeconds: grace }),
        ...(finalizers.length > 0 ? { finalizers } : {}),
      },
    };
    if (isNamespace) object.status = { ...old.status, phase: 'Terminating' };
    return object;
  }
}

/** Only pods that are on a node and have not ended get time to end. */
function gracePeriod(
  type: ResourceType,
  object: KubeObject,
  options: DeleteOptions,
): number {
  if (type.group !== '' || type.plural !== 'pods') return 0;
  const ended = ['Succeeded', 'Failed'].includes(object.status?.phase);
  if (!object.spec?.nodeName || ended) return 0;
  return (
    options.gracePeriodSeconds ??
    object.spec.terminationGracePeriodSeconds ??
    30
  );
}

function checkPreconditions(
  type: ResourceType,
  object: KubeObject,
  options: DeleteOptions,
): void {
  const { name, uid, resourceVersion } = object.metadata;
  const subject = { group: type.group, kind: type.kind, name };
  if (options.uid && options.uid !== uid) {
    throw conflict(
      subject,
      `the UID in the precondition (${options.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
    );
  }
  if (options.resourceVersion && options.resourceVersion !== resourceVersion) {
    throw conflict(
      subject,
      `the ResourceVersion in the precondition (${options.resourceVersion}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`,
    );
  }
}
