import {
  Counts,
  Health,
  HEALTH_ORDER,
} from '@millrace/backstage-plugin-data-platform-common';
import { HealthMark } from './HealthMark';
import { HEALTH_WORD } from './healthLook';
import { StackedBar } from './StackedBar';
import styles from './HealthCounts.module.css';

const WORST_FIRST = [...HEALTH_ORDER].reverse();

/**
 * How many are in which health: a bar and one figure per health.
 * @param onToggle - makes each figure a switch of a filter
 */
export function HealthCounts(props: {
  counts: Counts;
  selected?: readonly Health[];
  onToggle?: (health: Health) => void;
  /** Leave out what is zero. */
  brief?: boolean;
}) {
  const { counts, selected = [], onToggle, brief } = props;
  const shown = WORST_FIRST.filter(health => !brief || counts[health] > 0);
  return (
    <div className={styles.root}>
      <StackedBar counts={counts} />
      <ul className={styles.list} aria-label="Count by health">
        {shown.map(health => (
          <li key={health}>
            {onToggle ? (
              <button
                type="button"
                className={styles.button}
                aria-pressed={selected.includes(health)}
                onClick={() => onToggle(health)}
              >
                <Figure health={health} count={counts[health]} />
              </button>
            ) : (
              <span className={styles.figure}>
                <Figure health={health} count={counts[health]} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Figure(props: { health: Health; count: number }) {
  return (
    <>
      <HealthMark health={props.health} />
      <strong className={styles.count}>{props.count.toLocaleString()}</strong>
      <span className={styles.word}>{HEALTH_WORD[props.health]}</span>
    </>
  );
}
