import { NotebookServer } from '@millrace/backstage-plugin-data-platform-common';
import {
  formatDuration,
  secondsBetween,
} from '@millrace/backstage-plugin-data-platform-react';

/** Shorter pauses are part of working. */
const AT_WORK_SECONDS = 10 * 60;

/** How long nobody has used a server. */
export interface Idleness {
  /** In a few words; why it cannot be told where it cannot. */
  text: string;
  /** Absent where it is not known. */
  seconds?: number;
  /** Whether somebody is at work in it; absent where that is not known. */
  inUse?: boolean;
}

/** Since when nobody has used a server, as far as that is known. */
export function idleness(server: NotebookServer, now: number): Idleness {
  // Of a cluster that is silent nobody knows what goes on there now.
  if (server.resource.stale) {
    return { text: 'not known' };
  }
  if (server.state !== 'running') {
    return { text: '–', inUse: false };
  }
  if (!server.activityKnown) {
    return { text: 'not known' };
  }
  const seconds = secondsBetween(server.idleSince, undefined, now);
  if (seconds === undefined) {
    return { text: 'not known yet' };
  }
  const inUse = seconds < AT_WORK_SECONDS;
  return {
    text: inUse ? 'in use' : formatDuration(seconds),
    seconds,
    inUse,
  };
}
