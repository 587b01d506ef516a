import { menuTitle } from '@millrace/backstage-plugin-data-platform-react';
import { notebookAction, NotebookActionId } from './notebookActions';
import { useNotebookAction } from './useNotebookAction';
import { useNotebookEntity } from './useNotebookEntity';

/**
 * Title, state and effect of an action in the context menu of a notebook server.
 * @param title - while the server is not known
 */
export function useNotebookMenuItem(id: NotebookActionId, title: string) {
  const about = useNotebookEntity();
  const open = useNotebookAction();
  const { value } = about.notebook;
  const availability = value && notebookAction(value.server, id);
  const disabled = !availability?.available;
  const reason = availability
    ? availability.reason
    : 'not known to the data platform yet';
  return {
    title: disabled ? menuTitle(title, reason) : title,
    disabled,
    onClick: () => {
      if (value && availability) {
        const { server, volumes } = value;
        open(id, availability, { title: about.title, server, volumes });
      }
    },
  };
}
