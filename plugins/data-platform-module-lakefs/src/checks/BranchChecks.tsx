import { Skeleton } from '@backstage/ui';
import { LakefsBranch } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  useLastValue,
  useOlderPages,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { addressOf } from '../data/branchAddress';
import { CursorButtons } from '../paging/CursorButtons';
import { CheckItem } from './CheckItem';
import { GateNotices } from './GateNotices';
import { LatestFailure } from './LatestFailure';
import { useChecks } from './useChecks';
import styles from './checks.module.css';

/** The checks (lakeFS actions) of a branch: what stands in the way, then every run. */
export function BranchChecks(props: { branch: LakefsBranch }) {
  const { branch } = props;
  const pages = useOlderPages(branch.resource.id);
  const view = useChecks(branch, pages.before);
  const page = useLastValue(view.value);
  return (
    <div className={styles.checks}>
      <GateNotices branch={branch} />
      <LatestFailure branch={branch} />
      <section className={styles.section} aria-label="Runs of checks">
        <h3 className={styles.title}>Runs</h3>
        {view.error && (
          <ViewProblem
            error={view.error}
            subject={page ? 'anything newer than this' : 'the checks'}
            onRetry={view.refresh}
          />
        )}
        {!page && !view.error && (
          <Skeleton
            width="100%"
            height={120}
            role="status"
            aria-label="Loading the checks"
          />
        )}
        {page && page.items.length === 0 && pages.page === 1 && (
          <EmptyState compact title="No check has run for this branch.">
            Checks are lakeFS actions: files under <code>_lakefs_actions/</code>{' '}
            of the branch. A merge into another branch is listed with that
            branch, and one that is under way only when it has ended.
          </EmptyState>
        )}
        {page && page.items.length > 0 && (
          <ul className={styles.list} aria-label="Runs, newest first">
            {page.items.map(check => (
              <CheckItem
                key={check.id}
                address={addressOf(branch)}
                check={check}
              />
            ))}
          </ul>
        )}
        <CursorButtons pages={pages} next={page?.next} what="runs" />
      </section>
    </div>
  );
}
