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
import {
  domainCreatePermission,
  entityRegisterPermission,
  resourceReadPermission,
} from '@millrace/backstage-plugin-data-platform-common';
import { dataPlatformConditions } from '../../permissions/rules';

/** Everybody who may call. `owner` and `other` each own one of the demo's domains, sales and logistics. */
export const PERSONS = [
  'owner',
  'other',
  'viewer',
  'admin',
  'stranger',
  'guest',
  'service',
  'catalog',
] as const;
export type Person = (typeof PERSONS)[number];

const GROUPS: Partial<Record<Person, string>> = {
  owner: 'group:default/sales-team',
  other: 'group:default/logistics-team',
  viewer: 'group:default/auditors',
  admin: 'group:default/platform-team',
};

/** What the person sends as Authorization; nothing for a guest. */
export function authorizationOf(person: Person): string {
  switch (person) {
    case 'guest':
      return mockCredentials.none.header();
    case 'service':
      return service('plugin:scaffolder');
    case 'catalog':
      return service('plugin:catalog');
    default:
      return mockCredentials.user.header(`user:default/${person}`);
  }
}

function service(subject: string): string {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'data-platform',
  });
}

function personOf(credentials: BackstageCredentials): Person {
  const { userEntityRef } = credentials.principal as BackstageUserPrincipal;
  return userEntityRef.replace('user:default/', '') as Person;
}

function claimsOf(person: Person): string[] {
  const group = GROUPS[person];
  return [`user:default/${person}`, ...(group ? [group] : [])];
}

const CREATE: readonly string[] = [
  domainCreatePermission.name,
  entityRegisterPermission.name,
];

/**
 * A strict portal: owners see and do what is theirs and may create; viewers see everything and do nothing; strangers see
 * nothing; administrators may everything.
 */
function decide(person: Person, permission: { name: string }): PolicyDecision {
  const allow = (yes: boolean): PolicyDecision => ({
    result: yes ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
  });
  if (person === 'admin') return allow(true);
  if (person === 'viewer') {
    return allow(permission.name === resourceReadPermission.name);
  }
  if (person !== 'owner' && person !== 'other') return allow(false);
  if (CREATE.includes(permission.name)) return allow(true);
  if (!('resourceType' in permission)) return allow(false);
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
