import { useMemo, useState } from 'react';
import { PodSummary } from '@millrace/backstage-plugin-data-platform-common';
import { EmptyState } from '@millrace/backstage-plugin-data-platform-react';
import { LogLine } from './LogBuffer';
import { LogReader } from './LogReader';
import { LogView } from './LogView';
import styles from './LogPanel.module.css';

/**
 * The logs of a run: of its pods while they are there, else the last lines of a
 * failed driver that the portal kept.
 * @param kept - those last lines
 */
export function LogPanel(props: {
  resourceId: string | undefined;
  pods: readonly PodSummary[];
  initialPod?: string;
  kept?: string;
}) {
  const { resourceId, pods, initialPod, kept } = props;
  const there = pods.filter(pod => !pod.gone);
  const [pod, setPod] = useState(initialPod);
  const chosen =
    there.find(({ name }) => name === pod) ??
    there.find(({ role }) => role === 'driver') ??
    there[0];
  if (resourceId && chosen) {
    return (
      <LogReader
        resourceId={resourceId}
        pods={there}
        pod={chosen}
        onPod={setPod}
      />
    );
  }
  if (kept) {
    return <KeptLog text={kept} />;
  }
  return (
    <EmptyState title="There is no log to read.">
      {resourceId
        ? 'No pod has started yet. The log appears here when the driver runs.'
        : 'The pods are gone, and the portal keeps the last lines of failed runs only.'}
    </EmptyState>
  );
}

function KeptLog(props: { text: string }) {
  const lines = useMemo<LogLine[]>(
    () =>
      props.text
        .trimEnd()
        .split('\n')
        .map((text, index) => ({ number: index + 1, text })),
    [props.text],
  );
  return (
    <div className={styles.panel}>
      <p className={styles.note}>
        The last lines of the driver, kept by the portal. Secrets are masked.
      </p>
      <LogView lines={lines} search="" label="Kept log of the driver" />
    </div>
  );
}
