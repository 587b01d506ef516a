import { useState } from 'react';
import { Alert } from '@backstage/ui';
import { NotebookServer } from '@millrace/backstage-plugin-data-platform-common';
import {
  formatGpus,
  FormDialog,
  Sentence,
  useNow,
} from '@millrace/backstage-plugin-data-platform-react';
import { idleness } from '../idleness';
import { stopChoice } from './stopMany';
import styles from './list.module.css';

/** Stops several notebook servers, after saying which, and which of the chosen ones stay. */
export function StopManyDialog(props: {
  servers: readonly NotebookServer[];
  onDone: () => void;
  onClose: () => void;
}) {
  // What was chosen, as it was when it was chosen: the list under it goes on changing.
  const [{ stops, stays }] = useState(() => stopChoice(props.servers));
  const now = useNow(60_000);
  const noun = stops.length === 1 ? 'server' : 'servers';
  return (
    <FormDialog
      title={`Stop ${stops.length} notebook ${noun}`}
      submit={`Stop ${stops.length} ${noun}`}
      request={
        stops.length > 0
          ? {
              operation: 'notebook:stop-many',
              input: { ids: stops.map(({ resource }) => resource.id) },
            }
          : undefined
      }
      onDone={props.onDone}
      onClose={props.onClose}
    >
      {stops.length > 0 ? (
        <>
          <p className={styles.quiet}>
            Their kernels end, and what was not saved is lost. Their volumes
            stay, and they can be started again.
          </p>
          <ul className={styles.names} aria-label="Will be stopped">
            {stops.map(server => (
              <li key={server.resource.id}>
                <strong>{server.title ?? server.resource.name}</strong> in{' '}
                {server.resource.namespace}
                {detailOf(server, now)}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Alert
          status="warning"
          icon
          title="None of these can be stopped by you."
        />
      )}
      {stays.length > 0 && (
        <>
          <p className={styles.quiet}>These stay as they are:</p>
          <ul className={styles.names} aria-label="Will not be stopped">
            {stays.map(({ server, reason }) => (
              <li key={server.resource.id}>
                <strong>{server.title ?? server.resource.name}</strong>:{' '}
                <Sentence text={reason} />
              </li>
            ))}
          </ul>
        </>
      )}
    </FormDialog>
  );
}

/** Whether it can be stopped without a loss, as far as that is known; nothing to say of one that does not run. */
function usageOf(server: NotebookServer, now: number): string | undefined {
  const { text, seconds, inUse } = idleness(server, now);
  if (inUse) return 'in use now';
  if (seconds !== undefined) return `idle for ${text}`;
  return inUse === undefined ? 'not known whether somebody uses it' : undefined;
}

/** `, idle for 6 h, frees 2 GPUs (NVIDIA)` */
function detailOf(server: NotebookServer, now: number): string {
  return [usageOf(server, now), server.gpu && `frees ${formatGpus(server.gpu)}`]
    .filter(Boolean)
    .map(part => `, ${part}`)
    .join('');
}
