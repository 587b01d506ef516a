import { Evidence } from '@millrace/backstage-plugin-data-platform-common';
import { WorkbenchState } from '@millrace/backstage-plugin-data-platform-node';
import { eventEvidence } from '../../pods/podEvidence';
import { at, Verdict } from '../../verdicts/verdict';
import { NotebookServer } from '../model/server';

/** A verdict on a notebook server, with the one word that lists count by. */
export interface ServerVerdict extends Verdict {
  state: WorkbenchState;
}

/** What the object itself says, word for word. */
export function objectEvidence({ kind, name, told }: NotebookServer): Evidence {
  return {
    kind: 'object',
    subject: `${kind} ${name}`,
    reason: told.state,
    message: told.message ?? 'The object gives no message',
  };
}

/** Warnings about the pod, and what else is told of it. */
export function warnings(server: NotebookServer): Evidence[] {
  return eventEvidence(
    server.ctx.events,
    ({ involved }) =>
      involved.kind !== 'Pod' || involved.uid === server.pod?.uid,
  );
}

/** What the namespace says of a stop or a start. */
export function stopEvidence({ kind, name, stop }: NotebookServer): Evidence {
  return {
    kind: 'object',
    subject: `${kind} ${name}`,
    reason: stop ? 'stopped' : 'started',
    message: stop ? 'It is to be stopped' : 'It is to run',
    ...at(stop?.at),
  };
}
