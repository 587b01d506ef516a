import { createPermission } from '@backstage/plugin-permission-common';

/** Type of the resource that read permission is asked for. */
export const RESOURCE_TYPE_PLATFORM = 'data-platform-resource';

/** See a live object, its runs, events and verdict. Rules: by owner, by domain, by nature. */
export const resourceReadPermission = createPermission({
  name: 'data-platform.resource.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_PLATFORM,
});

/** Read the log of a container. The cluster asks again, as the person. */
export const logReadPermission = createPermission({
  name: 'data-platform.log.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_PLATFORM,
});

/** Run, stop, suspend, resume. The cluster asks again, as the person. */
export const resourceOperatePermission = createPermission({
  name: 'data-platform.resource.operate',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_PLATFORM,
});

/** Create a data domain: a namespace with roles, quota and policies. */
export const domainCreatePermission = createPermission({
  name: 'data-platform.domain.create',
  attributes: { action: 'create' },
});

/** Register a data product or a job, and apply allowed kinds. */
export const entityRegisterPermission = createPermission({
  name: 'data-platform.entity.register',
  attributes: { action: 'create' },
});

/**
 * Act in domains of others: create a domain for a group one is not in, register into a domain one does not own,
 * decommission it. For administrators of the platform; deny it to everyone else.
 */
export const domainAdministerPermission = createPermission({
  name: 'data-platform.domain.administer',
  attributes: { action: 'update' },
});

/** See who did what. */
export const operationReadPermission = createPermission({
  name: 'data-platform.operation.read',
  attributes: { action: 'read' },
});

/** All permissions of the plugin. */
export const dataPlatformPermissions = [
  resourceReadPermission,
  logReadPermission,
  resourceOperatePermission,
  domainCreatePermission,
  domainAdministerPermission,
  entityRegisterPermission,
  operationReadPermission,
];
