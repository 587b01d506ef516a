import { z } from 'zod';
import { groupRef } from './domainCreateInput';

/** Which group, and in which of the closed roles. */
export const memberInput = z.strictObject({
  role: z.enum(['owner', 'member', 'viewer'], {
    error: 'Choose owner, member or viewer.',
  }),
  group: groupRef,
});

export type MemberInput = z.infer<typeof memberInput>;
