import { Link } from '@backstage/ui';
import { LakefsRepository } from '@millrace/backstage-plugin-data-platform-common';
import { EmptyState } from '@millrace/backstage-plugin-data-platform-react';
import { DeletedBranch } from '../branches/DeletedBranch';
import { useDeletedBranches } from '../data/useDeletedBranches';
import styles from '../branches/branches.module.css';

/** A branch that is not there: what may have happened, and its restore where the portal remembers it. */
export function BranchGone(props: {
  repository: LakefsRepository;
  name: string;
}) {
  const { repository, name } = props;
  const found = useDeletedBranches(repository, { q: name, limit: 20 });
  const deleted = found.value?.items.find(each => each.name === name);
  if (deleted) {
    return (
      <ul className={styles.deleted} aria-label="Deleted branch">
        <DeletedBranch repository={repository} deleted={deleted} />
      </ul>
    );
  }
  return (
    <EmptyState
      title={`There is no branch ${name} in ${repository.repository}.`}
      action={
        <Link href="?" variant="body-medium">
          All branches
        </Link>
      }
    >
      It may have been merged and deleted. If it has just been made, it shows up
      here by itself.
    </EmptyState>
  );
}
