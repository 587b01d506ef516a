import { LiveState } from '../live/LiveChannel';
import { useLiveState } from '../hooks/useLiveState';
import styles from './LiveMark.module.css';

const WORDS: Record<LiveState, { word: string; title: string }> = {
  live: {
    word: 'Live',
    title: 'Changes in the clusters appear here as they happen.',
  },
  connecting: { word: 'Connecting', title: 'Waiting for the live stream.' },
  polling: {
    word: 'Every 15 s',
    title: 'The live stream is not available; this page asks every 15 s.',
  },
  paused: { word: 'Paused', title: 'Paused while the tab was hidden.' },
};

/** Whether what is on the screen is pushed, polled or paused. */
export function LiveMark() {
  const state = useLiveState();
  const { word, title } = WORDS[state];
  return (
    <span className={styles.mark} data-state={state} title={title}>
      <span className={styles.dot} aria-hidden="true" />
      {word}
    </span>
  );
}
