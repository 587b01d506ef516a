import { Select } from '@backstage/ui';
import { PodSummary } from '@millrace/backstage-plugin-data-platform-common';
import styles from './LogPanel.module.css';

/** Which pod's log is read: the driver, and the executors, also those that are gone. */
export function PodSelect(props: {
  pods: readonly PodSummary[];
  pod: PodSummary;
  /** The pods were those of an earlier attempt, or their object is gone. */
  allGone?: boolean;
  onPod: (name: string) => void;
}) {
  const { pods, pod, allGone, onPod } = props;
  return (
    <Select
      className={styles.wide}
      label="Pod"
      selectedKey={pod.name}
      onSelectionChange={key => onPod(String(key))}
      options={pods.map(({ name, role, gone }) => ({
        id: name,
        label: `${role} · ${name}${gone || allGone ? ' (gone)' : ''}`,
      }))}
    />
  );
}
