import { lazy, Suspense } from 'react';
import { Run } from '@millrace/backstage-plugin-data-platform-common';
import {
  useOperations,
  useRefreshEvery,
} from '@millrace/backstage-plugin-data-platform-react';
import { BACKFILL, goesOn } from './seriesState';

// Most jobs have none: the panel comes when one goes on.
const SeriesPanel = lazy(() =>
  import('./SeriesPanel').then(m => ({ default: m.SeriesPanel })),
);

/** Series are few; the one that goes on is among the last things done. */
const LOOK_BACK = 20;
const EVERY_MS = 5_000;

/** The series of a job that go on now; nothing while there is none. */
export function JobSeries(props: {
  entityRef: string;
  onOpenRun: (run: Run) => void;
}) {
  const { entityRef, onOpenRun } = props;
  const operations = useOperations({ entityRef, limit: LOOK_BACK });
  const going = (operations.value?.items ?? []).filter(
    operation => operation.operation === BACKFILL && goesOn(operation),
  );
  // Between two runs of a series nothing changes on the cluster that the stream could tell of.
  useRefreshEvery(operations.refresh, going.length > 0 ? EVERY_MS : undefined);
  return (
    <>
      {going.map(operation => (
        <Suspense key={operation.id} fallback={null}>
          <SeriesPanel
            operation={operation}
            entityRef={entityRef}
            onOpenRun={onOpenRun}
          />
        </Suspense>
      ))}
    </>
  );
}
