import { NotebookVolume } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  formatMemory,
} from '@millrace/backstage-plugin-data-platform-react';
import runStyles from '../../run/RunDetails.module.css';

const ROLES: Record<NotebookVolume['role'], string> = {
  home: 'Home',
  data: 'Data',
};

/** The volumes that a notebook server mounts, and who else does. */
export function VolumeTable(props: { volumes: readonly NotebookVolume[] }) {
  if (props.volumes.length === 0) {
    return (
      <EmptyState compact title="No volumes.">
        What is written here is lost when the server stops.
      </EmptyState>
    );
  }
  return (
    <div className={runStyles.scroll}>
      <table className={runStyles.table}>
        <thead>
          <tr>
            <th scope="col">Volume</th>
            <th scope="col">Mounted at</th>
            <th scope="col">State</th>
            <th scope="col">Size</th>
            <th scope="col">Shared with</th>
          </tr>
        </thead>
        <tbody>
          {props.volumes.map(volume => (
            <tr key={`${volume.claim} ${volume.mountPath}`}>
              <td>
                {volume.claim}
                <div className={runStyles.quiet}>{ROLES[volume.role]}</div>
              </td>
              <td>{volume.mountPath ?? '–'}</td>
              <td>
                {volume.phase ?? 'not known'}
                {volume.storageClass && (
                  <div className={runStyles.quiet}>{volume.storageClass}</div>
                )}
              </td>
              <td>
                {volume.size ? formatMemory(volume.size) : '–'}
                {!!volume.accessModes?.length && (
                  <div className={runStyles.quiet}>
                    {volume.accessModes.join(', ')}
                  </div>
                )}
              </td>
              <td>{volume.sharedWith.join(', ') || 'nobody'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
