import { Skeleton } from '@backstage/ui';
import {
  EmptyState,
  OlderPageButtons,
  useLastValue,
  useOlderPages,
  useRefreshEvery,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { useBranchRuns } from '../data/useBranchRuns';
import { BranchRunTable } from './BranchRunTable';
import { BranchViewProps } from './branchViews';
import styles from './branch.module.css';

const PAGE = 30;
/** Any run of the platform may be one of these: a look-up in the portal's history is cheaper than to follow them all. */
const EVERY_MS = 10_000;

/** Spark runs that were started on a branch, newest first. */
export function BranchRuns(props: BranchViewProps) {
  const { branch } = props;
  const { id } = branch.resource;
  const pages = useOlderPages(id);
  const runs = useBranchRuns(id, { before: pages.before, limit: PAGE });
  useRefreshEvery(runs.refresh, EVERY_MS);
  const { error } = runs;
  const value = useLastValue(runs.value);
  return (
    <div className={styles.column}>
      {error && (
        <ViewProblem
          error={error}
          subject={value ? 'newer runs' : 'the runs on this branch'}
          onRetry={runs.refresh}
        />
      )}
      {!value && !error && (
        <Skeleton
          width="100%"
          height={200}
          role="status"
          aria-label="Loading the runs"
        />
      )}
      {value?.items.length === 0 && (
        <EmptyState title="No job has run on this branch.">
          Open a Spark job, choose "Run with…" and this branch: it then reads
          and writes here, and nobody else sees it until it is merged.
        </EmptyState>
      )}
      {value && value.items.length > 0 && <BranchRunTable runs={value.items} />}
      <OlderPageButtons
        pages={pages}
        nextBefore={value?.nextBefore}
        what="runs"
      />
    </div>
  );
}
