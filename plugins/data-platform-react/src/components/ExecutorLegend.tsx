import { ExecutorLayout } from './executorLayout';
import { RUN_COLOUR } from './healthLook';
import styles from './ExecutorPlot.module.css';

const COLOUR = RUN_COLOUR.running;

/** What the lines of the plot stand for; of those alone that are there. */
export function ExecutorLegend(props: { layout: ExecutorLayout }) {
  const { band, busy, levels } = props.layout;
  const waiting = levels.some(({ pending }) => pending > 0);
  return (
    <span className={styles.legend}>
      <Key d="M0 5H18" className={styles.running} stroke={COLOUR} text="run" />
      {waiting && (
        <Key
          d="M0 0H18V10H0Z"
          className={styles.waiting}
          fill={COLOUR}
          text="wait"
        />
      )}
      {busy && <Key d="M0 5H18" className={styles.busy} text="busy" />}
      {band && <Key d="M0 5H18" className={styles.bound} text="bounds" />}
    </span>
  );
}

function Key(props: {
  d: string;
  className: string;
  text: string;
  stroke?: string;
  fill?: string;
}) {
  const { text, ...path } = props;
  return (
    <span className={styles.key}>
      <svg width="18" height="10">
        <path {...path} />
      </svg>
      {text}
    </span>
  );
}
