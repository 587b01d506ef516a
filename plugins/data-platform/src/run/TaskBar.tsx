import {
  HEALTH_COLOUR,
  HealthMark,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './SparkNumbersPanel.module.css';

/**
 * How much of some work is done.
 * @param done - 0 to 1
 * @param figure - the same in words
 */
export function TaskBar(props: {
  label: string;
  done: number;
  figure: string;
  warning?: boolean;
}) {
  const { label, figure, warning } = props;
  const done = Number.isFinite(props.done)
    ? Math.min(1, Math.max(0, props.done))
    : 0;
  // Rounded down: only what is done is drawn full.
  const percent = Math.floor(done * 100);
  return (
    <div>
      <div className={styles.barHead}>
        <span className={styles.barLabel} title={label}>
          {label}
        </span>
        <span className={styles.figure}>
          {warning && <HealthMark health="degraded" size={14} />}
          {figure}
        </span>
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={figure}
      >
        <div
          className={styles.fill}
          style={{
            width: `${percent}%`,
            background: HEALTH_COLOUR.progressing,
          }}
        />
      </div>
    </div>
  );
}
