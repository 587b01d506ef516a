import { useCallback, useEffect, useRef, useState } from 'react';
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

/** Asks the approvers of an operation, once. */
export function useAskApproval(): AskState {
  const api = useApi(dataPlatformApiRef);
  const refreshAll = useRefreshAll();
  const [state, setState] = useState<
    Pick<AskState, 'asking' | 'asked' | 'error'>
  >({ asking: false });
  const [comment, setComment] = useState('');
  const abort = useRef<AbortController>();
  useEffect(() => () => abort.current?.abort(), []);
  const ask = useCallback(
    async (request: OperationRequest) => {
      const under = new AbortController();
      abort.current = under;
      setState({ asking: true });
      try {
        const asked = await api.requestApproval(request, {
          comment: comment.trim() || undefined,
          signal: under.signal,
        });
        if (under.signal.aborted) return;
        setState({ asking: false, asked });
        refreshAll();
      } catch (error) {
        if (!under.signal.aborted) {
          setState({ asking: false, error: error as Error });
        }
      }
    },
    [api, refreshAll, comment],
  );
  return { ...state, comment, setComment, ask };
}
