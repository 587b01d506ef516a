import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Approval } from '@millrace/backstage-plugin-data-platform-common';
import {
  DataPlatformApi,
  dataPlatformApiRef,
} from '@millrace/backstage-plugin-data-platform-react';

type Act = (api: DataPlatformApi, signal: AbortSignal) => Promise<Approval>;

/** Does one thing at a time to a request; tells when it is done, and why it was refused. */
export function useApprovalAction(onDone: () => void) {
  const api = useApi(dataPlatformApiRef);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const abort = useRef<AbortController>();
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => () => abort.current?.abort(), []);
  const run = useCallback(
    async (act: Act) => {
      const under = new AbortController();
      abort.current = under;
      setBusy(true);
      setError(undefined);
      try {
        await act(api, under.signal);
      } catch (cause) {
        if (!under.signal.aborted) setError(cause as Error);
        // Refused mostly because it is not what it was: the caller reads it again.
      }
      if (!under.signal.aborted) {
        setBusy(false);
        done.current();
      }
    },
    [api],
  );
  return { busy, error, run };
}
