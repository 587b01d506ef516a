import { META_EXPIRES, META_OWNER, META_PURPOSE } from '../model/metadataKeys';
import { BranchObject } from '../model/objects';

/**
 * What is known of a branch from its last commit alone, as metadata: a new commit that does not repeat it would make it
 * forgotten.
 */
export function claimsOf(
  branch: BranchObject | undefined,
): Record<string, string> | undefined {
  const { metadata = {} } = branch?.status.commit ?? {};
  const { owner, purpose, expiryClaimed } = branch?.spec ?? {};
  const claims = {
    ...(owner && metadata[META_OWNER] === owner && { [META_OWNER]: owner }),
    ...(purpose &&
      metadata[META_PURPOSE] === purpose && { [META_PURPOSE]: purpose }),
    ...(expiryClaimed &&
      metadata[META_EXPIRES] && { [META_EXPIRES]: metadata[META_EXPIRES] }),
  };
  return Object.keys(claims).length > 0 ? claims : undefined;
}
