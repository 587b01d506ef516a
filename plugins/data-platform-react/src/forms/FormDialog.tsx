import { ReactNode, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import {
  Finding,
  Operation,
  OperationRequest,
} from '@millrace/backstage-plugin-data-platform-common';
import { AskButton } from '../approvals/AskButton';
import { AskedNote } from '../approvals/AskedNote';
import { AskSection } from '../approvals/AskSection';
import { approvalNeedOf } from '../approvals/approvalNeedOf';
import { useAskApproval } from '../approvals/useAskApproval';
import { dataPlatformApiRef } from '../api/DataPlatformApi';
import { useRefreshAll } from '../hooks/useLiveState';
import { FlowView } from '../operations/FlowView';
import { FlowState, OperationFlow } from '../operations/OperationFlow';
import { findingsOf, usePlan } from '../operations/usePlan';
import { sortFindings } from './fieldFindings';
import { FormFindings } from './FormFindings';
import { FormPlan } from './FormPlan';
import styles from './forms.module.css';

/** Parts of a form dialog that differ from one operation to another. */
export interface FormDialogProps {
  title: string;
  /** Word on the button that starts it. */
  submit: string;
  /** Word on the button that leaves all as it is, where Cancel would be taken for something else. */
  dismiss?: string;
  /** What would be started; undefined while the form is not complete. */
  request: OperationRequest | undefined;
  /** What is wrong with the form as far as it can be told here. */
  problems?: readonly Finding[];
  /** Paths of the inputs that have a place of their own for findings. */
  fields?: readonly string[];
  destructive?: boolean;
  /** Shown in place of the steps while it goes on and when it has ended. */
  progress?: (operation: Operation) => ReactNode;
  /** What is said of the plan while there is nothing to check. */
  emptyHint?: string;
  /** Leave the steps of the plan out: the form shows them better. */
  hideSteps?: boolean;
  /** A button for what was made. */
  result?: (operation: Operation) => ReactNode;
  children: ReactNode;
  /** It was carried out. */
  onDone?: () => void;
  onClose: () => void;
}

/** Between two looks at the progress of an operation. */
const PROGRESS_SECONDS = 2;

/**
 * A form whose plan follows the typing: what is found about a field stands below it, the rest and the steps at the
 * end. Starts the operation on demand, once, and stays until its end.
 */
export function FormDialog(props: FormDialogProps) {
  const { request, problems = [], fields = [], onDone, onClose } = props;
  const api = useApi(dataPlatformApiRef);
  const refreshAll = useRefreshAll();
  const flow = useRef<OperationFlow>();
  const [state, setState] = useState<FlowState>();
  const wrong = problems.some(({ level }) => level === 'error');
  const ready = request && !wrong ? JSON.stringify(request) : undefined;
  const planned = usePlan(ready);
  const plan = ready ? planned.plan : undefined;
  const refusal = ready ? planned.error : undefined;
  const approvals = useAskApproval();
  const need = approvalNeedOf(plan);
  const sorted = sortFindings(
    [...problems, ...(need.others ?? findingsOf(refusal))],
    fields,
  );

  useEffect(() => () => flow.current?.leave(), []);
  useEffect(() => {
    // Also when it starts: what goes on is shown on the page as well.
    if (state && state.step !== 'planning' && state.step !== 'refused') {
      refreshAll();
    }
  }, [state, refreshAll]);

  const start = () => {
    if (!request || !plan) {
      return;
    }
    flow.current = new OperationFlow(
      api,
      request,
      next => {
        setState(next);
        if (next.step === 'done') onDone?.();
      },
      props.progress && PROGRESS_SECONDS,
    );
    flow.current.confirm(plan);
  };
  const followed = state && 'operation' in state ? state.operation : undefined;
  const ended = state?.step === 'done' || state?.step === 'failed';
  return (
    <Dialog
      isOpen
      width={720}
      // A press beside it must not lose what was typed; Escape and the buttons close it.
      isDismissable={!!state}
      onOpenChange={open => !open && onClose()}
    >
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          {state && followed && props.progress && props.progress(followed)}
          {state && !(followed && props.progress) && <FlowView state={state} />}
          {approvals.asked && <AskedNote approval={approvals.asked} />}
          {!state && !approvals.asked && (
            <>
              <FormFindings byField={sorted.byField}>
                {props.children}
              </FormFindings>
              <FormPlan
                plan={plan}
                error={refusal}
                loading={planned.loading && !!ready}
                complete={!!ready}
                wrong={wrong}
                findings={sorted.rest}
                emptyHint={props.emptyHint}
                hideSteps={props.hideSteps}
              />
              <AskSection need={need} state={approvals} />
            </>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          size="small"
          variant={ended || approvals.asked ? 'primary' : 'secondary'}
          onPress={onClose}
        >
          {approvals.asked
            ? 'Done'
            : (!state && props.dismiss) || closeWord(state)}
        </Button>
        {state?.step === 'done' && props.result?.(state.operation)}
        {(state?.step === 'refused' || state?.step === 'failed') && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setState(undefined)}
          >
            Back to the form
          </Button>
        )}
        {!state && need.mayAsk && request && !approvals.asked && (
          <AskButton
            state={approvals}
            request={request}
            isDisabled={planned.loading || wrong}
          />
        )}
        {!state && !need.mayAsk && !approvals.asked && (
          <Button
            size="small"
            variant="primary"
            destructive={props.destructive}
            isDisabled={!plan?.ok || planned.loading || wrong}
            onPress={start}
          >
            {props.submit}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}

function closeWord(state: FlowState | undefined): string {
  switch (state?.step) {
    case undefined:
      return 'Cancel';
    case 'running':
      return 'Close, it goes on';
    case 'done':
      return 'Done';
    default:
      return 'Close';
  }
}
