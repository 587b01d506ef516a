import {
  KubernetesObject,
  ObjectTarget,
} from '@millrace/backstage-plugin-data-platform-node';
import { field, textAt } from '../values/field';

/** How a kind is addressed. */
export type KindAddress = Pick<ObjectTarget, 'apiVersion' | 'kind' | 'plural'>;

/** This very object: with its uid, so that another one of the same name is left alone; in the version it was served in. */
export function targetOf(
  object: KubernetesObject,
  address: KindAddress,
): ObjectTarget {
  const { name, namespace, uid } = object.metadata;
  return {
    ...address,
    apiVersion: servedVersion(object, address.apiVersion),
    namespace,
    name,
    uid,
  };
}

/** The object's own version where it is of that group, else the one given. */
export function servedVersion(object: unknown, apiVersion: string): string {
  const own = textAt(object, 'apiVersion');
  const group = apiVersion.slice(0, apiVersion.indexOf('/') + 1);
  return own?.startsWith(group) ? own : apiVersion;
}

/** Why nothing can be done with an object that is on its way out; undefined when it is not. */
export function deletionReason(object: KubernetesObject): string | undefined {
  return field(object.metadata, 'deletionTimestamp') === undefined
    ? undefined
    : 'It is being deleted already.';
}
