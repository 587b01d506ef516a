import { ResourceType } from '../resources/ResourceType';
import { KubeObject } from '../types';

/** Whether nothing holds a dying object any more: no finalizer, no grace period, and for a namespace no content. */
export function isReleased(type: ResourceType, object: KubeObject): boolean {
  const { deletionTimestamp, deletionGracePeriodSeconds, finalizers } =
    object.metadata;
  if (!deletionTimestamp || finalizers?.length) return false;
  if (deletionGracePeriodSeconds) return false;
  const isNamespace = type.group === '' && type.plural === 'namespaces';
  return !isNamespace || !object.spec?.finalizers?.length;
}
