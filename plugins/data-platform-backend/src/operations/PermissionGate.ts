import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { dataPlatformPermissions } from '@millrace/backstage-plugin-data-platform-common';
import { toAccess } from '../permissions/access';
import { Visible } from '../permissions/platformResourceRef';
import { Requirement } from './Requirement';

/** Asks the permission policy, with the person's own credentials. */
export class PermissionGate {
  readonly #permissions: PermissionsService;

  constructor(permissions: PermissionsService) {
    this.#permissions = permissions;
  }

  /**
   * @throws NotAllowedError - names the person, what for, and the permission
   * @throws NotFoundError - for what the person may not even know of
   */
  async assert(
    requirements: readonly Requirement[],
    userRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    for (const requirement of requirements) {
      if (!(await this.#allows(requirement, credentials))) {
        if (requirement.hidden) throw new NotFoundError(requirement.hidden);
        throw new NotAllowedError(
          `${userRef} may not ${requirement.what}. Ask the portal's administrators for the permission ${requirement.permission}.`,
        );
      }
    }
  }

  async #allows(
    requirement: Requirement,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const permission = dataPlatformPermissions.find(
      ({ name }) => name === requirement.permission,
    );
    if (!permission) return false;
    if (!isResourcePermission(permission)) {
      const [{ result }] = await this.#permissions.authorize([{ permission }], {
        credentials,
      });
      return result === AuthorizeResult.ALLOW;
    }
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    const access = toAccess(decision);
    return access.allows((requirement.on ?? {}) as Visible);
  }
}
