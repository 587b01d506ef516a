import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';

/** One question to the permission policy; plain data, so that it is asked again when an operation goes on later. */
export interface Requirement {
  /** Name of the permission. */
  permission: string;
  /** What is acted on, for resource permissions. */
  on?: Pick<
    PlatformResource,
    'ownerRef' | 'domainOwnerRef' | 'domainRef' | 'nature'
  >;
  /** What for, to end "ada may not ...": `create a data domain`. */
  what: string;
  /** Set where nobody else may learn that it exists: what is answered in place of a refusal. */
  hidden?: string;
}
