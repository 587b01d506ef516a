import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { scrollable } from '@millrace/backstage-plugin-data-platform-react';
import { LogRow } from './LogRow';
import { LogSearch } from './useLogSearch';
import styles from './LogView.module.css';

const LINE_HEIGHT = 18;
/** Lines drawn above and below what is seen, against flicker while scrolling. */
const MARGIN = 20;

/**
 * Lines of a log as plain text. While they do not wrap they are all of one
 * height, and only those in view are drawn.
 * @param stick - keeps the end in view until the reader scrolls up
 */
export function LogView(props: {
  search: LogSearch;
  label: string;
  wrap?: boolean;
  stick?: boolean;
  /** Said while there is not one line. */
  empty?: string;
}) {
  const { search, label, wrap, stick, empty } = props;
  const { shown, needle, found, at } = search;
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 420 });
  const atEnd = useRef(true);
  const current = at === undefined ? undefined : found[at];
  const lines = useRef(shown);
  lines.current = shown;

  const look = () => {
    const element = box.current;
    if (element) {
      const { scrollTop, clientHeight, scrollHeight } = element;
      atEnd.current = scrollHeight - scrollTop - clientHeight < 2 * LINE_HEIGHT;
      setView({ top: scrollTop, height: clientHeight || 420 });
    }
  };
  useEffect(look, [wrap]);
  useLayoutEffect(() => {
    const element = box.current;
    if (element && atEnd.current) {
      element.scrollTop = element.scrollHeight;
    }
  }, [shown, stick]);
  useLayoutEffect(() => {
    const element = box.current;
    // Only a step moves the reader, not the lines that come meanwhile.
    const index = lines.current.findIndex(line => line.number === current);
    if (!element || index < 0) {
      return;
    }
    atEnd.current = false;
    if (wrap) {
      const row = element.querySelector(`[data-line="${current}"]`);
      row?.scrollIntoView?.({ block: 'center' });
    } else {
      const middle = (element.clientHeight - LINE_HEIGHT) / 2;
      element.scrollTop = Math.max(0, index * LINE_HEIGHT - middle);
    }
  }, [current, wrap]);

  const first = wrap
    ? 0
    : Math.max(0, Math.floor(view.top / LINE_HEIGHT) - MARGIN);
  const last = wrap
    ? shown.length
    : Math.ceil((view.top + view.height) / LINE_HEIGHT) + MARGIN;
  const rows = shown
    .slice(first, last)
    .map(line => (
      <LogRow
        key={line.number}
        line={line}
        needle={needle}
        current={line.number === current}
      />
    ));
  return (
    <div
      ref={box}
      className={`${styles.box} ${wrap ? styles.wrap : ''}`}
      role="log"
      aria-live="off"
      aria-label={label}
      {...scrollable}
      onScroll={look}
    >
      {shown.length === 0 && <p className={styles.empty}>{empty}</p>}
      {wrap ? (
        rows
      ) : (
        <div
          className={styles.all}
          style={{ height: shown.length * LINE_HEIGHT }}
        >
          <div style={{ transform: `translateY(${first * LINE_HEIGHT}px)` }}>
            {rows}
          </div>
        </div>
      )}
    </div>
  );
}
