import { LakefsDiffCounts } from '@millrace/backstage-plugin-data-platform-common';
import { CHANGE_LOOK, CHANGE_ORDER } from './changeLook';
import styles from './diff.module.css';

/** How many objects were added, changed, removed: a sign, a number and a word each. */
export function ChangeCounts(props: {
  counts: LakefsDiffCounts;
  /** Not all were counted. */
  more?: boolean;
}) {
  const { counts, more } = props;
  const shown = CHANGE_ORDER.filter(type => counts[type]);
  return (
    <span className={styles.counts}>
      {shown.map(type => {
        const { sign, word, colour } = CHANGE_LOOK[type];
        return (
          <span key={type} className={styles.count}>
            <span aria-hidden style={{ color: colour }} className={styles.sign}>
              {sign}
            </span>
            {counts[type]?.toLocaleString('en-US')}
            {more && '+'} {word}
          </span>
        );
      })}
    </span>
  );
}
