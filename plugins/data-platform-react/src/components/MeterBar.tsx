import { HEALTH_COLOUR } from './healthLook';
import styles from './MeterBar.module.css';

/**
 * How much of something is used.
 * @param ratio - used over hard; above 1 it is drawn full
 */
export function MeterBar(props: {
  label: string;
  used: string;
  hard: string;
  ratio: number;
}) {
  const { label, used, hard } = props;
  const ratio = Number.isFinite(props.ratio) ? Math.max(0, props.ratio) : 0;
  const percent = Math.round(ratio * 100);
  return (
    <div className={styles.meter}>
      <div className={styles.head}>
        <span className={styles.label}>{label}</span>
        <span className={styles.figure}>
          {used} of {hard}
          {ratio >= 0.8 && <strong> · {percent} % used</strong>}
        </span>
      </div>
      <div
        className={styles.track}
        role="meter"
        aria-label={label}
        aria-valuenow={Math.min(100, percent)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={`${used} of ${hard}, ${percent} percent`}
      >
        <div
          className={styles.fill}
          style={{
            width: `${Math.min(100, percent)}%`,
            background: colourOf(ratio),
          }}
        />
      </div>
    </div>
  );
}

function colourOf(ratio: number): string {
  if (ratio >= 0.95) {
    return HEALTH_COLOUR.failed;
  }
  return ratio >= 0.8 ? HEALTH_COLOUR.degraded : HEALTH_COLOUR.progressing;
}
