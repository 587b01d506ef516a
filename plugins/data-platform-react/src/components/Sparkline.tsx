import { linearScale } from './linearScale';
import styles from './Sparkline.module.css';

const WIDTH = 96;
const HEIGHT = 24;
const PAD = 2;

/**
 * A series as a small line; gaps where a value is missing.
 * @param label - the sentence that says what the line shows
 */
export function Sparkline(props: {
  values: readonly (number | undefined)[];
  label: string;
}) {
  const { values, label } = props;
  const known = values.filter((v): v is number => Number.isFinite(v));
  if (known.length < 2) {
    return null;
  }
  const x = scaleLinear()
    .domain([0, values.length - 1])
    .range([PAD, WIDTH - PAD]);
  const y = scaleLinear()
    .domain([Math.min(0, ...known), Math.max(...known) || 1])
    .range([HEIGHT - PAD, PAD]);
  const path = line<number | undefined>()
    .defined(value => Number.isFinite(value))
    .x((_, index) => x(index))
    .y(value => y(value ?? 0))(values as (number | undefined)[]);
  return (
    <svg
      className={styles.svg}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <path d={path ?? undefined} />
    </svg>
  );
}
