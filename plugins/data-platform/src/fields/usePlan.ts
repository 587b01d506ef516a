import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Plan } from '@millrace/backstage-plugin-data-platform-common';
import {
  dataPlatformApiRef,
  DataPlatformError,
} from '@millrace/backstage-plugin-data-platform-react';

/** The last plan, and whether a newer one is on its way. */
export interface PlanState {
  plan?: Plan;
  error?: Error;
  loading: boolean;
}

/** A plan costs the cluster a dry run: wait until the person stops typing. */
const TYPING_MS = 600;

/**
 * Plans an operation again whenever its input changes.
 * @param input - as JSON, so that equal inputs are told as such
 */
export function usePlan(operation: string, input: string): PlanState {
  const api = useApi(dataPlatformApiRef);
  const [state, setState] = useState<PlanState>({ loading: true });
  useEffect(() => {
    const abort = new AbortController();
    setState(before => ({ ...before, loading: true }));
    const timer = setTimeout(async () => {
      try {
        const request = { operation, input: JSON.parse(input) };
        const plan = await api.plan(request, abort.signal);
        if (!abort.signal.aborted) {
          setState({ plan, loading: false });
        }
      } catch (error) {
        if (!abort.signal.aborted) {
          setState({ error: error as Error, loading: false });
        }
      }
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, operation, input]);
  return state;
}

/** What a refused request was refused for. */
export function findingsOf(error: Error | undefined) {
  return error instanceof DataPlatformError ? error.findings : [];
}
