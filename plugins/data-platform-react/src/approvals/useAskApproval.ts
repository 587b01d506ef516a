import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Approval,
  OperationRequest,
} from '@millrace/backstage-plugin-data-platform-common';
import { dataPlatformApiRef } from '../api/DataPlatformApi';
import { useRefreshAll } from '../hooks/useLiveState';

/** How far the asking for leave has come. */
export interface AskState {
  asking: boolean;
  /** The request that stands now. */
  asked?: Approval;
  error?: Error;
  /** What the person says to the approvers. */
  comment: string;
  setComment(comment: string): void;
  ask(request: OperationRequest): void;
}

/** Asks the approvers of an operation, once; also when the person has closed the form before the answer came. */
export function useAskApproval(): AskState {
  const api = useApi(dataPlatformApiRef);
  const refreshAll = useRefreshAll();
  const [state, setState] = useState<
    Pick<AskState, 'asking' | 'asked' | 'error'>
  >({ asking: false });
  const [comment, setComment] = useState('');
  const ask = useCallback(
    async (request: OperationRequest) => {
      setState({ asking: true });
      try {
        const asked = await api.requestApproval(request, {
          comment: comment.trim() || undefined,
        });
        refreshAll();
        setState({ asking: false, asked });
      } catch (error) {
        setState({ asking: false, error: error as Error });
      }
    },
    [api, refreshAll, comment],
  );
  return { ...state, comment, setComment, ask };
}
