import { Run } from '@millrace/backstage-plugin-data-platform-common';
import styles from './RunTip.module.css';

const WIDTH = 288;
const EDGE = 8;

/**
 * What a bar stands for, above it. Placed in the window, not in the plot, since
 * cards clip what leaves them. For the eye only: the bar's label says the same.
 */
export function RunTip(props: { run: Run; sentence: string; place: DOMRect }) {
  const { run, sentence, place } = props;
  const centred = place.left + place.width / 2 - WIDTH / 2;
  const left = Math.max(
    EDGE,
    Math.min(centred, window.innerWidth - WIDTH - EDGE),
  );
  return (
    <div
      className={styles.tip}
      style={{ left, width: WIDTH, bottom: window.innerHeight - place.top + 4 }}
      aria-hidden="true"
    >
      <strong>{run.name}</strong>
      {sentence}
    </div>
  );
}
