import { Link } from '@backstage/ui';
import { LakefsBranch } from '@millrace/backstage-plugin-data-platform-common';
import {
  FactList,
  safeUrl,
  useNow,
} from '@millrace/backstage-plugin-data-platform-react';
import { useBranchRuns } from '../data/useBranchRuns';
import { branchFacts } from './branchFacts';
import { branchHref } from './branchHref';
import { BranchRequests } from './BranchRequests';
import { BranchViewProps } from './branchViews';
import { CommitLine } from './CommitLine';
import { TroubleList } from './TroubleList';
import styles from './branch.module.css';

/** What a branch is, how it stands, and what is in its way. */
export function BranchOverview(props: BranchViewProps) {
  const { branch } = props;
  const now = useNow(60_000);
  const runs = useBranchRuns(branch.resource.id, { limit: 1 });
  const link = branch.uiUrl && safeUrl(branch.uiUrl);
  return (
    <div className={styles.column}>
      <FactList facts={branchFacts(branch, now, runs.value?.items[0])} />
      <TroubleList branch={branch} />
      <BranchRequests branch={branch} />
      <LastCommit branch={branch} />
      {link && (
        <p className={styles.quiet}>
          <Link
            href={link}
            target="_blank"
            rel="noopener noreferrer"
            variant="body-medium"
          >
            Open in lakeFS
          </Link>
        </p>
      )}
    </div>
  );
}

function LastCommit(props: { branch: LakefsBranch }) {
  const { lastCommit, name } = props.branch;
  if (!lastCommit) {
    return null;
  }
  return (
    <section className={styles.section} aria-label="Last commit">
      <h3 className={styles.title}>Last commit</h3>
      <CommitLine commit={lastCommit} />
      <p className={styles.quiet}>
        <Link href={branchHref(name, 'commits')} variant="body-medium">
          All commits
        </Link>
      </p>
    </section>
  );
}
