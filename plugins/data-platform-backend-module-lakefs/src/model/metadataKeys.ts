/** Keys of commit metadata that the portal writes. Values are text; what people wrote outside the portal is a claim. */
export const META_USER = 'millrace.dev/user';
/** Entity that it was done for. */
export const META_ENTITY = 'millrace.dev/entity';
/** Id of the operation; by it the portal finds its own commit again after a crash. */
export const META_TASK = 'millrace.dev/task';
/** Page of the portal that tells of it. */
export const META_LINK = 'millrace.dev/link';
/** Entity ref of who answers for the branch. */
export const META_OWNER = 'millrace.dev/owner';
export const META_PURPOSE = 'millrace.dev/purpose';
/** RFC 3339. */
export const META_EXPIRES = 'millrace.dev/expires';
