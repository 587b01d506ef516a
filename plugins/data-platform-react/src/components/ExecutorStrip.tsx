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
  return (
    <span className={styles.root}>
      <span className={styles.cells} aria-hidden="true">
        {executors.slice(0, MOST).map(pod => (
          <Cell key={pod.name} pod={pod} />
        ))}
      </span>
      <span>{sentence(executors)}</span>
    </span>
  );
}

/** `1 of 3 executors running, 1 waiting, 1 failed`; after the end `3 executors: 2 completed, 1 failed`. */
function sentence(executors: readonly PodSummary[]): string {
  const count = (phase: PodSummary['phase']) =>
    executors.filter(pod => pod.phase === phase && (!pod.gone || isEnd(phase)))
      .length;
  const total = executors.length;
  const running = count('Running');
  const waiting = count('Pending');
  const completed = count('Succeeded');
  const failed = count('Failed');
  const gone = total - running - waiting - completed - failed;
  const parts = [
    waiting > 0 && `${waiting} waiting`,
    completed > 0 && `${completed} completed`,
    failed > 0 && `${failed} failed`,
    gone > 0 && `${gone} gone`,
  ].filter(Boolean);
  const noun = total === 1 ? 'executor' : 'executors';
  return running + waiting > 0
    ? [`${running} of ${total} ${noun} running`, ...parts].join(', ')
    : `${total} ${noun}: ${parts.join(', ')}`;
}

function isEnd(phase: PodSummary['phase']): boolean {
  return phase === 'Succeeded' || phase === 'Failed';
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
