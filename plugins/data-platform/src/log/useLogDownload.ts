import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  dataPlatformApiRef,
  LogQuery,
} from '@millrace/backstage-plugin-data-platform-react';
import { saveText } from './saveText';

/** The most that the API gives in one go. */
const ALL_LINES = 100_000;

/** Saves a container's whole log as a file. */
export function useLogDownload(resourceId: string, query: LogQuery) {
  const api = useApi(dataPlatformApiRef);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const { pod, container, previous } = query;
  const start = useCallback(async () => {
    setBusy(true);
    setError(undefined);
    const abort = new AbortController();
    try {
      const parts: string[] = [];
      const whole = { pod, container, previous, tailLines: ALL_LINES };
      for await (const chunk of api.logs(resourceId, whole, abort.signal)) {
        parts.push(chunk);
      }
      saveText(parts, `${pod}${previous ? '-previous' : ''}.log`);
    } catch (cause) {
      setError(cause as Error);
    } finally {
      setBusy(false);
    }
  }, [api, resourceId, pod, container, previous]);
  return { start, busy, error };
}
