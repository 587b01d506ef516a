import {
  LakefsBranch,
  LakefsRepository,
  ResourceDetail,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  refTitle,
  VerdictBanner,
} from '@millrace/backstage-plugin-data-platform-react';
import { BranchActionBar } from '../actions/BranchActionBar';
import { NewBranchButton } from '../actions/NewBranchButton';
import styles from './branch.module.css';

/** How a branch is, why, what to do next, and the buttons for it. */
export function BranchVerdict(props: {
  repository: LakefsRepository;
  branch: LakefsBranch;
  /** With the evidence and the operations; until it is here, the sentence alone. */
  detail: ResourceDetail | undefined;
}) {
  const { repository, branch, detail } = props;
  const { parent, owner, purpose } = branch;
  return (
    <div className={styles.column}>
      <VerdictBanner
        assessment={detail?.assessment ?? branch.resource.assessment}
        stale={branch.resource.stale}
        details={
          <>
            <span>
              {parent ? `from ${parent}` : 'default branch'} of{' '}
              {branch.repository}
            </span>
            {owner && <span>owner {refTitle(owner)}</span>}
            {purpose && <span>{purpose}</span>}
          </>
        }
      />
      <div className={styles.actions}>
        <BranchActionBar
          branch={branch}
          operations={detail?.operations ?? []}
        />
        <NewBranchButton repository={repository} from={branch.name} quiet />
      </div>
      {!repository.mayOperate && (
        <p className={styles.quiet}>
          You may look at this branch. To change it you need the role member in
          the data domain.
        </p>
      )}
    </div>
  );
}
