import { Button } from '@backstage/ui';
import { PodSummary } from '@millrace/backstage-plugin-data-platform-common';
import {
  Duration,
  EmptyState,
  HealthBadge,
  podHealth,
  podWord,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './RunDetails.module.css';

/** The driver and the executors, as they are or as they were seen last. */
export function PodTable(props: {
  pods: readonly PodSummary[];
  onShowLog?: (pod: string) => void;
}) {
  const { pods, onShowLog } = props;
  if (pods.length === 0) {
    return (
      <EmptyState title="No pods.">
        None were made yet, or they are gone and none were recorded.
      </EmptyState>
    );
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Pod</th>
            <th scope="col">State</th>
            <th scope="col">Ran</th>
            <th scope="col">Node</th>
            <th scope="col">Restarts</th>
            {onShowLog && <th scope="col">Log</th>}
          </tr>
        </thead>
        <tbody>
          {pods.map(pod => (
            <tr key={pod.name}>
              <td>
                {pod.role}
                <div className={styles.quiet}>{pod.name}</div>
              </td>
              <td>
                <HealthBadge health={podHealth(pod)} label={podWord(pod)} />
                {pod.message && (
                  <div className={styles.quiet}>
                    <Sentence text={pod.message} />
                  </div>
                )}
                {pod.gone && (
                  <div className={styles.quiet}>gone; seen last like this</div>
                )}
              </td>
              <td>
                {pod.startedAt ? (
                  <Duration start={pod.startedAt} end={pod.finishedAt} />
                ) : (
                  '–'
                )}
              </td>
              <td>{pod.node ?? '–'}</td>
              <td>{pod.restarts ?? 0}</td>
              {onShowLog && (
                <td>
                  <Button
                    size="small"
                    variant="tertiary"
                    aria-label={`Log of ${pod.name}`}
                    onPress={() => onShowLog(pod.name)}
                  >
                    Log
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
