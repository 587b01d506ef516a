import { Skeleton } from '@backstage/ui';
import { Job, Run } from '@millrace/backstage-plugin-data-platform-common';
import {
  LiveMark,
  OlderPageButtons,
  OperationBar,
  PastTheEnd,
  RunTimeline,
  StaleNotice,
  useOlderPages,
  useRuns,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { JobActionBar } from '../jobActions/JobActionBar';
import { plainOperations } from '../jobActions/jobActions';
import { JobSeries } from '../series/JobSeries';
import { HistoryNote } from './HistoryNote';
import { NoRuns } from './NoRuns';
import { NO_FILTER, RunFilter, RunFilterBar } from './RunFilterBar';
import { RunsTable } from './RunsTable';
import { RunStats } from './RunStats';
import styles from './JobRuns.module.css';

const PAGE = 30;

/** The runs of a job, as a timeline and as a table, page by page. */
export function RunHistory(props: {
  entityRef: string;
  title: string;
  job?: Job;
  filter: RunFilter;
  /** Changes what is given; undefined takes away. */
  onFilter: (patch: RunFilter) => void;
  selectedId?: string;
  onSelect: (run: Run) => void;
}) {
  const { entityRef, title, job, filter, onFilter, selectedId, onSelect } =
    props;
  const pages = useOlderPages(JSON.stringify([entityRef, filter]));
  const runs = useRuns({
    entityRef,
    ...filter,
    limit: PAGE,
    before: pages.before,
  });
  const { value, error } = runs;
  const narrowed = !!filter.outcome || !!filter.series;
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <LiveMark />
        {job && (
          <OperationBar
            operations={plainOperations(job)}
            subject={{ title, entityRef }}
          >
            <JobActionBar job={job} buttons={['run-with', 'backfill']} />
          </OperationBar>
        )}
      </div>
      <StaleNotice stale={job?.stale} />
      <JobSeries entityRef={entityRef} onOpenRun={onSelect} />
      <RunFilterBar entityRef={entityRef} filter={filter} onChange={onFilter} />
      {!value && !error && (
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
          subject={value ? 'newer runs of this job' : 'the runs of this job'}
          onRetry={runs.refresh}
        />
      )}
      <HistoryNote problem={value?.problem} />
      {value?.items.length === 0 && !value.problem && pages.page > 1 && (
        <PastTheEnd what="runs" onFirst={pages.toNewest} />
      )}
      {value?.items.length === 0 && !value.problem && pages.page === 1 && (
        <NoRuns
          schedule={job?.schedule}
          narrowed={narrowed}
          onClear={() => onFilter(NO_FILTER)}
        />
      )}
      {value && value.items.length > 0 && (
        <>
          <div>
            <RunTimeline
              runs={value.items}
              onSelect={onSelect}
              selectedId={selectedId}
              table={false}
            />
            {!value.problem && (
              <RunStats stats={value.stats} schedule={job?.schedule} />
            )}
          </div>
          <RunsTable runs={value.items} onSelect={onSelect} />
        </>
      )}
      <OlderPageButtons
        pages={pages}
        nextBefore={value?.nextBefore}
        what="runs"
      />
    </div>
  );
}
