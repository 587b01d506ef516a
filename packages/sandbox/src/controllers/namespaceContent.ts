import type { KubeObject, ResourceRef, SandboxApi } from '../types';
import { isServed } from './isServed';
import {
  APACHE_SPARK_APPLICATIONS,
  CONFIG_MAPS,
  DEPLOYMENTS,
  EVENTS,
  LIMIT_RANGES,
  NETWORK_POLICIES,
  NOTEBOOKS,
  PERSISTENT_VOLUME_CLAIMS,
  PODS,
  POD_DEFAULTS,
  REPLICA_SETS,
  RESOURCE_QUOTAS,
  ROLES,
  ROLE_BINDINGS,
  SCHEDULED_SPARK_APPLICATIONS,
  SECRETS,
  SERVICES,
  SERVICE_ACCOUNTS,
  SPARK_APPLICATIONS,
  SPARK_CLUSTERS,
  SPARK_CONNECTS,
  STATEFUL_SETS,
  WORKSPACES,
} from './refs';

/** Kinds that live in a namespace, in the order in which they are deleted with it: owners before what they own. */
const CONTENT: readonly ResourceRef[] = [
  SCHEDULED_SPARK_APPLICATIONS,
  SPARK_APPLICATIONS,
  SPARK_CONNECTS,
  APACHE_SPARK_APPLICATIONS,
  SPARK_CLUSTERS,
  NOTEBOOKS,
  WORKSPACES,
  POD_DEFAULTS,
  DEPLOYMENTS,
  REPLICA_SETS,
  STATEFUL_SETS,
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
  for (const ref of CONTENT.filter(kind => isServed(api, kind))) {
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
