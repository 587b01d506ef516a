import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  dataPlatformApiRef,
  DataPlatformApi,
  DataPlatformError,
  LogQuery,
} from '@millrace/backstage-plugin-data-platform-react';
import { followSlots } from './followSlots';
import { LogBuffer, LogLine } from './LogBuffer';

/** A log as far as it has been read. */
export interface LogState {
  lines: readonly LogLine[];
  /** Lines that no longer fit. */
  dropped: number;
  /** `crowded`: read once, since as many as may be are followed elsewhere. */
  phase: 'reading' | 'following' | 'crowded' | 'ended' | 'failed';
  error?: Error;
}

/** Screens are drawn at most this often while lines pour in. */
const PUBLISH_MS = 120;
const START: LogState = { lines: [], dropped: 0, phase: 'reading' };

/** Reads a container's log, and follows it where asked and possible. */
export function useLog(
  resourceId: string,
  query: LogQuery,
): LogState & { reload: () => void } {
  const api = useApi(dataPlatformApiRef);
  const [state, setState] = useState(START);
  const [round, setRound] = useState(0);
  const { pod, container, follow, previous, tailLines } = query;
  useEffect(() => {
    const abort = new AbortController();
    setState(START);
    readLog(
      api,
      resourceId,
      { pod, container, follow, previous, tailLines },
      next => !abort.signal.aborted && setState(next),
      abort.signal,
    );
    return () => abort.abort();
  }, [api, resourceId, pod, container, follow, previous, tailLines, round]);
  const reload = useCallback(() => setRound(n => n + 1), []);
  return { ...state, reload };
}

async function readLog(
  api: DataPlatformApi,
  resourceId: string,
  query: LogQuery,
  publish: (state: LogState) => void,
  signal: AbortSignal,
): Promise<void> {
  const release = query.follow ? await followSlots.acquire() : undefined;
  const read = (follow: boolean) =>
    readOnce(
      api.logs(resourceId, { ...query, follow }, signal),
      { follow, crowded: !!query.follow && !follow },
      publish,
    );
  try {
    const refused = signal.aborted ? undefined : await read(!!release);
    // Other browsers of the same person may follow as many as the portal allows.
    if (refused instanceof DataPlatformError && refused.status === 429) {
      await read(false);
    }
  } finally {
    release?.();
  }
}

/** Reads to the end; gives back what stopped it, if something did. */
async function readOnce(
  chunks: AsyncIterable<string>,
  how: { follow: boolean; crowded: boolean },
  publish: (state: LogState) => void,
): Promise<Error | undefined> {
  const buffer = new LogBuffer();
  const reading = how.follow ? 'following' : 'reading';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (phase: LogState['phase'], error?: Error) => {
    clearTimeout(timer);
    timer = undefined;
    publish({ lines: buffer.lines(), dropped: buffer.dropped, phase, error });
  };
  show(reading);
  try {
    for await (const chunk of chunks) {
      buffer.append(chunk);
      timer ??= setTimeout(() => show(reading), PUBLISH_MS);
    }
    buffer.end();
    show(how.crowded ? 'crowded' : 'ended');
    return undefined;
  } catch (error) {
    buffer.end();
    show('failed', error as Error);
    return error as Error;
  }
}
