import {
  Counts,
  HEALTH_ORDER,
} from '@millrace/backstage-plugin-data-platform-common';
import { HEALTH_COLOUR, HEALTH_WORD } from './healthLook';
import styles from './StackedBar.module.css';

/** The share of each health in one bar, worst first. Says the same in its label. */
export function StackedBar(props: { counts: Counts }) {
  const parts = [...HEALTH_ORDER]
    .reverse()
    .map(health => ({ health, count: props.counts[health] }))
    .filter(part => part.count > 0);
  const label = parts.length
    ? parts
        .map(part => `${part.count} ${HEALTH_WORD[part.health].toLowerCase()}`)
        .join(', ')
    : 'Nothing is here yet';
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      {parts.map(part => (
        <span
          key={part.health}
          className={styles.part}
          style={{
            flexGrow: part.count,
            background: HEALTH_COLOUR[part.health],
          }}
        />
      ))}
    </div>
  );
}
