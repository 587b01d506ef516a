import { LoggerService } from '@backstage/backend-plugin-api';
import {
  KubernetesObject,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';
import { SharedValues } from '../store/SharedValues';
import { Feed } from './Feed';
import { projectObject } from './projectObject';
import { KindScope, ObjectSink } from './types';
import { MAX_LINE_BYTES } from './watchOnce';

const TOO_LARGE = `it is larger than the portal reads (${
  MAX_LINE_BYTES / 2 ** 20
} MiB)`;

/** The objects of a definition, projected, on their way into the index. */
export function objectFeed(
  source: string,
  definition: ResourceDefinition<any>,
  version: string,
  sink: ObjectSink,
  logger: LoggerService,
): Feed<KubernetesObject> {
  const { group, plural, scope } = definition.match;
  const { kind } = definition;
  const scopes = new Map<string | undefined, KindScope>();
  /** One object a namespace, not one a change. */
  const scopeOf = (namespace: string | undefined): KindScope => {
    let found = scopes.get(namespace);
    if (!found) {
      found = { source, definition, version };
      if (namespace !== undefined) {
        found.namespace = namespace;
      }
      scopes.set(namespace, found);
    }
    return found;
  };
  const shared = new SharedValues();
  let faults = 0;
  const onFault = (error: unknown) => {
    faults += 1;
    if (faults === 1) {
      logger.error(
        `The integration for ${kind} cannot read an object of cluster ${source}; it is shown by its name alone`,
        error as Error,
      );
    }
  };
  return {
    title: `${kind}s`,
    kind,
    group,
    plural,
    version,
    namespaced: scope !== 'cluster',
    query: {},
    project: raw => {
      const object = projectObject(raw, definition, version, onFault);
      return object && withShared(object, shared);
    },
    projectHead: (raw, before) => {
      const object = projectObject(raw, definition, version, onFault);
      return (
        object && {
          ...withShared(
            { ...object, ...before, metadata: object.metadata },
            shared,
          ),
          unread: TOO_LARGE,
        }
      );
    },
    replace: (items, namespace) => sink.replace(scopeOf(namespace), items),
    upsert: (item, namespace) => sink.upsert(scopeOf(namespace), item),
    remove: (item, namespace) => sink.remove(scopeOf(namespace), item),
    stale: (mark, namespace) =>
      sink.stale(
        namespace === undefined
          ? { source, group, kind }
          : { source, group, kind, namespace },
        mark,
      ),
    remark: () =>
      faults === 0
        ? undefined
        : `The integration could not read ${faults} changes of objects; they are shown by name alone.`,
  };
}

/** The same object, with what others have as well in common with them. */
function withShared(
  object: KubernetesObject,
  shared: SharedValues,
): KubernetesObject {
  const { metadata, apiVersion, spec } = object;
  const { labels, annotations, ownerReferences, namespace } = metadata;
  return {
    ...object,
    apiVersion: shared.of(apiVersion),
    metadata: {
      ...metadata,
      ...(namespace && { namespace: shared.of(namespace) }),
      ...(labels && { labels: shared.of(labels) }),
      ...(annotations && { annotations: shared.of(annotations) }),
      ...(ownerReferences && { ownerReferences: shared.of(ownerReferences) }),
    },
    ...(spec !== undefined && { spec: shared.of(spec) }),
  };
}
