import {
  KeyboardEvent,
  lazy,
  Suspense,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Run } from '@millrace/backstage-plugin-data-platform-common';
import { formatDuration } from '../format/formatDuration';
import { useNow } from '../hooks/useNow';
import { useWidth } from '../hooks/useWidth';
import { RunBar } from './RunBar';
import { layoutRuns, TIMELINE_HEIGHT } from './runLayout';
import { runSentence, runState } from './runState';
import styles from './RunTimeline.module.css';

const RunTable = lazy(() =>
  import('./RunTable').then(m => ({ default: m.RunTable })),
);
const RunTip = lazy(() =>
  import('./RunTip').then(m => ({ default: m.RunTip })),
);

interface ShownRun {
  id: string;
  place: DOMRect;
}

/**
 * The last runs, oldest left: one bar a run, its height the duration, its colour
 * and shape the outcome. One tab stop; arrow keys, Home and End move, Enter opens.
 * @param runs - newest first, as the API lists them
 * @param table - offer the same as a table; off where one stands beside it
 */
export function RunTimeline(props: {
  runs: readonly Run[];
  onSelect?: (run: Run) => void;
  selectedId?: string;
  table?: boolean;
}) {
  const { runs, onSelect, selectedId, table = true } = props;
  const running = runs.some(run => !run.outcome);
  const now = useNow(running ? 5_000 : 60_000);
  const plot = useRef<HTMLDivElement>(null);
  const room = useWidth(plot, 480);
  const layout = useMemo(() => layoutRuns(runs, now, room), [runs, now, room]);
  const [focused, setFocused] = useState<string>();
  const [shown, setShown] = useState<ShownRun>();
  const [asTable, setAsTable] = useState(false);
  const group = useRef<SVGSVGElement>(null);
  const tableId = useId();
  const ids = layout.bars.map(bar => bar.run.id);
  const active = focused && ids.includes(focused) ? focused : ids.at(-1);

  const move = (event: KeyboardEvent) => {
    const at = active ? ids.indexOf(active) : -1;
    const next = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: ids.length - 1,
    }[event.key];
    if (next === undefined) {
      return;
    }
    event.preventDefault();
    const id = ids[Math.min(Math.max(next, 0), ids.length - 1)];
    setFocused(id);
    group.current
      ?.querySelector<SVGElement>(`[data-run="${CSS.escape(id)}"]`)
      ?.focus();
  };
  const tip = shown && runs.find(run => run.id === shown.id);

  return (
    <div className={styles.root}>
      <p className={styles.scale} aria-hidden="true">
        Duration, up to {formatDuration(layout.longest)}
      </p>
      <div ref={plot} className={styles.plot}>
        <svg
          ref={group}
          className={styles.svg}
          width={layout.width}
          height={TIMELINE_HEIGHT}
          role="group"
          aria-label={labelOf(runs)}
          onKeyDown={move}
        >
          {layout.bars.map(bar => (
            <RunBar
              key={bar.run.id}
              bar={bar}
              label={runSentence(bar.run, now)}
              tabbable={bar.run.id === active}
              selected={bar.run.id === selectedId}
              onShow={place => setShown(place && { id: bar.run.id, place })}
              onFocus={() => setFocused(bar.run.id)}
              onSelect={onSelect && (() => onSelect(bar.run))}
            />
          ))}
        </svg>
        {tip && (
          <Suspense fallback={null}>
            <RunTip
              run={tip}
              sentence={runSentence(tip, now)}
              place={shown.place}
            />
          </Suspense>
        )}
      </div>
      {table && (
        <>
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
            {asTable && (
              <Suspense fallback={null}>
                <RunTable runs={runs} />
              </Suspense>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function labelOf(runs: readonly Run[]): string {
  const count = (state: string) =>
    runs.filter(run => runState(run) === state).length;
  const parts = (['succeeded', 'failed', 'cancelled', 'running'] as const)
    .map(state => [state, count(state)] as const)
    .filter(([, n]) => n > 0)
    .map(([state, n]) => `${n} ${state}`);
  const what = runs.length === 1 ? 'The last run' : `Last ${runs.length} runs`;
  return `${what}, oldest first: ${parts.join(', ')}`;
}
