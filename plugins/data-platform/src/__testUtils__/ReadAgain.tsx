import { useRefreshAll } from '@millrace/backstage-plugin-data-platform-react';

/** Reads everything on the screen again, as a frame of the stream would: tests have no stream. */
export function ReadAgain() {
  const refreshAll = useRefreshAll();
  return (
    <button type="button" onClick={refreshAll}>
      Read again
    </button>
  );
}
