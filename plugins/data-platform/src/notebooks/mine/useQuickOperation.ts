import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { OperationAvailability } from '@millrace/backstage-plugin-data-platform-common';
import {
  dataPlatformApiRef,
  FlowState,
  OperationFlow,
  OperationSubject,
  useOperationDialog,
  useRefreshAll,
} from '@millrace/backstage-plugin-data-platform-react';

/**
 * An operation at one press: carried out at once where its plan holds nothing to decide; a warning or a refusal opens the
 * dialog that shows it.
 */
export function useQuickOperation() {
  const api = useApi(dataPlatformApiRef);
  const refreshAll = useRefreshAll();
  const openDialog = useOperationDialog();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const flow = useRef<OperationFlow>();
  useEffect(() => () => flow.current?.leave(), []);
  const run = useCallback(
    (availability: OperationAvailability, subject: OperationSubject) => {
      const { id, resourceId } = availability;
      const toDialog = () => {
        flow.current?.leave();
        setBusy(false);
        openDialog(availability, subject);
      };
      const onState = (state: FlowState) => {
        switch (state.step) {
          case 'review':
            if (state.plan.ok && state.plan.findings.length === 0) {
              flow.current?.confirm(state.plan);
            } else {
              toDialog();
            }
            break;
          case 'refused':
            toDialog();
            break;
          case 'failed':
            setBusy(false);
            setProblem(state.operation.error ?? 'It did not work.');
            refreshAll();
            break;
          case 'done':
            setBusy(false);
            refreshAll();
            break;
          default:
        }
      };
      flow.current?.leave();
      flow.current = new OperationFlow(
        api,
        { operation: id, resourceId: subject.resourceId ?? resourceId },
        onState,
      );
      setProblem(undefined);
      setBusy(true);
      flow.current.plan();
    },
    [api, openDialog, refreshAll],
  );
  return { busy, problem, run };
}
