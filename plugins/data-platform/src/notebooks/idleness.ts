import { NotebookServer } from '@millrace/backstage-plugin-data-platform-common';
import {
  formatDuration,
  secondsBetween,
} from '@millrace/backstage-plugin-data-platform-react';

/** Shorter pauses are part of working. */
const AT_WORK_SECONDS = 10 * 60;

/** Since when nobody has used a server, in a few words; why that cannot be told where it cannot. */
export function idleness(
  server: NotebookServer,
  now: number,
): { text: string; seconds?: number } {
  if (server.state !== 'running') {
    return { text: '–' };
  }
  if (!server.activityKnown) {
    return { text: 'not known' };
  }
  const seconds = secondsBetween(server.idleSince, undefined, now);
  if (seconds === undefined) {
    return { text: 'not known yet' };
  }
  return {
    text: seconds < AT_WORK_SECONDS ? 'in use' : formatDuration(seconds),
    seconds,
  };
}
