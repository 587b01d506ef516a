import {
  BackstageCredentials,
  BackstageUserPrincipal,
  createServiceFactory,
  coreServices,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { dataPlatformConditions } from '../../permissions/rules';

/** An administrator, the owner of the sales domain, somebody who may see nothing. */
export const ROOT = 'user:default/root';
export const ADA = 'user:default/ada';
export const MALLORY = 'user:default/mallory';

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  [ROOT]: ['group:default/platform'],
  [ADA]: ['group:default/sales-team'],
  [MALLORY]: [],
};

/** Answers like the policy of a portal in which people see what their groups own. Counts how often it was asked. */
export class FakePolicy implements PermissionsService {
  asked = 0;
  /** Decisions that replace the built-in ones, by user. */
  readonly overrides = new Map<string, PolicyDecision>();

  async authorize(
    requests: Parameters<PermissionsService['authorize']>[0],
    options: Parameters<PermissionsService['authorize']>[1],
  ) {
    const user = userOf(options.credentials);
    return requests.map(() => ({
      result: user === ROOT ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    })) as Awaited<ReturnType<PermissionsService['authorize']>>;
  }

  async authorizeConditional(
    requests: Parameters<PermissionsService['authorizeConditional']>[0],
    options: Parameters<PermissionsService['authorizeConditional']>[1],
  ): Promise<PolicyDecision[]> {
    this.asked += 1;
    const user = userOf(options.credentials);
    return requests.map(() => this.#decide(user));
  }

  #decide(user: string): PolicyDecision {
    const override = this.overrides.get(user);
    if (override) return override;
    if (user === ROOT) return { result: AuthorizeResult.ALLOW };
    if (user === MALLORY) return { result: AuthorizeResult.DENY };
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'data-platform',
      resourceType: 'data-platform-resource',
      conditions: dataPlatformConditions.isOwner({
        claims: [user, ...(GROUPS[user] ?? [])],
      }),
    };
  }
}

/** The identity service: who is in which group. */
export const userInfoFactory = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    getUserInfo: async (credentials: BackstageCredentials) => {
      const userEntityRef = userOf(credentials);
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, ...(GROUPS[userEntityRef] ?? [])],
      };
    },
  }),
});

function userOf(credentials: BackstageCredentials): string {
  return (credentials.principal as BackstageUserPrincipal).userEntityRef;
}
