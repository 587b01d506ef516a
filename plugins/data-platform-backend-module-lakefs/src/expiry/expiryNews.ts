import { PortalNews } from '@millrace/backstage-plugin-data-platform-node';
import { timeText } from '../assess/words';
import { branchPath } from '../model/branchPath';

export interface EndingBranch {
  source: string;
  repository: string;
  name: string;
  entityRef?: string;
  /** Who is told: its owner, else who made it, else the owner of the repository. */
  owner?: string;
}

/** What the owner reads of a branch that ends: one notification, which what comes later takes the place of. */
export function expiryNews(
  branch: EndingBranch,
  said: { title: string; description: string; urgent?: boolean },
): PortalNews {
  const { source, repository, name, entityRef, owner } = branch;
  const { urgent, ...words } = said;
  return {
    to: owner ? [owner] : [],
    ...words,
    link: branchPath(entityRef, name),
    severity: urgent ? 'high' : 'normal',
    topic: 'Data branches',
    scope: `branch ${source} ${repository} ${name}`,
  };
}

/** It will go, at the time it was given. */
export function warningOf({ name, repository }: EndingBranch, at: number) {
  return {
    title: `Branch ${name} of ${repository} expires on ${timeText(at)}`,
    description:
      'Merge what is worth keeping, or give it more time. After that the portal deletes it; what is committed can be restored.',
  };
}

/** It will go although nobody was told before, or with data that nobody has committed. */
export function announcementOf(
  { name, repository }: EndingBranch,
  { at, dirty }: { at: number; dirty: boolean },
) {
  return {
    title: `Branch ${name} of ${repository} will be deleted on ${timeText(at)}`,
    description: dirty
      ? 'It has expired, and data lies on it that nobody has committed: that is lost for good then. Commit it, or give the branch more time.'
      : 'It has expired. Merge what is worth keeping, or give it more time; what is committed can be restored.',
    urgent: dirty,
  };
}

export function obituaryOf({ name, repository }: EndingBranch) {
  return {
    title: `Branch ${name} of ${repository} was deleted`,
    description:
      'It had expired. What was committed can be restored from the branches of the repository.',
  };
}
