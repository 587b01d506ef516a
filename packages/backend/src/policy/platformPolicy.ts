import { Config } from '@backstage/config';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  domainAdministerPermission,
  domainCreatePermission,
  entityRegisterPermission,
  logReadPermission,
  operationReadPermission,
  resourceOperatePermission,
  resourceReadPermission,
  RESOURCE_TYPE_PLATFORM,
} from '@millrace/backstage-plugin-data-platform-common';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** What only administrators do: the rest of the catalog's writes come from locations and our own registration. */
const ADMINISTRATION = new Set([
  'catalog.entity.create',
  'catalog.entity.delete',
  'catalog.location.create',
  'catalog.location.delete',
  'kubernetes.proxy',
  domainAdministerPermission.name,
]);

/**
 * The portal's half of the rules; the cluster decides again, as the person.
 * Everybody reads verdicts; owners operate what is theirs; creators create; administrators may everything.
 */
export class PlatformPolicy implements PermissionPolicy {
  readonly #administrators: string | undefined;
  readonly #creators: ReadonlySet<string>;

  constructor(config: Config) {
    this.#administrators = config.getOptionalString('millrace.administrators');
    this.#creators = new Set(
      config.getOptionalStringArray('millrace.creators') ?? [],
    );
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const refs = user?.info.ownershipEntityRefs ?? [];
    if (this.#administrators && refs.includes(this.#administrators)) {
      return ALLOW;
    }
    if (ADMINISTRATION.has(permission.name)) return DENY;
    if (
      isPermission(permission, domainCreatePermission) ||
      isPermission(permission, entityRegisterPermission)
    ) {
      return refs.some(ref => this.#creators.has(ref)) ? ALLOW : DENY;
    }
    if (
      isPermission(permission, resourceOperatePermission) ||
      isPermission(permission, logReadPermission)
    ) {
      return this.#ifOwned(permission, refs);
    }
    if (isPermission(permission, operationReadPermission)) {
      return user ? ALLOW : DENY;
    }
    if (
      permission.name.startsWith('data-platform.') &&
      !isPermission(permission, resourceReadPermission)
    ) {
      // A permission that this policy does not know yet is nobody's until it does.
      return DENY;
    }
    return ALLOW;
  }

  #ifOwned(
    permission: PolicyQuery['permission'],
    refs: readonly string[],
  ): PolicyDecision {
    if (!isResourcePermission(permission, RESOURCE_TYPE_PLATFORM)) return DENY;
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'data-platform',
      resourceType: RESOURCE_TYPE_PLATFORM,
      conditions: {
        rule: 'IS_OWNER',
        resourceType: RESOURCE_TYPE_PLATFORM,
        params: { claims: [...refs] },
      },
    };
  }
}
