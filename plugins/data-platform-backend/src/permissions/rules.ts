import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { NATURES } from './natures';
import { platformResourceRef } from './platformResourceRef';

/** What belongs to an entity that one of the claims owns. */
export const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow what belongs to an entity of one of these owners',
  resourceRef: platformResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs, for example ownershipEntityRefs of the user'),
  }),
  apply: (resource, { claims }) =>
    resource.ownerRef !== undefined && claims.includes(resource.ownerRef),
  toQuery: ({ claims }) => {
    const owners = new Set(claims);
    return row => row.ownerRef !== undefined && owners.has(row.ownerRef);
  },
});

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
