import styles from './MenuTitle.module.css';

/** A menu item's title with, below it, why it cannot be chosen. */
export function MenuTitle(props: { title: string; reason: string }) {
  return (
    <span className={styles.item}>
      {props.title} <span className={styles.reason}>({props.reason})</span>
    </span>
  );
}
