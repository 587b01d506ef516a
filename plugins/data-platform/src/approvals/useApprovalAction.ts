import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Approval } from '@millrace/backstage-plugin-data-platform-common';
import {
  DataPlatformApi,
  dataPlatformApiRef,
} from '@millrace/backstage-plugin-data-platform-react';

type Act = (api: DataPlatformApi) => Promise<Approval>;

/** Does one thing at a time to a request; tells when it is done, and why it was refused. */
export function useApprovalAction(onDone: () => void) {
  const api = useApi(dataPlatformApiRef);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const run = useCallback(
    async (act: Act) => {
      setBusy(true);
      setError(undefined);
      try {
        await act(api);
      } catch (cause) {
        setError(cause as Error);
        // Refused mostly because it is not what it was: the caller reads it again.
      }
      setBusy(false);
      done.current();
    },
    [api],
  );
  return { busy, error, run };
}
