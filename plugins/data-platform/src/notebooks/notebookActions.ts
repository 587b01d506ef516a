import {
  NotebookServer,
  OperationAvailability,
} from '@millrace/backstage-plugin-data-platform-common';

/** What can be done with a notebook server, in the order of the screens. */
export const NOTEBOOK_ACTIONS = [
  'notebook:stop',
  'notebook:start',
  'notebook:restart',
  'notebook:resize',
  'notebook:delete',
] as const;

export type NotebookActionId = (typeof NOTEBOOK_ACTIONS)[number];

/** Those that ask for more than a yes. */
const WITH_FORM: readonly NotebookActionId[] = [
  'notebook:resize',
  'notebook:delete',
];

export interface NotebookAction {
  id: NotebookActionId;
  availability: OperationAvailability;
}

/** Whether an action opens a form of its own; its title ends with an ellipsis. */
export function hasForm(id: NotebookActionId): boolean {
  return WITH_FORM.includes(id);
}

/** The actions that the backend tells of, of stop and start only the one that makes sense now. */
export function notebookActions(server: NotebookServer): NotebookAction[] {
  const all = NOTEBOOK_ACTIONS.flatMap(id => {
    const told = server.operations.find(operation => operation.id === id);
    return told ? [{ id, availability: withEllipsis(id, told) }] : [];
  });
  const off = ['stopped', 'stopping'].includes(server.state);
  const senseless = off ? 'notebook:stop' : 'notebook:start';
  return all.filter(
    ({ id, availability }) => id !== senseless || availability.available,
  );
}

/** One action, undefined where the backend does not tell of it. */
export function notebookAction(
  server: { operations: readonly OperationAvailability[] },
  id: NotebookActionId,
): OperationAvailability | undefined {
  const told = server.operations.find(operation => operation.id === id);
  return told && withEllipsis(id, told);
}

function withEllipsis(
  id: NotebookActionId,
  told: OperationAvailability,
): OperationAvailability {
  return hasForm(id) && !told.title.endsWith('…')
    ? { ...told, title: `${told.title}…` }
    : told;
}
