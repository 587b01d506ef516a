import { lazy, Suspense } from 'react';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  Operation,
  Run,
} from '@millrace/backstage-plugin-data-platform-common';
import { useRuns } from '@millrace/backstage-plugin-data-platform-react';
import { SeriesView } from './SeriesView';
import styles from './series.module.css';

const CancelSeriesDialog = lazy(() =>
  import('./CancelSeriesDialog').then(m => ({ default: m.CancelSeriesDialog })),
);

/** One series that goes on, with the way to end it early. */
export function SeriesPanel(props: {
  operation: Operation;
  entityRef: string;
  onOpenRun: (run: Run) => void;
}) {
  const { operation, entityRef, onOpenRun } = props;
  const dialogApi = useApi(dialogApiRef);
  const runs = useRuns({ entityRef, series: operation.id, limit: 400 });
  const cancel = () =>
    dialogApi.open(({ dialog }) => (
      <Suspense fallback={null}>
        <CancelSeriesDialog
          operation={operation}
          onClose={() => dialog.close()}
        />
      </Suspense>
    ));
  return (
    <section className={styles.panel} aria-label="Series that goes on">
      <SeriesView
        operation={operation}
        runs={runs.value?.items}
        onOpenRun={onOpenRun}
        actions={
          <Button size="small" variant="secondary" onPress={cancel}>
            {operation.cancelledBy
              ? 'Stop its runs as well'
              : 'Cancel the series'}
          </Button>
        }
      />
    </section>
  );
}
