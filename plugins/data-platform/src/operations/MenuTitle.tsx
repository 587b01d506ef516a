import styles from './MenuTitle.module.css';

/** A menu item's title with, below it, why it cannot be chosen; in full on hover. */
export function MenuTitle(props: { title: string; reason: string }) {
  return (
    <span className={styles.item} title={props.reason}>
      {props.title} <span className={styles.reason}>({props.reason})</span>
    </span>
  );
}
