import { Skeleton } from '@backstage/ui';
import {
  EmptyState,
  OlderPageButtons,
  useLastValue,
  useOlderPages,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { branchAction } from '../actions/branchActions';
import { useCommits } from '../data/useCommits';
import { BranchViewProps } from './branchViews';
import { CommitItem } from './CommitItem';
import styles from './branch.module.css';

const PAGE = 30;

/** The log of a branch, newest first: what, who did it in the portal, and a revert of each. */
export function BranchCommits(props: BranchViewProps) {
  const { branch, operations } = props;
  const pages = useOlderPages(branch.head);
  const commits = useCommits(branch, {
    // By id: a new commit is a new question, and a page stays where it is.
    ref: branch.head,
    after: pages.before,
    limit: PAGE,
  });
  const { error } = commits;
  const value = useLastValue(commits.value);
  const revert = branchAction(operations, 'lakefs:revert');
  return (
    <div className={styles.column}>
      {error && (
        <ViewProblem
          error={error}
          subject="the commits of this branch"
          onRetry={commits.refresh}
        />
      )}
      {!value && !error && (
        <Skeleton
          width="100%"
          height={240}
          role="status"
          aria-label="Loading the commits"
        />
      )}
      {value?.items.length === 0 && (
        <EmptyState compact title="There is no commit." />
      )}
      {value && value.items.length > 0 && (
        <ol className={styles.list} aria-label={`Commits of ${branch.name}`}>
          {value.items.map(commit => (
            <CommitItem
              key={commit.id}
              branch={branch}
              commit={commit}
              revert={commit.parents.length > 0 ? revert : undefined}
            />
          ))}
        </ol>
      )}
      <OlderPageButtons pages={pages} nextBefore={value?.next} what="commits" />
    </div>
  );
}
