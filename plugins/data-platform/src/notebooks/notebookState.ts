import { NotebookState } from '@millrace/backstage-plugin-data-platform-common';

/** States of a notebook server in words, in the order that filters offer them and lists rank them. */
export const NOTEBOOK_STATES: Readonly<Record<NotebookState, string>> = {
  running: 'Running',
  starting: 'Starting',
  failed: 'Failed',
  stopping: 'Stopping',
  stopped: 'Stopped',
  deleting: 'Being deleted',
  unknown: 'Unknown',
};

/** The state named by a text, undefined for any other text. */
export function notebookStateOf(
  text: string | null | undefined,
): NotebookState | undefined {
  return (Object.keys(NOTEBOOK_STATES) as NotebookState[]).find(
    state => state === text,
  );
}
