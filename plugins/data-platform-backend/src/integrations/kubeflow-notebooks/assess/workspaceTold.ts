import { textAt } from '../../values/field';
import { code, plain } from '../../values/plain';
import { NotebookServer } from '../model/server';
import { objectEvidence, ServerVerdict, warnings } from './serverVerdict';

/** What a Workspace says of itself where no pod tells more. Its message is for people: it is quoted, and nothing is read from it. */
export function workspaceTold(
  server: NotebookServer,
): ServerVerdict | undefined {
  if (server.generation === 1) {
    return undefined;
  }
  switch (server.told.state) {
    case 'Error':
      return {
        state: 'failed',
        health: 'failed',
        reason: 'WorkspaceError',
        message: `The server cannot run${quoted(server)}.`,
        nextStep: optionsStep(server),
        evidence: [objectEvidence(server), ...warnings(server)],
      };
    case 'Running':
      // Where pods can be read there is none, so the status is late.
      return server.podsVouched
        ? undefined
        : {
            state: 'running',
            health: 'healthy',
            reason: 'Running',
            message: 'Running, as the object says; its pod cannot be read.',
            evidence: [objectEvidence(server)],
          };
    case 'Pending':
    case 'Terminating':
    case 'Paused':
      return undefined;
    case 'Unknown':
      return {
        state: 'unknown',
        health: 'unknown',
        reason: 'StateUnknown',
        message: 'The controller does not know how this server is.',
        nextStep: 'See the events of the object and of its pod.',
        evidence: [objectEvidence(server), ...warnings(server)],
      };
    default:
      return {
        state: 'unknown',
        health: 'unknown',
        reason: 'UnknownState',
        message: `The controller reports the state ${code(
          server.told.state,
          60,
        )}, which is not known here.`,
        nextStep:
          'Look at the object itself; a newer controller may have added that state.',
        evidence: [objectEvidence(server)],
      };
  }
}

/** It runs, and the controller finds fault with what it was made from. */
export function runningWithError(
  server: NotebookServer,
): Pick<ServerVerdict, 'message' | 'nextStep'> | undefined {
  return server.generation === 2 && server.told.state === 'Error'
    ? {
        message: `The server runs, but the controller finds fault with it${quoted(
          server,
        )}.`,
        nextStep: optionsStep(server),
      }
    : undefined;
}

function quoted({ told }: NotebookServer): string {
  const said = plain(told.message ?? '', 160);
  return said ? `; the controller says: ${said}` : '';
}

/** Kinds and their options are the platform team's, and may be taken away while servers use them. */
function optionsStep({ object: { spec } }: NotebookServer): string {
  const kind = textAt(spec, 'kind');
  const options = ['imageConfig', 'podConfig'].flatMap(key => {
    const chosen = textAt(spec, 'podTemplate', 'options', key);
    return chosen ? [code(chosen, 60)] : [];
  });
  return `Ask the platform team whether kind ${code(
    kind ?? 'unknown',
  )} still exists${
    options.length > 0 ? ` and offers ${options.join(' and ')}` : ''
  }, or make a new server.`;
}
