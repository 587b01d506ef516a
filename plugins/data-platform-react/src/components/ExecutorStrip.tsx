import { PodSummary } from '@millrace/backstage-plugin-data-platform-common';
import { HEALTH_COLOUR } from './healthLook';
import { podHealth, podWord } from './podHealth';
import styles from './ExecutorStrip.module.css';

/** More are counted in the sentence, not drawn. */
const MOST = 48;

/**
 * One cell per executor: filled while it runs or when it ended well, crossed
 * when it failed, hollow while it waits. The sentence beside it says the same.
 */
export function ExecutorStrip(props: { pods: readonly PodSummary[] }) {
  const executors = props.pods.filter(pod => pod.role === 'executor');
  if (executors.length === 0) {
    return <span className={styles.none}>No executors</span>;
  }
  const running = executors.filter(pod => pod.phase === 'Running').length;
  const failed = executors.filter(pod => pod.phase === 'Failed').length;
  const sentence = [
    `${running} of ${executors.length} executors running`,
    failed > 0 && `${failed} failed`,
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <span className={styles.root}>
      <span className={styles.cells} aria-hidden="true">
        {executors.slice(0, MOST).map(pod => (
          <Cell key={pod.name} pod={pod} />
        ))}
      </span>
      <span>{sentence}</span>
    </span>
  );
}

function Cell(props: { pod: PodSummary }) {
  const { pod } = props;
  const health = podHealth(pod);
  const waiting = pod.phase === 'Pending';
  return (
    <span
      className={styles.cell}
      data-phase={pod.phase}
      title={`${pod.name}: ${podWord(pod)}`}
      style={{
        borderColor: HEALTH_COLOUR[health],
        background: waiting ? 'transparent' : HEALTH_COLOUR[health],
      }}
    />
  );
}
