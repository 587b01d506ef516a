import { SparkNumbers } from '@millrace/backstage-plugin-data-platform-common';
import { TaskBar } from './TaskBar';
import styles from './SparkNumbersPanel.module.css';

/** How far the jobs are that run, and each of their stages. */
export function SparkProgress(props: { numbers: SparkNumbers }) {
  const { progress, activeStages = [] } = props.numbers;
  if (progress === undefined && activeStages.length === 0) {
    return (
      <p className={styles.quiet}>
        No Spark job runs at the moment: the driver is busy by itself, or waits.
      </p>
    );
  }
  return (
    <div className={styles.bars}>
      {progress !== undefined && (
        <TaskBar
          label="Jobs that run"
          done={progress}
          figure={`${Math.floor(progress * 100)} % of their tasks`}
        />
      )}
      {activeStages.map(({ id, name, complete, total, failed }) => (
        <TaskBar
          key={id}
          label={name ? `Stage ${id} · ${name}` : `Stage ${id}`}
          done={total > 0 ? complete / total : 0}
          figure={`${complete.toLocaleString()} of ${total.toLocaleString()} tasks${
            failed ? `, ${failed.toLocaleString()} failed` : ''
          }`}
          warning={!!failed}
        />
      ))}
    </div>
  );
}
