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
import { AskButton } from '../approvals/AskButton';
import { AskedNote } from '../approvals/AskedNote';
import { AskSection } from '../approvals/AskSection';
import { approvalNeedOf } from '../approvals/approvalNeedOf';
import { useAskApproval } from '../approvals/useAskApproval';
import { useRefreshAll } from '../hooks/useLiveState';
import { FlowState, OperationFlow } from './OperationFlow';
import { FlowView } from './FlowView';
import styles from './OperationDialog.module.css';

/** Shows what an operation would do, does it on demand or asks for the leave that it needs, and stays until its end. */
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

  const approvals = useAskApproval();
  const need = approvalNeedOf(state.step === 'review' ? state.plan : undefined);
  const { asked } = approvals;

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
          {asked && <AskedNote approval={asked} />}
          {step === 'review' && !asked && availability.confirmation && (
            <p className={styles.confirmation}>{availability.confirmation}</p>
          )}
          {!asked && <FlowView state={withoutLeave(state)} />}
          {!asked && <AskSection need={need} state={approvals} />}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          size="small"
          variant={ended || asked ? 'primary' : 'secondary'}
          onPress={onClose}
        >
          {asked
            ? 'Done'
            : closeWord ?? (ended || step === 'refused' ? 'Close' : 'Cancel')}
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
        {need.mayAsk && !asked && (
          <AskButton state={approvals} request={first.current} />
        )}
        {(step === 'review' || step === 'planning') && !need.mayAsk && (
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

/** The need for leave is said in words below the plan, not as an error of it. */
function withoutLeave(state: FlowState): FlowState {
  if (state.step !== 'review') return state;
  const { others = [] } = approvalNeedOf(state.plan);
  return { ...state, plan: { ...state.plan, findings: [...others] } };
}
