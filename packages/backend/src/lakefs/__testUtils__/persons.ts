import {
  BackstageCredentials,
  BackstageUserPrincipal,
  coreServices,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { dataPlatformConditions } from '@millrace/backstage-plugin-data-platform-backend';
import {
  entityRegisterPermission,
  resourceReadPermission,
} from '@millrace/backstage-plugin-data-platform-common';

/**
 * `owner` and `other` each own one domain with one repository; a viewer sees everything and does nothing; a stranger sees
 * nothing; an administrator may everything.
 */
export const PERSONS = [
  'owner',
  'other',
  'viewer',
  'admin',
  'stranger',
  'guest',
  'service',
] as const;
export type Person = (typeof PERSONS)[number];

/** What the person sends as Authorization. */
export function authorizationOf(person: Person): string {
  if (person === 'guest') return mockCredentials.none.header();
  if (person !== 'service') {
    return mockCredentials.user.header(`user:default/${person}`);
  }
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('plugin:scaffolder'),
    targetPluginId: 'data-platform',
  });
}

function personOf({ principal }: BackstageCredentials): Person {
  const { userEntityRef } = principal as BackstageUserPrincipal;
  return userEntityRef.replace('user:default/', '') as Person;
}

function claimsOf(person: Person): string[] {
  return [`user:default/${person}`, `group:default/${person}s`];
}

function decide(person: Person, permission: { name: string }): PolicyDecision {
  const allow = (yes: boolean): PolicyDecision => ({
    result: yes ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
  });
  if (person === 'admin') return allow(true);
  if (person === 'viewer') {
    return allow(permission.name === resourceReadPermission.name);
  }
  const owns = person === 'owner' || person === 'other';
  if (owns && permission.name === entityRegisterPermission.name) {
    return allow(true);
  }
  if (!owns || !('resourceType' in permission)) return allow(false);
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'data-platform',
    resourceType: 'data-platform-resource',
    conditions: dataPlatformConditions.isOwner({ claims: claimsOf(person) }),
  };
}

const policy: PermissionsService = {
  authorize: async (requests, options) =>
    requests.map(({ permission }) =>
      decide(personOf(options!.credentials), permission),
    ) as Awaited<ReturnType<PermissionsService['authorize']>>,
  authorizeConditional: async (requests, options) =>
    requests.map(({ permission }) =>
      decide(personOf(options!.credentials), permission),
    ),
};

/** The services by which a backend knows these persons. */
export const personServices = [
  mockServices.httpAuth.factory({
    defaultCredentials: mockCredentials.none(),
  }),
  createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => policy,
  }),
  createServiceFactory({
    service: coreServices.userInfo,
    deps: {},
    factory: () => ({
      getUserInfo: async (credentials: BackstageCredentials) => {
        const person = personOf(credentials);
        return {
          userEntityRef: `user:default/${person}`,
          ownershipEntityRefs: claimsOf(person),
        };
      },
    }),
  }),
];
