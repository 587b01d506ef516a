import { z } from 'zod';

/** Name of a branch that exists; lakeFS knows them longer, the portal does not write to those. */
export const branchInput = z.string().min(1).max(255);

/** What a commit says of itself. lakeFS takes an empty one, the portal does not. */
export const messageInput = z
  .string()
  .trim()
  .min(1, 'Say what the change is.')
  .max(2_000, 'Say it in at most 2,000 characters.');

export const entityRefInput = z
  .string()
  .regex(
    /^(user|group):[\w.-]+\/[\w.-]+$/i,
    'Give the entity ref of a user or a group, for example group:default/sales-team.',
  )
  .max(200);

export const purposeInput = z.string().trim().max(300);

/** Days from now after which a branch may be deleted. */
export const timeToLiveInput = z
  .number()
  .int('Give whole days.')
  .min(1, 'At least one day.')
  .max(365, 'At most 365 days.');

export const DAY_MS = 86_400_000;
