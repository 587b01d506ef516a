import {
  KeyboardEvent,
  PointerEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ExecutorUsage } from '@millrace/backstage-plugin-data-platform-common';
import { formatDuration } from '../format/formatDuration';
import { timeOf } from '../format/formatTime';
import { useNow } from '../hooks/useNow';
import { useWidth } from '../hooks/useWidth';
import { layoutExecutors, levelAt } from './executorLayout';
import { ExecutorCurves } from './ExecutorCurves';
import { ExecutorLegend } from './ExecutorLegend';
import { ExecutorTable } from './ExecutorTable';
import { executorSentence, levelSentence } from './executorSentence';
import styles from './ExecutorPlot.module.css';

/**
 * Executors over the life of a run: a step line of those that run, lighter on top those that wait, dashed those with
 * work, and the bounds of dynamic allocation behind. One tab stop; arrow keys, Home and End move from change to change.
 * @param finishedAt - of the run; absent while it goes on
 */
export function ExecutorPlot(props: {
  usage: ExecutorUsage;
  finishedAt?: string;
}) {
  const { usage, finishedAt } = props;
  const now = useNow(finishedAt ? 60_000 : 5_000);
  const plot = useRef<HTMLDivElement>(null);
  const room = useWidth(plot, 480);
  const last = timeOf(usage.points.at(-1)?.at) ?? now;
  const end = Math.max(timeOf(finishedAt) ?? now, last);
  const layout = useMemo(
    () => layoutExecutors(usage, end, room),
    [usage, end, room],
  );
  const [at, setAt] = useState<number>();
  const [focused, setFocused] = useState(false);
  const [asTable, setAsTable] = useState(false);
  const tableId = useId();
  const { levels, top } = layout;
  if (levels.length === 0) {
    return null;
  }
  const most = levels.length - 1;
  const shown = at === undefined ? undefined : Math.min(at, most);
  const current = shown ?? most;
  const reading = levelSentence(levels[current], levels[0].at);

  const move = (event: KeyboardEvent) => {
    const next = {
      ArrowLeft: current - 1,
      ArrowDown: current - 1,
      ArrowRight: current + 1,
      ArrowUp: current + 1,
      Home: 0,
      End: most,
    }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setAt(Math.min(Math.max(next, 0), most));
    }
  };
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    setAt(levelAt(layout, event.clientX - left));
  };

  return (
    <div className={styles.root}>
      <p className={styles.scale}>{executorSentence(usage, end)}</p>
      <div ref={plot} className={styles.plot}>
        <svg
          className={styles.svg}
          width={room}
          height={layout.y(0)}
          role="slider"
          tabIndex={0}
          aria-label={`Executors over time: ${executorSentence(usage, end)}`}
          aria-valuemin={0}
          aria-valuemax={most}
          aria-valuenow={current}
          aria-valuetext={reading}
          onKeyDown={move}
          onPointerMove={point}
          onPointerLeave={() => !focused && setAt(undefined)}
          onFocus={() => {
            setFocused(true);
            setAt(current);
          }}
          onBlur={() => {
            setFocused(false);
            setAt(undefined);
          }}
        >
          <ExecutorCurves layout={layout} room={room} at={shown} />
        </svg>
      </div>
      <p className={styles.axis} aria-hidden="true">
        <span>{shown === undefined ? `Up to ${top}` : reading}</span>
        <ExecutorLegend layout={layout} />
        <span>{formatDuration(layout.seconds)}</span>
      </p>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={asTable}
        aria-controls={tableId}
        onClick={() => setAsTable(!asTable)}
      >
        {asTable ? 'Hide table' : 'Show as table'}
      </button>
      <div id={tableId} hidden={!asTable}>
        {asTable && <ExecutorTable levels={levels} />}
      </div>
    </div>
  );
}
