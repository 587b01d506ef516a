import { NotebookServer } from '@millrace/backstage-plugin-data-platform-common';
import { notebookAction } from '../notebookActions';

/** As many as the operation takes at once. */
export const MOST_AT_ONCE = 50;

/** Which of the chosen servers can be stopped by the person, and why the others cannot. */
export interface StopChoice {
  stops: readonly NotebookServer[];
  stays: readonly { server: NotebookServer; reason: string }[];
}

/** Sorts the chosen servers by what the backend told of stopping each. */
export function stopChoice(servers: readonly NotebookServer[]): StopChoice {
  const stops: NotebookServer[] = [];
  const stays: { server: NotebookServer; reason: string }[] = [];
  for (const server of servers) {
    const told = notebookAction(server, 'notebook:stop');
    if (!told?.available) {
      const reason = told?.reason ?? 'You may not stop it.';
      stays.push({ server, reason });
    } else if (stops.length >= MOST_AT_ONCE) {
      stays.push({ server, reason: `At most ${MOST_AT_ONCE} at once.` });
    } else {
      stops.push(server);
    }
  }
  return { stops, stays };
}
