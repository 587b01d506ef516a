import { ReactElement } from 'react';
import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  RiCalendarScheduleLine,
  RiDeleteBinLine,
  RiEditLine,
  RiEqualizerLine,
  RiFileCopyLine,
  RiPlayLine,
  RiRepeatLine,
  RiRestartLine,
  RiStopLine,
} from '@remixicon/react';
import { JobActionId } from '../jobActions/jobActions';
import { useJobActionMenuItem } from '../jobActions/useJobActionMenuItem';
import { useJobMenuItem } from '../operations/useJobMenuItem';
import { NotebookActionId } from '../notebooks/notebookActions';
import { useNotebookMenuItem } from '../notebooks/useNotebookMenuItem';
import { jobFilter, notebookFilter } from './entityFilters';

function jobMenuItem(
  name: string,
  item: { id: string; title: string; absent: string; icon: ReactElement },
) {
  const { icon, ...operation } = item;
  return EntityContextMenuItemBlueprint.make({
    name: `spark-job-${name}`,
    params: {
      icon,
      filter: jobFilter,
      useProps: () => useJobMenuItem(operation),
    },
  });
}

function jobActionMenuItem(id: JobActionId, title: string, icon: ReactElement) {
  return EntityContextMenuItemBlueprint.make({
    name: `spark-job-${id}`,
    params: {
      icon,
      filter: jobFilter,
      useProps: () => useJobActionMenuItem(id, title),
    },
  });
}

function notebookMenuItem(
  id: NotebookActionId,
  title: string,
  icon: ReactElement,
) {
  return EntityContextMenuItemBlueprint.make({
    name: id.replace(':', '-'),
    params: {
      icon,
      filter: notebookFilter,
      useProps: () => useNotebookMenuItem(id, title),
    },
  });
}

export const contextMenuItems = [
  jobMenuItem('run', {
    id: 'spark-job:run',
    title: 'Run now',
    absent: 'not known to the data platform yet',
    icon: <RiPlayLine size={16} />,
  }),
  jobActionMenuItem('run-with', 'Run with…', <RiEqualizerLine size={16} />),
  jobMenuItem('stop', {
    id: 'spark:stop',
    title: 'Stop',
    absent: 'nothing runs',
    icon: <RiStopLine size={16} />,
  }),
  jobMenuItem('rerun', {
    id: 'spark:rerun',
    title: 'Re-run',
    absent: 'no run is on the cluster',
    icon: <RiRepeatLine size={16} />,
  }),
  jobActionMenuItem(
    'backfill',
    'Back-fill…',
    <RiCalendarScheduleLine size={16} />,
  ),
  jobActionMenuItem('clone', 'Clone…', <RiFileCopyLine size={16} />),
  jobActionMenuItem('update', 'Edit definition…', <RiEditLine size={16} />),
  jobActionMenuItem(
    'unregister',
    'Unregister job',
    <RiDeleteBinLine size={16} />,
  ),
  notebookMenuItem('notebook:stop', 'Stop', <RiStopLine size={16} />),
  notebookMenuItem('notebook:start', 'Start', <RiPlayLine size={16} />),
  notebookMenuItem('notebook:restart', 'Restart', <RiRestartLine size={16} />),
  notebookMenuItem(
    'notebook:resize',
    'Change size…',
    <RiEqualizerLine size={16} />,
  ),
  notebookMenuItem('notebook:delete', 'Delete…', <RiDeleteBinLine size={16} />),
];
