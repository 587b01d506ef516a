import { useState } from 'react';
import { Button, Skeleton } from '@backstage/ui';
import { Job, Run } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  LiveMark,
  RunTimeline,
  StaleNotice,
  useRuns,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { OperationBar } from '../operations/OperationBar';
import { RunsTable } from './RunsTable';
import { RunStats } from './RunStats';
import styles from './JobRuns.module.css';

const FIRST = 30;
const MOST = 500;

/** The runs of a job, as a timeline and as a table. */
export function RunHistory(props: {
  entityRef: string;
  title: string;
  job?: Job;
  selectedId?: string;
  onSelect: (run: Run) => void;
}) {
  const { entityRef, title, job, selectedId, onSelect } = props;
  const [limit, setLimit] = useState(FIRST);
  const runs = useRuns({ entityRef, limit });
  const first = useRuns({ entityRef, limit: FIRST });
  const page = runs.value ?? first.value;
  const error = runs.error ?? first.error;
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <LiveMark />
        {job && (
          <OperationBar
            operations={job.operations}
            subject={{ title, entityRef }}
          />
        )}
      </div>
      <StaleNotice stale={job?.stale} />
      {!page && !error && (
        <Skeleton
          width="100%"
          height={320}
          role="status"
          aria-label="Loading the runs"
        />
      )}
      {error && (
        <ViewProblem
          error={error}
          subject={page ? 'newer runs of this job' : 'the runs of this job'}
          onRetry={runs.refresh}
        />
      )}
      {page?.items.length === 0 && (
        <EmptyState title="This job has not run yet.">
          Press Run now to start it
          {job?.schedule && !job.schedule.suspended
            ? ', or wait for its schedule.'
            : '. What it will run is under Manifest.'}
        </EmptyState>
      )}
      {page && page.items.length > 0 && (
        <>
          <div>
            <RunTimeline
              runs={page.items.slice(0, FIRST)}
              onSelect={onSelect}
              selectedId={selectedId}
              table={false}
            />
            <RunStats stats={page.stats} schedule={job?.schedule} />
          </div>
          <RunsTable runs={page.items} onSelect={onSelect} />
          {page.nextBefore && limit < MOST && (
            <div>
              <Button
                size="small"
                variant="secondary"
                isPending={!runs.value}
                onPress={() => setLimit(Math.min(MOST, limit + 100))}
              >
                Show older runs
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
