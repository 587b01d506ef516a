import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { scrollable } from '../layout/scrollable';
import { LogLine } from './LogBuffer';
import { LogText } from './LogText';
import styles from './LogView.module.css';

const LINE_HEIGHT = 18;
/** Lines drawn above and below what is seen, against flicker while scrolling. */
const MARGIN = 20;

/**
 * Lines of a log as plain text, of which only those in view are drawn.
 * @param search - shows only lines that contain it
 * @param stick - keeps the end in view until the reader scrolls up
 */
export function LogView(props: {
  lines: readonly LogLine[];
  search: string;
  label: string;
  stick?: boolean;
  /** Said while there is not one line. */
  empty?: string;
}) {
  const { lines, search, label, stick, empty } = props;
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 420 });
  const atEnd = useRef(true);
  const text = search.trim().toLowerCase();
  const shown = useMemo(
    () =>
      text
        ? lines.filter(line => line.text.toLowerCase().includes(text))
        : lines,
    [lines, text],
  );

  const look = () => {
    const element = box.current;
    if (element) {
      const { scrollTop, clientHeight, scrollHeight } = element;
      atEnd.current = scrollHeight - scrollTop - clientHeight < 2 * LINE_HEIGHT;
      setView({ top: scrollTop, height: clientHeight || 420 });
    }
  };
  useEffect(look, []);
  useLayoutEffect(() => {
    const element = box.current;
    if (element && atEnd.current) {
      element.scrollTop = element.scrollHeight;
    }
  }, [shown, stick]);

  const first = Math.max(0, Math.floor(view.top / LINE_HEIGHT) - MARGIN);
  const last = Math.ceil((view.top + view.height) / LINE_HEIGHT) + MARGIN;
  return (
    <div>
      <div
        ref={box}
        className={styles.box}
        role="log"
        aria-live="off"
        aria-label={label}
        {...scrollable}
        onScroll={look}
      >
        {lines.length === 0 && <p className={styles.empty}>{empty}</p>}
        <div
          className={styles.all}
          style={{ height: shown.length * LINE_HEIGHT }}
        >
          <div style={{ transform: `translateY(${first * LINE_HEIGHT}px)` }}>
            {shown.slice(first, last).map(line => (
              <div key={line.number} className={styles.line}>
                <span className={styles.number} aria-hidden="true">
                  {line.number}
                </span>
                <LogText text={line.text} search={text} />
              </div>
            ))}
          </div>
        </div>
      </div>
      {text && (
        <p className={styles.found} role="status">
          {shown.length.toLocaleString()} of {lines.length.toLocaleString()}{' '}
          lines contain “{search.trim()}”.
        </p>
      )}
    </div>
  );
}
