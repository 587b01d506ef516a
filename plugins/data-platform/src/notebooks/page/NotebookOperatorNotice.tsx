import { useSources } from '@millrace/backstage-plugin-data-platform-react';
import { OperatorBanner } from '../../operators/OperatorBanner';
import { movesGroup, operatorsDown } from '../../operators/operatorsDown';
import { useNotebookEntity } from '../useNotebookEntity';

/** On the page of a notebook server: the controller that moves it seems to be down. */
export function NotebookOperatorNotice() {
  const { notebook } = useNotebookEntity();
  const sources = useSources();
  const row = notebook.value?.server.resource;
  const down = operatorsDown(sources.value?.items).filter(
    ({ source, operator }) =>
      source === row?.source && movesGroup(operator, row.group),
  );
  return <OperatorBanner down={down} />;
}
