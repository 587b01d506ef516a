import { ResourceEvent } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  RelativeTime,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './RunDetails.module.css';

/**
 * Warnings of the cluster about a run or a server and its pods, newest first.
 * @param events - undefined where the object is gone
 */
export function EventTable(props: {
  events: readonly ResourceEvent[] | undefined;
}) {
  if (!props.events) {
    return (
      <EmptyState title="The events are gone with the object.">
        Clusters keep events for about an hour. What mattered for the verdict is
        in its evidence.
      </EmptyState>
    );
  }
  if (props.events.length === 0) {
    return (
      <EmptyState title="No warnings.">
        The cluster has told of no trouble with it or its pods.
      </EmptyState>
    );
  }
  const sorted = [...props.events].sort((a, b) =>
    (b.lastAt ?? '').localeCompare(a.lastAt ?? ''),
  );
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Last seen</th>
            <th scope="col">What</th>
            <th scope="col">About</th>
            <th scope="col">Times</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((event, index) => (
            <tr key={index}>
              <td>
                <RelativeTime at={event.lastAt ?? event.firstAt} />
              </td>
              <td>
                {event.reason}
                <div className={styles.quiet}>{event.message}</div>
              </td>
              <td className={styles.quiet}>{event.subject}</td>
              <td>{event.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
