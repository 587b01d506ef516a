import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import {
  OperationAvailability,
  OperationRequest,
} from '@millrace/backstage-plugin-data-platform-common';
import { dataPlatformApiRef } from '../api/DataPlatformApi';
import { useRefreshAll } from '../hooks/useLiveState';
import { FlowState, OperationFlow } from './OperationFlow';
import { FlowView } from './FlowView';
import styles from './OperationDialog.module.css';

/** Shows what an operation would do, does it on demand, and stays until its end. */
export function OperationDialog(props: {
  availability: OperationAvailability;
  request: OperationRequest;
  subject: string;
  onClose: () => void;
}) {
  const { availability, request, subject, onClose } = props;
  const api = useApi(dataPlatformApiRef);
  const refreshAll = useRefreshAll();
  const [state, setState] = useState<FlowState>({ step: 'planning' });
  const flow = useRef<OperationFlow>();
  const first = useRef(request);

  useEffect(() => {
    const current = new OperationFlow(api, first.current, setState);
    flow.current = current;
    current.plan();
    return () => current.leave();
  }, [api]);

  useEffect(() => {
    if (state.step === 'done' || state.step === 'failed') {
      refreshAll();
    }
  }, [state.step, refreshAll]);

  const { step } = state;
  const ended = step === 'done' || step === 'failed';
  const closeWord = { running: 'Close, it goes on', done: 'Done' }[
    step as string
  ];
  return (
    <Dialog
      isOpen
      width={620}
      onOpenChange={open => {
        if (!open) {
          onClose();
        }
      }}
    >
      <DialogHeader>
        {availability.title}: {subject}
      </DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          {step === 'review' && availability.confirmation && (
            <p className={styles.confirmation}>{availability.confirmation}</p>
          )}
          <FlowView state={state} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          size="small"
          variant={ended ? 'primary' : 'secondary'}
          onPress={onClose}
        >
          {closeWord ?? (ended || step === 'refused' ? 'Close' : 'Cancel')}
        </Button>
        {step === 'refused' && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => flow.current?.plan()}
          >
            Check again
          </Button>
        )}
        {(step === 'review' || step === 'planning') && (
          <Button
            size="small"
            variant="primary"
            destructive={availability.destructive}
            isDisabled={step === 'planning' || !state.plan.ok}
            onPress={() =>
              step === 'review' && flow.current?.confirm(state.plan)
            }
          >
            {availability.title}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}
