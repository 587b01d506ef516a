import { lazy, Suspense } from 'react';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiStopLine } from '@remixicon/react';
import { NotebookServer } from '@millrace/backstage-plugin-data-platform-common';
import styles from './list.module.css';

const StopManyDialog = lazy(() =>
  import('./StopManyDialog').then(m => ({ default: m.StopManyDialog })),
);

/** What can be done with the servers that are chosen. */
export function BulkBar(props: {
  chosen: readonly NotebookServer[];
  onDone: () => void;
}) {
  const { chosen, onDone } = props;
  const dialogApi = useApi(dialogApiRef);
  const stop = () =>
    dialogApi.open(({ dialog }) => (
      <Suspense fallback={null}>
        <StopManyDialog
          servers={chosen}
          onDone={onDone}
          onClose={() => dialog.close()}
        />
      </Suspense>
    ));
  return (
    <div className={styles.bulk}>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiStopLine />}
        isDisabled={chosen.length === 0}
        onPress={stop}
      >
        {chosen.length > 0 ? `Stop ${chosen.length} …` : 'Stop …'}
      </Button>
      <span role="status">
        {chosen.length === 0
          ? 'Choose servers to stop several at once.'
          : `${chosen.length} chosen.`}
      </span>
    </div>
  );
}
