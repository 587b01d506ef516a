import type { KubeObject, ResourceRef, SandboxApi } from '../types';
import {
  CONFIG_MAPS,
  EVENTS,
  LIMIT_RANGES,
  NETWORK_POLICIES,
  PERSISTENT_VOLUME_CLAIMS,
  PODS,
  RESOURCE_QUOTAS,
  ROLES,
  ROLE_BINDINGS,
  SCHEDULED_SPARK_APPLICATIONS,
  SECRETS,
  SERVICES,
  SERVICE_ACCOUNTS,
  SPARK_APPLICATIONS,
} from './refs';

/** Kinds that live in a namespace, in the order in which they are deleted with it: owners before what they own. */
const CONTENT: readonly ResourceRef[] = [
  SCHEDULED_SPARK_APPLICATIONS,
  SPARK_APPLICATIONS,
  PODS,
  SERVICES,
  PERSISTENT_VOLUME_CLAIMS,
  CONFIG_MAPS,
  SECRETS,
  ROLE_BINDINGS,
  ROLES,
  NETWORK_POLICIES,
  LIMIT_RANGES,
  SERVICE_ACCOUNTS,
  RESOURCE_QUOTAS,
  EVENTS,
];

/** What is left of one kind in a namespace that is being deleted. */
export interface Remainder {
  ref: ResourceRef;
  objects: KubeObject[];
}

/** Asks for the deletion of everything in a namespace and returns what is held by a grace period or a finalizer. */
export function deleteContent(api: SandboxApi, namespace: string): Remainder[] {
  const remainders: Remainder[] = [];
  for (const ref of CONTENT) {
    for (const object of api.list(ref, namespace)) {
      if (!object.metadata.deletionTimestamp) {
        api.delete(ref, namespace, object.metadata.name, {
          propagation: 'Background',
        });
      }
    }
    const objects = api.list(ref, namespace);
    if (objects.length > 0) remainders.push({ ref, objects });
  }
  return remainders;
}
