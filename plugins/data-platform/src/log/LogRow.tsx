import { memo } from 'react';
import { LogLine } from './LogBuffer';
import { LogText } from './LogText';
import styles from './LogView.module.css';

function Row(props: { line: LogLine; needle: string; current: boolean }) {
  const { line, needle, current } = props;
  return (
    <div
      className={`${styles.line} ${current ? styles.current : ''}`}
      data-line={line.number}
      aria-current={current ? 'true' : undefined}
    >
      <span className={styles.number} aria-hidden="true">
        {line.number}
      </span>
      <LogText text={line.text} search={needle} />
    </div>
  );
}

/** One line and its number. */
export const LogRow = memo(Row);
