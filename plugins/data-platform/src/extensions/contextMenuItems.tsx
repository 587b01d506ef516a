import { ReactElement } from 'react';
import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiPlayLine, RiRepeatLine, RiStopLine } from '@remixicon/react';
import { useJobMenuItem } from '../operations/useJobMenuItem';
import { jobFilter } from './entityFilters';

function jobMenuItem(name: string, title: string, icon: ReactElement) {
  return EntityContextMenuItemBlueprint.make({
    name: `spark-job-${name}`,
    params: {
      icon,
      filter: jobFilter,
      useProps: () => useJobMenuItem(`spark-job:${name}`, title),
    },
  });
}

export const contextMenuItems = [
  jobMenuItem('run', 'Run now', <RiPlayLine size={16} />),
  jobMenuItem('stop', 'Stop', <RiStopLine size={16} />),
  jobMenuItem('rerun', 'Re-run', <RiRepeatLine size={16} />),
];
