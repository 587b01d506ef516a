import { ReactElement } from 'react';
import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiPlayLine, RiRepeatLine, RiStopLine } from '@remixicon/react';
import { useJobMenuItem } from '../operations/useJobMenuItem';
import { jobFilter } from './entityFilters';

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

export const contextMenuItems = [
  jobMenuItem('run', {
    id: 'spark-job:run',
    title: 'Run now',
    absent: 'not known to the data platform yet',
    icon: <RiPlayLine size={16} />,
  }),
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
];
