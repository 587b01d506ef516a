import { z } from 'zod';
import { fullRef } from '../CatalogReader';

/** A catalog group, as a full ref. */
export const groupRef = z
  .string({ error: 'Choose a group.' })
  .max(200)
  .transform((ref, context) => {
    const full = fullRef(ref, 'group');
    if (full?.startsWith('group:')) return full;
    context.addIssue({
      code: 'custom',
      message: `"${ref.slice(
        0,
        80,
      )}" is no group. Choose one, for example group:default/sales-team.`,
    });
    return z.NEVER;
  });

const groups = z.array(groupRef).max(50).default([]);

/** What the form of a new domain gives. */
export const domainCreateInput = z.strictObject({
  name: z.string({ error: 'Give the domain a name.' }).min(1).max(63),
  title: z.string().trim().min(1).max(80).optional(),
  description: z.string().trim().max(500).optional(),
  owner: groupRef,
  cluster: z.string({ error: 'Choose a cluster.' }).min(1).max(253),
  quotaPreset: z.string({ error: 'Choose a size.' }).max(40).default('small'),
  roles: z
    .strictObject({ owners: groups, members: groups, viewers: groups })
    .partial()
    .default({}),
});

export type DomainCreateInput = z.infer<typeof domainCreateInput>;
