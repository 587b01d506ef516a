import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { NATURES } from './natures';
import { platformResourceRef, Visible } from './platformResourceRef';

/**
 * What belongs to an entity that one of the claims owns. What has an owner of its own within a domain (a notebook server)
 * is the domain's owner's to operate as well.
 */
export const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow what belongs to an entity of one of these owners',
  resourceRef: platformResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs, for example ownershipEntityRefs of the user'),
  }),
  apply: (resource, { claims }) => isOwned(resource, new Set(claims)),
  toQuery: ({ claims }) => {
    const owners = new Set(claims);
    return row => isOwned(row, owners);
  },
});

function isOwned(
  { ownerRef, domainOwnerRef }: Visible,
  owners: ReadonlySet<string>,
): boolean {
  return (
    (ownerRef !== undefined && owners.has(ownerRef)) ||
    (domainOwnerRef !== undefined && owners.has(domainOwnerRef))
  );
}

/** What lives in a namespace of one of the domains. */
export const inDomain = createPermissionRule({
  name: 'IN_DOMAIN',
  description: 'Allow what lives in one of these data domains',
  resourceRef: platformResourceRef,
  paramsSchema: z.object({
    domains: z.array(z.string()).describe('Entity refs of data domains'),
  }),
  apply: (resource, { domains }) =>
    resource.domainRef !== undefined && domains.includes(resource.domainRef),
  toQuery: ({ domains }) => {
    const wanted = new Set(domains);
    return row => row.domainRef !== undefined && wanted.has(row.domainRef);
  },
});

/** What is a run, a schedule, a workbench, ... */
export const hasNature = createPermissionRule({
  name: 'HAS_NATURE',
  description: 'Allow live objects of one of these natures',
  resourceRef: platformResourceRef,
  paramsSchema: z.object({
    natures: z.array(z.enum(NATURES)).describe('Natures, for example run'),
  }),
  apply: (resource, params) => params.natures.includes(resource.nature),
  toQuery: params => row => params.natures.includes(row.nature),
});

/** All rules for live objects. */
export const platformRules = { isOwner, inDomain, hasNature };

/** For policies: conditions by rule, and a decision made of them. */
export const {
  conditions: dataPlatformConditions,
  createConditionalDecision: createDataPlatformConditionalDecision,
} = createConditionExports({
  resourceRef: platformResourceRef,
  rules: platformRules,
});
