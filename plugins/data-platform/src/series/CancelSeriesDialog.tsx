import { useState } from 'react';
import { Checkbox } from '@backstage/ui';
import { Operation } from '@millrace/backstage-plugin-data-platform-common';
import {
  FormDialog,
  formStyles as styles,
} from '@millrace/backstage-plugin-data-platform-react';
import { CANCEL_SERIES, progressOf } from './seriesState';

/** Ends a series early: no more runs are started. */
export function CancelSeriesDialog(props: {
  operation: Operation;
  onClose: () => void;
}) {
  const { operation, onClose } = props;
  // Who asks again after it was cancelled means the runs that were left to finish.
  const [stopRunning, setStopRunning] = useState(!!operation.cancelledBy);
  const { running } = progressOf(operation);
  return (
    <FormDialog
      title={`Cancel: ${operation.title}`}
      submit="Cancel the series"
      dismiss="Let it go on"
      destructive
      request={{
        operation: CANCEL_SERIES,
        entityRef: operation.entityRef,
        input: {
          operationId: operation.id,
          ...(stopRunning && { stopRunning }),
        },
      }}
      onClose={onClose}
    >
      <p className={styles.quiet}>
        No more runs are started. Those that have ended stay as they are.
      </p>
      {running > 0 && (
        <Checkbox isSelected={stopRunning} onChange={setStopRunning}>
          {running === 1
            ? 'Stop the run that is under way as well'
            : `Stop the ${running} runs that are under way as well`}
        </Checkbox>
      )}
    </FormDialog>
  );
}
