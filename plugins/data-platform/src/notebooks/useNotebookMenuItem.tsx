import { menuItem } from '../operations/menuItem';
import { notebookAction, NotebookActionId } from './notebookActions';
import { useNotebookAction } from './useNotebookAction';
import { useNotebookEntity } from './useNotebookEntity';

/**
 * Title, state and effect of an action in the context menu of a notebook server.
 * @param title - while the server is not known
 */
export function useNotebookMenuItem(id: NotebookActionId, title: string) {
  const { title: name, notebook } = useNotebookEntity();
  const open = useNotebookAction();
  const { value } = notebook;
  return menuItem(
    title,
    value && notebookAction(value.server, id),
    availability =>
      value &&
      open(id, availability, {
        title: name,
        server: value.server,
        volumes: value.volumes,
      }),
  );
}
