import { LakefsBranch } from '@millrace/backstage-plugin-data-platform-common';
import { SystemTouches } from '@millrace/backstage-plugin-data-platform-react';
import { KIND_BRANCH, RepositoryAddress } from './kinds';

/** Where the routes of a branch's repository are. */
export function addressOf({
  source,
  repository,
}: LakefsBranch): RepositoryAddress {
  return { source, repository };
}

/** What is read of the branch as it is now is read again when the branch changes. */
export function touchesOf({
  source,
  repository,
  name,
}: LakefsBranch): SystemTouches {
  return { kind: KIND_BRANCH, source, namespace: repository, name };
}
