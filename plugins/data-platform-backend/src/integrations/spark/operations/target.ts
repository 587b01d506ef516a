import {
  KubernetesObject,
  ObjectTarget,
} from '@millrace/backstage-plugin-data-platform-node';
import { SPARK_API_VERSION } from '../names';
import { field } from '../model/field';

/** This very object: with its uid, so that another one of the same name is left alone. */
export function targetOf(
  object: KubernetesObject,
  kind: string,
  plural: string,
): ObjectTarget {
  const { name, namespace, uid } = object.metadata;
  return { apiVersion: SPARK_API_VERSION, kind, plural, namespace, name, uid };
}

/** Why nothing can be done with an object that is on its way out; undefined when it is not. */
export function deletionReason(object: KubernetesObject): string | undefined {
  return field(object.metadata, 'deletionTimestamp') === undefined
    ? undefined
    : 'It is being deleted already.';
}
