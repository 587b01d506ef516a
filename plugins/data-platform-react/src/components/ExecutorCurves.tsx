import { ExecutorLayout } from './executorLayout';
import { RUN_COLOUR } from './healthLook';
import styles from './ExecutorPlot.module.css';

const COLOUR = RUN_COLOUR.running;

/** What the plot draws, from the back to the front. */
export function ExecutorCurves(props: {
  layout: ExecutorLayout;
  room: number;
  /** The level that is looked at. */
  at: number | undefined;
}) {
  const { layout, room, at } = props;
  const { band, levels, x, y } = layout;
  const level = at === undefined ? undefined : levels[at];
  return (
    <>
      {band && (
        <g data-part="band">
          <rect
            className={styles.band}
            x={0}
            width={room}
            y={band.top}
            height={Math.max(0, band.bottom - band.top)}
          />
          <path
            className={styles.bound}
            d={`M0 ${band.top}H${room}M0 ${band.bottom}H${room}`}
          />
        </g>
      )}
      <path
        data-part="waiting"
        className={styles.waiting}
        d={layout.waitingArea}
        fill={COLOUR}
      />
      <path className={styles.area} d={layout.runningArea} fill={COLOUR} />
      <path
        data-part="running"
        className={styles.running}
        d={layout.running}
        stroke={COLOUR}
      />
      {layout.busy && (
        <path data-part="busy" className={styles.busy} d={layout.busy} />
      )}
      {level && (
        <g className={styles.cursor}>
          <path d={`M${x(level.at)} 0V${y(0)}`} />
          <circle cx={x(level.at)} cy={y(level.running)} r="3.5" />
        </g>
      )}
    </>
  );
}
