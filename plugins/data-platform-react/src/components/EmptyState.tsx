import { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/**
 * Says what is not there and what to do about it.
 * @param compact - inside a card or a table
 */
export function EmptyState(props: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  compact?: boolean;
}) {
  return (
    <div className={props.compact ? styles.compact : styles.empty}>
      <p className={styles.title}>{props.title}</p>
      {props.children && <div className={styles.text}>{props.children}</div>}
      {props.action && <div className={styles.action}>{props.action}</div>}
    </div>
  );
}
