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
  const x = linearScale([0, values.length - 1], [PAD, WIDTH - PAD]);
  const y = linearScale(
    [Math.min(0, ...known), Math.max(...known) || 1],
    [HEIGHT - PAD, PAD],
  );
  return (
    <svg
      className={styles.svg}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <path d={linePath(values, x, y)} />
    </svg>
  );
}

/** A point without neighbours is closed, so that its line ends are drawn. */
function linePath(
  values: readonly (number | undefined)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  const isThere = (value: number | undefined) => Number.isFinite(value);
  return values
    .map((value, index) => {
      if (value === undefined || !isThere(value)) return '';
      const begins = !isThere(values[index - 1]);
      const alone = begins && !isThere(values[index + 1]);
      const at = `${x(index).toFixed(2)},${y(value).toFixed(2)}`;
      return `${begins ? 'M' : 'L'}${at}${alone ? 'Z' : ''}`;
    })
    .join('');
}
