import { ReactElement } from 'react';
import {
  RiDeleteBinLine,
  RiEqualizerLine,
  RiPlayLine,
  RiRestartLine,
  RiStopLine,
} from '@remixicon/react';
import {
  NotebookServer,
  NotebookVolume,
} from '@millrace/backstage-plugin-data-platform-common';
import { OperationButton } from '@millrace/backstage-plugin-data-platform-react';
import { NotebookActionId, notebookActions } from './notebookActions';
import { OpenNotebookButton } from './OpenNotebookButton';
import { useNotebookAction } from './useNotebookAction';
import styles from './notebooks.module.css';

const ICONS: Record<NotebookActionId, ReactElement> = {
  'notebook:stop': <RiStopLine />,
  'notebook:start': <RiPlayLine />,
  'notebook:restart': <RiRestartLine />,
  'notebook:resize': <RiEqualizerLine />,
  'notebook:delete': <RiDeleteBinLine />,
};

/** Open, and all that can be done with a notebook server; what cannot be done says why. */
export function NotebookActionBar(props: {
  title: string;
  server: NotebookServer;
  volumes: readonly NotebookVolume[];
}) {
  const { title, server, volumes } = props;
  const open = useNotebookAction();
  return (
    <div className={styles.actions} role="group" aria-label="Operations">
      <OpenNotebookButton server={server} />
      {notebookActions(server).map(({ id, availability }) => (
        <OperationButton
          key={id}
          availability={availability}
          icon={ICONS[id]}
          primary={id === 'notebook:start'}
          onPress={() => open(id, availability, { title, server, volumes })}
        />
      ))}
    </div>
  );
}
