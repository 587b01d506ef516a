import { PodSummary } from '@millrace/backstage-plugin-data-platform-common';
import { EmptyState } from '@millrace/backstage-plugin-data-platform-react';
import { KeptLog } from './KeptLog';
import { LogStoreLinks } from './LogStoreLinks';
import { PodSelect } from './PodSelect';
import styles from './LogPanel.module.css';

/** What there is of the log of a pod that is gone: a log store's, and of a failed driver what the portal kept. */
export function GoneLog(props: {
  pods: readonly PodSummary[];
  pod: PodSummary;
  allGone: boolean;
  onPod: (name: string) => void;
  kept?: string;
  truncated?: boolean;
  /** Why nothing was kept of a run that failed. */
  missing?: string;
}) {
  const { pods, pod, allGone, onPod, kept, truncated, missing } = props;
  const driver = pod.role === 'driver';
  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        <PodSelect pods={pods} pod={pod} allGone={allGone} onPod={onPod} />
      </div>
      <LogStoreLinks links={pod.links} pod={pod.name} />
      {driver && kept !== undefined ? (
        <KeptLog text={kept} truncated={truncated} name={pod.name} />
      ) : (
        <EmptyState title={`The log of ${pod.name} is gone with its pod.`}>
          {(driver && missing) || whyGone(driver)}
          {pod.links?.length
            ? ' The log store may have it: see the link above.'
            : ''}
        </EmptyState>
      )}
    </div>
  );
}

function whyGone(driver: boolean): string {
  return driver
    ? 'The portal keeps the last lines of a driver that fails while it looks; of this one there are none.'
    : 'Spark deletes its executors when they have done their part. The portal keeps the last lines of failed drivers only.';
}
