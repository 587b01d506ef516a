import { LakefsDiff } from '@millrace/backstage-plugin-data-platform-common';
import { formatBytes } from '@millrace/backstage-plugin-data-platform-react';
import { CHANGE_LOOK } from './changeLook';
import styles from './diff.module.css';

/** Objects that changed, one a row; a row opens what can be seen of it. */
export function ObjectRows(props: {
  items: readonly LakefsDiff[];
  /** What goes without saying: left out of the paths. */
  prefix: string;
  /** `Changed objects of tables/orders`. */
  label: string;
  onOpen: (item: LakefsDiff) => void;
}) {
  const { items, prefix, label, onOpen } = props;
  return (
    <ul className={styles.rows} aria-label={label}>
      {items.map(item => {
        const { sign, word, colour } =
          CHANGE_LOOK[item.type] ?? CHANGE_LOOK.changed;
        const name = item.path.startsWith(prefix)
          ? item.path.slice(prefix.length)
          : item.path;
        return (
          <li key={item.path} className={styles.row}>
            <span
              aria-hidden
              className={styles.sign}
              style={{ color: colour }}
              title={word}
            >
              {sign}
            </span>
            <button
              type="button"
              className={styles.path}
              title={item.path}
              onClick={() => onOpen(item)}
            >
              {name || item.path}
              <span className={styles.hidden}>, {word}</span>
            </button>
            <span className={styles.size}>
              {item.size_bytes === undefined || item.type === 'removed'
                ? word
                : formatBytes(item.size_bytes)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
