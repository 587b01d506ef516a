import { lazy, Suspense, useCallback } from 'react';
import { Skeleton, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { outcomeOf, RunFilter } from './RunFilterBar';
import { RunHistory } from './RunHistory';
import { useJobEntity } from './useJobEntity';
import styles from './JobRuns.module.css';

// Most who come here look at the list: the rest comes when asked for.
const RunDrawer = lazy(() =>
  import('../run/RunDrawer').then(m => ({ default: m.RunDrawer })),
);
const JobSchedulePanel = lazy(() =>
  import('./JobSchedulePanel').then(m => ({ default: m.JobSchedulePanel })),
);
const JobDefinition = lazy(() =>
  import('./JobDefinition').then(m => ({ default: m.JobDefinition })),
);

const VIEWS = ['runs', 'schedule', 'manifest'] as const;

/** The Runs tab of a job: its runs, its schedule and its definition. The URL says which, and which run is open. */
export function JobRuns() {
  const { entityRef, title, job } = useJobEntity();
  const [params, setParams] = useSearchParams();
  const asked = params.get('view');
  const view = VIEWS.find(name => name === asked) ?? 'runs';
  const runId = params.get('run') ?? undefined;

  const set = useCallback(
    (values: Record<string, string | undefined>, replace = false) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          for (const [key, value] of Object.entries(values)) {
            if (value) {
              after.set(key, value);
            } else {
              after.delete(key);
            }
          }
          return after;
        },
        { replace },
      ),
    [setParams],
  );
  const onFilter = useCallback(
    (patch: RunFilter) => set({ ...patch }, true),
    [set],
  );
  const filter: RunFilter = {
    outcome: outcomeOf(params.get('outcome')),
    series: params.get('series') ?? undefined,
  };

  return (
    <div className={styles.root}>
      <Tabs
        selectedKey={view}
        onSelectionChange={key =>
          set({ view: key === 'runs' ? undefined : String(key) }, true)
        }
      >
        <TabList className={styles.tabs}>
          <Tab id="runs">Runs</Tab>
          <Tab id="schedule">Schedule</Tab>
          <Tab id="manifest">Manifest</Tab>
        </TabList>
        <TabPanel id="runs" className={styles.panel}>
          <RunHistory
            entityRef={entityRef}
            title={title}
            job={job.value}
            filter={filter}
            onFilter={onFilter}
            selectedId={runId}
            onSelect={run => set({ run: run.id })}
          />
        </TabPanel>
        <TabPanel id="schedule" className={styles.panel}>
          <Suspense fallback={<Skeleton width="100%" height={240} />}>
            <JobSchedulePanel job={job} entityRef={entityRef} title={title} />
          </Suspense>
        </TabPanel>
        <TabPanel id="manifest" className={styles.panel}>
          <Suspense fallback={<Skeleton width="100%" height={240} />}>
            <JobDefinition job={job} />
          </Suspense>
        </TabPanel>
      </Tabs>
      {runId && (
        <Suspense fallback={null}>
          <RunDrawer runId={runId} onClose={() => set({ run: undefined })} />
        </Suspense>
      )}
    </div>
  );
}
