import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  OperationRequest,
  Plan,
} from '@millrace/backstage-plugin-data-platform-common';
import { dataPlatformApiRef } from '../api/DataPlatformApi';
import { DataPlatformError } from '../api/DataPlatformError';

/** The last plan, and whether a newer one is on its way. */
export interface PlanState {
  plan?: Plan;
  error?: Error;
  loading: boolean;
}

/** A plan costs the cluster a dry run: wait until the person stops typing. */
const TYPING_MS = 600;

/**
 * Plans an operation again whenever its request changes.
 * @param request - as JSON, so that equal requests are told as such; nothing is planned while it is undefined
 */
export function usePlan(request: string | undefined): PlanState {
  const api = useApi(dataPlatformApiRef);
  const [state, setState] = useState<PlanState>({ loading: true });
  const typed = useRef(false);
  useEffect(() => {
    const wait = typed.current ? TYPING_MS : 0;
    typed.current = true;
    if (request === undefined) {
      setState(before => ({ ...before, loading: false }));
      return undefined;
    }
    const abort = new AbortController();
    setState(before => ({ ...before, loading: true }));
    const timer = setTimeout(async () => {
      try {
        const asked = JSON.parse(request) as OperationRequest;
        const plan = await api.plan(asked, abort.signal);
        if (!abort.signal.aborted) {
          setState({ plan, loading: false });
        }
      } catch (error) {
        if (!abort.signal.aborted) {
          setState({ error: error as Error, loading: false });
        }
      }
    }, wait);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, request]);
  return state;
}

/** What a refused request was refused for. */
export function findingsOf(error: Error | undefined) {
  return error instanceof DataPlatformError ? error.findings : [];
}
