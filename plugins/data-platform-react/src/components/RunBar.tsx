import { KeyboardEvent, SyntheticEvent } from 'react';
import { RUN_COLOUR } from './healthLook';
import { RunBarLayout, TIMELINE_HEIGHT } from './runLayout';
import { runState } from './runState';
import styles from './RunTimeline.module.css';

/** One run of the timeline: solid when it succeeded, crossed when it failed, hollow when cancelled, half-filled while it runs. */
export function RunBar(props: {
  bar: RunBarLayout;
  label: string;
  tabbable: boolean;
  selected: boolean;
  /** Told where the bar is while it is hovered or focused. */
  onShow(place: DOMRect | undefined): void;
  onFocus(): void;
  onSelect?: () => void;
}) {
  const { bar, label, tabbable, selected, onShow, onFocus, onSelect } = props;
  const { x, y, width, height } = bar;
  const state = runState(bar.run);
  const colour = RUN_COLOUR[state];
  const hollow = state === 'cancelled' || state === 'running';
  const show = (event: SyntheticEvent<SVGGElement>) =>
    onShow(event.currentTarget.getBoundingClientRect());
  const press = (event: KeyboardEvent) => {
    if (onSelect && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      onSelect();
    }
  };
  return (
    <g
      className={selected ? styles.selected : styles.bar}
      data-run={bar.run.id}
      data-state={state}
      role={onSelect ? 'button' : 'img'}
      aria-label={label}
      aria-pressed={onSelect ? selected : undefined}
      tabIndex={tabbable ? 0 : -1}
      onMouseEnter={show}
      onMouseLeave={() => onShow(undefined)}
      onFocus={event => {
        onFocus();
        show(event);
      }}
      onBlur={() => onShow(undefined)}
      onClick={onSelect}
      onKeyDown={press}
    >
      <rect
        className={styles.hit}
        x={x - 2.5}
        y={0}
        width={width + 5}
        height={TIMELINE_HEIGHT}
      />
      <rect
        x={hollow ? x + 0.75 : x}
        y={hollow ? y + 0.75 : y}
        width={hollow ? width - 1.5 : width}
        height={Math.max(1, hollow ? height - 1.5 : height)}
        rx="1.5"
        fill={hollow ? 'none' : colour}
        stroke={hollow ? colour : 'none'}
        strokeWidth="1.5"
        strokeDasharray={state === 'running' ? '3 2' : undefined}
      />
      {state === 'running' && (
        <rect
          className={styles.pulse}
          x={x}
          y={y + height / 2}
          width={width}
          height={height / 2}
          rx="1.5"
          fill={colour}
        />
      )}
      {state === 'failed' && (
        <path
          d={`M${x + width / 2 - 3} ${y - 9}l6 6m0 -6l-6 6`}
          stroke={colour}
          strokeWidth="2"
          strokeLinecap="round"
          fill="none"
        />
      )}
    </g>
  );
}
