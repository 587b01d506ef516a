import {
  domainAdministerPermission,
  domainCreatePermission,
  entityRegisterPermission,
  resourceOperatePermission,
  resourceReadPermission,
} from '@millrace/backstage-plugin-data-platform-common';
import { Requirement } from './Requirement';

export const mayCreateDomains: Requirement = {
  permission: domainCreatePermission.name,
  what: 'create a data domain',
};

export const mayRegister: Requirement = {
  permission: entityRegisterPermission.name,
  what: 'register data products and jobs',
};

/** What only administrators of the platform may do: act in a domain of others. */
export function mustAdminister(what: string): Requirement {
  return { permission: domainAdministerPermission.name, what };
}

export function mayOperate(
  on: NonNullable<Requirement['on']>,
  what: string,
): Requirement {
  return { permission: resourceOperatePermission.name, on, what };
}

/** Who may not see a live object is told that there is none. */
export function maySee(
  on: NonNullable<Requirement['on']>,
  hidden: string,
): Requirement {
  return {
    permission: resourceReadPermission.name,
    on,
    what: 'see it',
    hidden,
  };
}

/** What takes that one may see what is there: a domain in which something is made. */
export function mayUse(
  on: NonNullable<Requirement['on']>,
  what: string,
): Requirement {
  return { permission: resourceReadPermission.name, on, what };
}
